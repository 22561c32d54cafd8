using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides what a client does with each status.</summary>
internal static class ClientArms
{
    /// <summary>The pattern of every success.</summary>
    public const string AnySuccess = ">= 200 and <= 299";

    /// <summary>Stands between the arguments of a constructor until the arm is laid out.</summary>
    private const char Separator = '\n';

    /// <summary>Single statuses, then ranges, then the rest; errors that say the same stand together.</summary>
    public static ImmutableArray<ClientArm> Of(OperationPlan plan, string response)
    {
        var arms = new List<(int Rank, string Guard, string Pattern, string Expression)>();
        // A response of the preferred representation need not name its media type, so that it is found last.
        foreach (var documented in plan.Responses.OrderBy(documented => documented.IsPreferred))
        {
            var guard = GuardOf(documented, response);
            if (IsOnlySuccess(plan, documented) && documented is { Body: not null, IsPreferred: true })
                arms.Add((2, $" when {SuccessOf(documented, response)}", "_", Read(plan, documented, response)));
            else if (IsOnlySuccess(plan, documented))
                arms.Add((2, guard, AnySuccess, Read(plan, documented, response)));
            else if (documented.IsSuccess)
                arms.Add((RankOf(documented.Status), guard, documented.Status.IsDefault ? AnySuccess : PatternOf(documented.Status), Read(plan, documented, response)));
            if (!documented.IsSuccess || documented.Status.IsDefault)
                arms.Add((documented.Status.IsDefault ? 3 : RankOf(documented.Status), guard, PatternOf(documented.Status), Throw(documented, response)));
        }

        if (!plan.Responses.Any(documented => documented.IsSuccess))
            arms.Add((2, "", AnySuccess, ""));
        if (!plan.Responses.Any(documented => documented.Status.IsDefault && documented.IsPreferred))
            arms.Add((3, "", "_", $"throw await {response}.ToExceptionAsync().ConfigureAwait(false)"));
        var rest = arms.Single(arm => arm is { Rank: 3, Guard: "" });
        // Representations of the rest that are all read alike need not be told apart.
        if (arms.TrueForAll(arm => arm.Rank != 3 || arm.Expression == rest.Expression))
            arms.RemoveAll(arm => arm is { Rank: 3, Guard.Length: > 0 });
        // What the rest says anyway need not be said for a status, unless a range or another representation of the rest would take it.
        var hasRanges = arms.Exists(arm => arm.Rank == 1 || arm is { Rank: 3, Guard.Length: > 0 });
        return
        [
            .. arms
                .Where(arm => arm.Rank == 3 || arm.Guard.Length > 0 || arm.Expression != rest.Expression || (arm.Rank == 0 && hasRanges))
                .GroupBy(arm => (arm.Rank, arm.Guard, arm.Expression))
                .OrderBy(group => group.Key.Rank)
                .ThenBy(group => group.Key.Guard.Length == 0)
                .Select(group => ArmOf(string.Join(" or ", group.Select(arm => arm.Pattern)) + group.Key.Guard, group.Key.Expression)),
        ];
    }

    /// <summary>The arguments of a constructor stand on a line each when there are several.</summary>
    private static ClientArm ArmOf(string pattern, string expression)
    {
        var parts = expression.Split(Separator);
        if (parts.Length == 1)
            return new ClientArm(pattern, expression, []);
        var open = parts[0].IndexOf('(', StringComparison.Ordinal) + 1;
        return new ClientArm(pattern, parts[0][..open], [parts[0][open..], .. parts[1..]]);
    }

    public static string PatternOf(ResponseStatus status) =>
        status.IsDefault ? "_" : status.IsRange ? $">= {status.First} and <= {status.Last}" : status.ToString();

    /// <summary>A response that names no other representation has the preferred one.</summary>
    private static string GuardOf(ResponsePlan documented, string response) => documented.IsPreferred ? "" : IsOfType(documented, response);

