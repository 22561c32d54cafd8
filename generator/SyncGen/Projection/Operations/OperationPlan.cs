using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>An operation, with one representation of its request's body, and what client and server decide alike.</summary>
/// <param name="Operation">What the contract says.</param>
/// <param name="Name">For example <c>GetSync</c>, for further representations <c>SendNoteAsText</c>.</param>
/// <param name="Group">The client and controller it stands in: <c>Sync</c>.</param>
/// <param name="Arguments">Required ones first.</param>
/// <param name="Body">The request's body, or null.</param>
/// <param name="Responses">In contract order.</param>
/// <param name="ResultName">The server's result: <c>GetSyncResult</c>.</param>
/// <param name="Id">The operation in descriptions of the API: the contract's <c>operationId</c> where it has one of its own.</param>
internal sealed record OperationPlan(
    Operation Operation,
    string Name,
    string Group,
    ImmutableArray<Argument> Arguments,
    BodyPlan? Body,
    ImmutableArray<ResponsePlan> Responses,
    string ResultName,
    string Id)
{
    /// <summary>The body has no other representation, or this is the one that needs no name of its own; what belongs to the operation as a whole is made from it.</summary>
    public bool IsPreferred { get; init; } = true;

    /// <summary>The body has other representations, each with a plan of its own.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>The media types of the body in all its representations.</summary>
    public ImmutableArray<string> BodyTypes { get; init; } = [];

    /// <summary>Descriptions of the API show it: it is the first with its method and path, without the query, for they have no room for more.</summary>
    public bool IsDescribed { get; init; } = true;

    /// <summary>The forms of which a multipart body is one, where the contract has several.</summary>
    public ImmutableArray<FormCases> Forms { get; init; } = [];

    /// <summary>The names that the fields of a form may have; null where they may have any.</summary>
    public FormNames? FormNames { get; init; }

    /// <summary>What a server demands of the query, where the path alone does not tell which operation is meant.</summary>
    public ImmutableArray<QueryDemand> Queries { get; init; } = [];

    /// <summary>What a server demands of the path as it was sent, the arguments of <c>RequireLiterals</c> each.</summary>
    public ImmutableArray<string> Literals { get; init; } = [];

    /// <summary>The decoded path of a request does not tell a server whether the operation is meant.</summary>
    public bool HasDemands => !Queries.IsEmpty || !Literals.IsEmpty;

    /// <summary>The body has this representation unless the request names the media type of another.</summary>
    public bool TakesTheRest { get; init; }

    /// <summary>The responses that are no error.</summary>
    public IEnumerable<ResponsePlan> Successes => Responses.Where(response => response.IsSuccess);

    /// <summary>The successes that a client tells apart.</summary>
    public ImmutableArray<ResponsePlan> Cases => CasesOf(Responses);

    /// <summary>The operation as the contract's reader knows it.</summary>
    public string Title => $"{Operation.Method} {Operation.Path}";

    /// <summary>The representation of the response that is asked for, where it is not the preferred one.</summary>
    public BodyPlan? Asked { get; init; }

    /// <summary>The client's response where the body alone does not say it all, else null.</summary>
    public string? ResponseName { get; init; }

    /// <summary>The operation as comments name it: with the representation, when there are several.</summary>
    public string Heading => (Asked, IsOneOfSeveral) switch
    {
        ({ } asked, _) => $"{Title} returned as {string.Join(", ", asked.MediaTypes)}",
        (null, true) => $"{Title} with {string.Join(", ", Body!.MediaTypes)}",
        _ => Title,
    };

    /// <summary>Summary and remarks.</summary>
    public ImmutableArray<string> Documentation => DocComment.Of(Description, $"{Heading}.", Description is null ? null : Heading);

    /// <summary>What descriptions of the API say of it in one line, or null.</summary>
    public string? Summary => Operation.Summary?.Trim() is { Length: > 0 } summary ? summary : null;

    /// <summary>Markdown of summary and description together.</summary>
    private string? Description => (Operation.Summary, Operation.Description) switch
    {
        (null, var description) => description,
        (var summary, null) => summary,
        var (summary, description) => summary.Trim() == description.Trim() ? summary : $"{summary}\n\n{description}",
    };

    /// <summary>As a client sends it: the arguments are expressions that also hold where a value is not given.</summary>
    /// <param name="write">Writes a value as the client's class can.</param>
    public OperationPlan AsSent(Func<string, string> write) => this with
    {
        Arguments = [.. Arguments.Select(argument => argument.Constant is { } constant ? argument with { Name = $"{argument.Name} ?? {write(constant)}" } : argument)],
    };

    /// <summary>The name of a local beside the arguments.</summary>
    public string LocalOf(string name) => Arguments.Any(argument => argument.Name == name) ? $"api{Identifier.PascalCase(name, "")}" : name;

    /// <summary>Whether a client gives more than a body: headers or one of several successes.</summary>
    public static bool NeedsResponse(ImmutableArray<ResponsePlan> responses)
    {
        var cases = CasesOf(responses);
        return cases.Length > 1 || cases is [{ Headers.IsEmpty: false, Body: not { IsSequence: true } }];
    }

    private static ImmutableArray<ResponsePlan> CasesOf(ImmutableArray<ResponsePlan> responses) =>
        [.. responses.Where(response => response.IsSuccess && response.CaseName == response.Name)];
}
