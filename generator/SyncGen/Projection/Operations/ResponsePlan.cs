using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>A documented response of an operation, with one representation of its body.</summary>
/// <param name="Status">For which statuses.</param>
/// <param name="Name">The C# name: <c>Ok</c>, <c>NotFound</c>, <c>ClientError</c>; for further representations <c>OkAsText</c>.</param>
/// <param name="IsSuccess">The operation did what was asked.</param>
/// <param name="Body">Null when the response has none.</param>
internal sealed record ResponsePlan(
    ResponseStatus Status,
    string Name,
    bool IsSuccess,
    BodyPlan? Body,
    ImmutableArray<HeaderPlan> Headers,
    string? Description)
{
    /// <summary>The body has no other representation, or a response that names none of the others has this one.</summary>
    public bool IsPreferred { get; init; } = true;

    /// <summary>The media types of the other representations, without parameters.</summary>
    public ImmutableArray<string> OtherTypes { get; init; } = [];

    /// <summary>What a further representation adds to the name: <c>AsText</c>; empty for the preferred one.</summary>
    public string Variant => Name[StatusNames.Of(Status).Length..];

    /// <summary>The name that the client's response has: representations of one type are one.</summary>
    public string CaseName { get; init; } = Name;

    /// <summary>The response as comments name it: with the representation, when there are several.</summary>
    public string Label { get; init; } = Status.ToString();

    /// <summary>The documented responses in contract order.</summary>
    public static ImmutableArray<ResponsePlan> Of(ApiModel api, TypeTable types, CodeStyle style, Operation operation)
    {
        var freeForm = TypeMapper.FreeFormOf(style);
        var statuses = operation.Responses.Select(response => response.Status).Where(status => status.Last >= 200).ToImmutableArray();
        var documentedResponses = ImmutableArray.CreateBuilder<ResponsePlan>();
        foreach (var response in operation.Responses.Where(response => response.Status.Last >= 200).DistinctBy(response => response.Status))
        {
            var hasBody = operation.Method != "HEAD" && response.Status.First is not (204 or 205 or 304);
            var bodies = hasBody ? Representations.Of(api, types, freeForm, response.Content, isRequest: false) : [];
            var documented = new ResponsePlan(
                response.Status,
                StatusNames.Of(response.Status),
                IsSuccessOf(response.Status, statuses),
                bodies.FirstOrDefault(),
                HeaderPlan.Of(api, types, style.Lenient, response.Headers),
                response.Description);
            if (bodies.Length > 1)
                documentedResponses.AddRange(VariantsOf(documented, bodies));
            else
                documentedResponses.Add(documented);
        }

        return documentedResponses.DrainToImmutable();
    }

    private static List<ResponsePlan> VariantsOf(ResponsePlan documented, ImmutableArray<BodyPlan> bodies)
    {
        var names = new NameTable(StringComparer.Ordinal);
        var variants = new List<ResponsePlan>();
        foreach (var body in bodies)
        {
            var name = variants.Count == 0 ? documented.Name : names.Add(body.Media.Name, body.Media.Name, OperationNames.VariantsOf(documented.Name, body));
            variants.Add(documented with
            {
                Name = name,
                Body = body,
                IsPreferred = variants.Count == 0,
                OtherTypes = [.. bodies.Where(other => other != body).SelectMany(other => other.MediaTypes).Select(MediaKinds.EssenceOf).Distinct()],
                CaseName = variants.Find(other => other.Body!.ReadType == body.ReadType)?.CaseName ?? name,
                Label = $"{documented.Status} with {string.Join(", ", body.MediaTypes)}",
            });
        }

        return variants;
    }

    /// <summary>2xx and 3xx; where there is none, the default.</summary>
    private static bool IsSuccessOf(ResponseStatus status, ImmutableArray<ResponseStatus> all) =>
        all.Any(other => other.First is >= 200 and <= 399) ? status.First is >= 200 and <= 399 : status.IsDefault;
}
