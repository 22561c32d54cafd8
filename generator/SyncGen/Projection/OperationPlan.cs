using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>An operation with what client and server decide alike.</summary>
/// <param name="Operation">What the contract says.</param>
/// <param name="Name">For example <c>GetSync</c>.</param>
/// <param name="Group">The client and controller it stands in: <c>Sync</c>.</param>
/// <param name="Arguments">Required ones first.</param>
/// <param name="Body">The request's body, or null.</param>
/// <param name="Answers">In contract order.</param>
/// <param name="ResultName">The server's result: <c>GetSyncResult</c>.</param>
/// <param name="AnswerName">The client's answer where the body alone does not say it all, else null.</param>
internal sealed record OperationPlan(
    Operation Operation,
    string Name,
    string Group,
    ImmutableArray<Argument> Arguments,
    BodyPlan? Body,
    ImmutableArray<Answer> Answers,
    string ResultName,
    string? AnswerName)
{
    /// <summary>The answers that are no error.</summary>
    public IEnumerable<Answer> Successes => Answers.Where(answer => answer.IsSuccess);

    /// <summary>The operation as the contract's reader knows it.</summary>
    public string Title => $"{Operation.Method} {Operation.Path}";

    /// <summary>Summary and remarks.</summary>
    public ImmutableArray<string> Documentation => DocComment.Of(Description, $"{Title}.", Description is null ? null : Title);

    /// <summary>Markdown of summary and description together.</summary>
    private string? Description => (Operation.Summary, Operation.Description) switch
    {
        (null, var description) => description,
        (var summary, null) => summary,
        var (summary, description) => summary.Trim() == description.Trim() ? summary : $"{summary}\n\n{description}",
    };

    /// <summary>The name of a local beside the arguments.</summary>
    public string LocalOf(string name) => Arguments.Any(argument => argument.Name == name) ? $"api{Identifier.PascalCase(name, "")}" : name;

    /// <summary>Whether a client gives more than a body: headers or one of several successes.</summary>
    public static bool NeedsAnswer(ImmutableArray<Answer> answers)
    {
        var successes = answers.Where(answer => answer.IsSuccess).ToImmutableArray();
        return successes.Length > 1 || successes is [{ Headers.IsEmpty: false, Body: not { IsSequence: true } }];
    }
}