    /// <summary>The condition under which a response is the only success.</summary>
    public static string SuccessOf(ResponsePlan documented, string response) => $"{response}.IsSuccess({documented.Status}, [{documented.Body!.TypeLiterals}])";

    private static string IsOfType(ResponsePlan documented, string response) => $" when {response}.IsOfType([{documented.Body!.TypeLiterals}])";

    /// <summary>No other status of 2xx is documented, so that one which is not says the same if it carries the same.</summary>
    private static bool IsOnlySuccess(OperationPlan plan, ResponsePlan documented) =>
        documented.Status is { IsSuccess: true, IsRange: false } && plan.Successes.All(other => other.Status == documented.Status || !other.Status.IsSuccess);

    private static int RankOf(ResponseStatus status) => status.IsDefault ? 2 : status.IsRange ? 1 : 0;

    private static string Read(OperationPlan plan, ResponsePlan documented, string response)
    {
        var body = documented.Body is null ? null : $"await {response}.{ReadCall(documented, documented.Body)}.ConfigureAwait(false)";
        if (plan.ResponseName is null)
            return body ?? "";
        var isUnion = plan.Cases.Length > 1;
        string[] components =
        [
            .. documented.Status.IsRange || documented.Status.IsDefault ? [$"{response}.Status"] : Array.Empty<string>(),
            .. body is null ? [] : new[] { body },
            .. documented.Headers.Select(header => HeaderOf(header, response)),
        ];
        return $"new {plan.ResponseName}{(isUnion ? "." + documented.CaseName : "")}({string.Join(Separator, components)})";
    }

    private static string ReadCall(ResponsePlan documented, BodyPlan body) => body.Kind switch
    {
        MediaKind.Json when !documented.OtherTypes.IsEmpty => $"ReadJsonAsync{body.TypeArguments}([{body.TypeLiterals}], [{string.Join(", ", documented.OtherTypes.Select(Literal.Text))}])",
        MediaKind.Json when body.HasRange => $"ReadJsonAsync{body.TypeArguments}([{body.TypeLiterals}])",
        MediaKind.Json => $"ReadJsonAsync{body.TypeArguments}()",
        MediaKind.Text => $"ReadTextAsync({body.TypeLiterals})",
        _ => $"ReadFileAsync({body.TypeLiterals})",
    };

    private static string Throw(ResponsePlan documented, string response) => documented.Body?.Kind switch
    {
        MediaKind.Json => $"throw await {response}.ToExceptionAsync{documented.Body.TypeArguments}({(documented.Body.HasRange ? documented.Body.TypeLiterals : "")}).ConfigureAwait(false)",
        MediaKind.Text => $"throw await {response}.ToTextExceptionAsync({documented.Body.TypeLiterals}).ConfigureAwait(false)",
        MediaKind.Stream => $"throw await {response}.ToFileExceptionAsync({documented.Body.TypeLiterals}).ConfigureAwait(false)",
        _ => $"throw await {response}.ToExceptionAsync().ConfigureAwait(false)",
    };

    private static string HeaderOf(HeaderPlan header, string response)
    {
        var name = Literal.Text(header.WireName);
        if (header.Layout == HeaderLayout.Lines)
            return $"{response}.{(header.IsExpected ? "RequiredHeaderLines" : "HeaderLines")}({name})";
        if (header.Type.Text == "string" && header.Layout != HeaderLayout.Json)
            return $"{response}.{(header.IsExpected ? "RequiredHeader" : "Header")}({name})";
        var layout = (header.IsLiteral ? ", isLiteral: true" : "") + (header.Layout == HeaderLayout.List ? ", isList: true" : "");
        var method = header.IsExpected ? "RequiredHeader" : header.Type.IsValueType ? "HeaderValue" : "HeaderObject";
        return $"{response}.{method}<{header.Type.Text}, {header.Type.Codec}>({name}{layout})";
    }
}
