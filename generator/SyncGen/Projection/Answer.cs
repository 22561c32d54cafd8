using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>A documented answer of an operation.</summary>
/// <param name="Status">For which statuses.</param>
/// <param name="Name">The C# name: <c>Ok</c>, <c>NotFound</c>, <c>ClientError</c>.</param>
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
    /// <summary>The documented answers in contract order.</summary>
    public static ImmutableArray<Answer> Of(ApiModel api, TypeTable types, FreeFormJson freeForm, Operation operation)
    {
        var statuses = operation.Responses.Select(response => response.Status).Where(status => status.Last >= 200).ToImmutableArray();
        var answers = ImmutableArray.CreateBuilder<Answer>();
        foreach (var response in operation.Responses.Where(response => response.Status.Last >= 200).DistinctBy(response => response.Status))
        {
            var hasBody = operation.Method != "HEAD" && response.Status.First is not (204 or 205 or 304);
            answers.Add(new Answer(
                response.Status,
                StatusNames.Of(response.Status),
                IsSuccessOf(response.Status, statuses),
                hasBody ? Representations.Of(api, types, freeForm, response.Content, isRequest: false).FirstOrDefault() : null,
                AnswerHeader.Of(api, types, response.Headers),
                response.Description));
        }

        return answers.DrainToImmutable();
    }

    /// <summary>2xx; where there is none 3xx; where there is none either, the default.</summary>
    private static bool IsSuccessOf(ResponseStatus status, ImmutableArray<ResponseStatus> all)
    {
        if (all.Any(other => other.First is >= 200 and <= 299))
            return status.First is >= 200 and <= 299;
        if (all.Any(other => other.First is >= 300 and <= 399))
            return status.First is >= 300 and <= 399;
        return status.IsDefault;
    }
}

/// <summary>A header of an answer.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The C# name in PascalCase.</param>
/// <param name="Type">The type of its value, a single one or a list of them.</param>
/// <param name="IsList">The value is a list.</param>
/// <param name="IsLiteral">The value, or each item, is a number or a boolean.</param>
internal sealed record AnswerHeader(string WireName, string Name, CSharpType Type, bool IsList, bool IsLiteral, string? Description)
{
    public static ImmutableArray<AnswerHeader> Of(ApiModel api, TypeTable types, ImmutableArray<ResponseHeader> headers)
    {
        var names = new NameTable(StringComparer.Ordinal);
        names.TryAdd("Body", "");
        names.TryAdd("StatusCode", "");
        var result = ImmutableArray.CreateBuilder<AnswerHeader>();
        foreach (var header in headers.Where(header => !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).DistinctBy(header => header.Name.ToLowerInvariant()))
        {
            var name = Identifier.PascalCase(header.Name, "Header");
            name = names.Add(header.Name, header.Name, ReservedNames.IsMember(name) ? name + "Header" : name, name + "Header");
            var shape = MediaKinds.ShapeOf(api, header.Schema);
            var isList = shape is Shape.Array;
            var single = shape is Shape.Array array ? MediaKinds.ShapeOf(api, array.Items) : shape;
            var isSimple = single is Shape.String or Shape.Number or Shape.Boolean or Shape.Enum;
            result.Add(new AnswerHeader(
                header.Name,
                name,
                isSimple ? types[header.Schema] : new CSharpType("string", "JsonString", false, []),
                isSimple && isList,
                single is Shape.Number or Shape.Boolean or Shape.Enum { IsInteger: true },
                header.Description ?? api[header.Schema].Description));
        }

        return result.DrainToImmutable();
    }
}
