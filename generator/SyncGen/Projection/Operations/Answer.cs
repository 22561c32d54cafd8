using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>A documented answer of an operation, with one representation of its body.</summary>
/// <param name="Status">For which statuses.</param>
/// <param name="Name">The C# name: <c>Ok</c>, <c>NotFound</c>, <c>ClientError</c>; for further representations <c>OkAsText</c>.</param>
/// <param name="IsSuccess">The operation did what was asked.</param>
/// <param name="Body">Null when the answer has none.</param>
internal sealed record Answer(
    ResponseStatus Status,
    string Name,
    bool IsSuccess,
    BodyPlan? Body,
    ImmutableArray<AnswerHeader> Headers,
    string? Description)
{
    /// <summary>The body has no other representation, or an answer that names none of the others has this one.</summary>
    public bool IsPreferred { get; init; } = true;

    /// <summary>What a further representation adds to the name: <c>AsText</c>; empty for the preferred one.</summary>
    public string Variant => Name[StatusNames.Of(Status).Length..];

    /// <summary>The name that the client's answer has: representations of one type are one.</summary>
    public string CaseName { get; init; } = Name;

    /// <summary>The answer as comments name it: with the representation, when there are several.</summary>
    public string Label { get; init; } = Status.ToString();

    /// <summary>The documented answers in contract order.</summary>
    public static ImmutableArray<Answer> Of(ApiModel api, TypeTable types, CodeStyle style, Operation operation)
    {
        var freeForm = TypeMapper.FreeFormOf(style);
        var statuses = operation.Responses.Select(response => response.Status).Where(status => status.Last >= 200).ToImmutableArray();
        var answers = ImmutableArray.CreateBuilder<Answer>();
        foreach (var response in operation.Responses.Where(response => response.Status.Last >= 200).DistinctBy(response => response.Status))
        {
            var hasBody = operation.Method != "HEAD" && response.Status.First is not (204 or 205 or 304);
            var bodies = hasBody ? Representations.Of(api, types, freeForm, response.Content, isRequest: false) : [];
            var answer = new Answer(
                response.Status,
                StatusNames.Of(response.Status),
                IsSuccessOf(response.Status, statuses),
                bodies.FirstOrDefault(),
                AnswerHeader.Of(api, types, style.Lenient, response.Headers),
                response.Description);
            if (bodies.Length > 1)
                answers.AddRange(VariantsOf(answer, bodies));
            else
                answers.Add(answer);
        }

        return answers.DrainToImmutable();
    }

    private static List<Answer> VariantsOf(Answer answer, ImmutableArray<BodyPlan> bodies)
    {
        var names = new NameTable(StringComparer.Ordinal);
        var variants = new List<Answer>();
        foreach (var body in bodies)
        {
            var name = variants.Count == 0 ? answer.Name : names.Add(body.Media.Name, body.Media.Name, OperationNames.VariantsOf(answer.Name, body));
            variants.Add(answer with
            {
                Name = name,
                Body = body,
                IsPreferred = variants.Count == 0,
                CaseName = variants.Find(other => other.Body!.ReadType == body.ReadType)?.CaseName ?? name,
                Label = $"{answer.Status} with {string.Join(", ", body.MediaTypes)}",
            });
        }

        return variants;
    }

    /// <summary>2xx and 3xx; where there is none, the default.</summary>
    private static bool IsSuccessOf(ResponseStatus status, ImmutableArray<ResponseStatus> all) =>
        all.Any(other => other.First is >= 200 and <= 399) ? status.First is >= 200 and <= 399 : status.IsDefault;
}
