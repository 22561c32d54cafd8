using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides what a client does with each status.</summary>
internal static class ClientArms
{
    /// <summary>The pattern of every success.</summary>
    public const string AnySuccess = ">= 200 and <= 299";

    /// <summary>Stands between the arguments of a constructor until the arm is laid out.</summary>
    private const char Separator = '\n';

    /// <summary>Stands before the step that follows reading, which has a line of its own.</summary>
    private const char Next = '\v';

    /// <summary>Single statuses, then ranges, then the rest; errors that say the same stand together.</summary>
    public static ImmutableArray<ClientArm> Of(OperationPlan plan, string response)
    {
        var arms = new List<(int Rank, string Guard, string Pattern, string Expression, bool IsRefusal)>();
        // A response of the preferred representation need not name its media type, so that it is found last.
        foreach (var documented in plan.Responses.OrderBy(documented => documented.IsPreferred))
        {
            var guard = GuardOf(documented, response);
            if (IsOnlySuccess(plan, documented) && documented is { Body: not null, IsPreferred: true })
                arms.Add((2, $" when {SuccessOf(documented, response)}", "_", Read(plan, documented, response), false));
            else if (IsOnlySuccess(plan, documented))
                arms.Add((2, guard, AnySuccess, Read(plan, documented, response), false));
            else if (documented.IsSuccess)
                arms.Add((RankOf(documented.Status), guard, documented.Status.IsDefault ? AnySuccess : PatternOf(documented.Status), Read(plan, documented, response), false));
            if (!documented.IsSuccess || documented.Status.IsDefault)
                arms.Add((documented.Status.IsDefault ? 3 : RankOf(documented.Status), guard, PatternOf(documented.Status), ExceptionOf(documented, response), true));
        }

        if (!plan.Responses.Any(documented => documented.IsSuccess))
            arms.Add((2, "", AnySuccess, "", false));
        if (!plan.Responses.Any(documented => documented.Status.IsDefault && documented.IsPreferred))
            arms.Add((3, "", "_", $"{response}.ToExceptionAsync()", true));
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
                .GroupBy(arm => (arm.Rank, arm.Guard, arm.Expression, arm.IsRefusal))
                .OrderBy(group => group.Key.Rank)
                .ThenBy(group => group.Key.Guard.Length == 0)
                .Select(group => ArmOf(string.Join(" or ", group.Select(arm => arm.Pattern)) + group.Key.Guard, group.Key.Expression, group.Key.IsRefusal)),
        ];
    }

    /// <summary>The arguments of a constructor stand on a line each when there are several.</summary>
    private static ClientArm ArmOf(string pattern, string expression, bool isRefusal)
    {
        var parts = expression.Split(Separator);
        var steps = parts[0].Split(Next);
        return new ClientArm(pattern, steps[0], steps.Length > 1 ? steps[1] : null, [.. parts.Skip(1)], isRefusal);
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
        if (plan.ResponseName is null)
            return documented.Body is null ? "" : $"{response}.{ReadCall(documented, documented.Body)}";
        string[] components =
        [
            .. documented.Status.IsRange || documented.Status.IsDefault ? [$"{response}.Status"] : Array.Empty<string>(),
            .. documented.Body is null ? [] : new[] { "body" },
            .. documented.Headers.Select(header => HeaderOf(header, response)),
        ];
        var start = components.Length > 1 ? Separator.ToString() : "";
        var made = $"new {plan.ResponseName}{(plan.Cases.Length > 1 ? "." + documented.CaseName : "")}({start}{string.Join(Separator, components)})";
        if (documented.Body is null)
            return $"Task.FromResult<{plan.ResponseName}>({made})";
        // The compiler binds a function once for each type that it would have to find out.
        return $"{response}.{ReadCall(documented, documented.Body)}{Next}.ThenAsync<{documented.Body.ReceivedType}, {plan.ResponseName}>({response}, static ({response}, body) => {made})";
    }

    private static string ReadCall(ResponsePlan documented, BodyPlan body) => body.Kind switch
    {
        MediaKind.Json when !documented.OtherTypes.IsEmpty => $"ReadJsonAsync{body.TypeArguments}([{body.TypeLiterals}], [{string.Join(", ", documented.OtherTypes.Select(Literal.Text))}])",
        MediaKind.Json when body.HasRange => $"ReadJsonAsync{body.TypeArguments}([{body.TypeLiterals}])",
        MediaKind.Json => $"ReadJsonAsync{body.TypeArguments}()",
        MediaKind.Text => $"ReadTextAsync({body.TypeLiterals})",
        _ => $"ReadFileAsync({body.TypeLiterals})",
    };

    private static string ExceptionOf(ResponsePlan documented, string response) => documented.Body?.Kind switch
    {
        MediaKind.Json => $"{response}.ToExceptionAsync{documented.Body.TypeArguments}({(documented.Body.HasRange ? documented.Body.TypeLiterals : "")})",
        MediaKind.Text => $"{response}.ToTextExceptionAsync({documented.Body.TypeLiterals})",
        MediaKind.Stream => $"{response}.ToFileExceptionAsync({documented.Body.TypeLiterals})",
        _ => $"{response}.ToExceptionAsync()",
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
