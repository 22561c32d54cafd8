using Microsoft.OpenApi;

namespace SyncGen.Features;

/// <summary>
/// What an OpenAPI document says of operations, a line each, so that two documents can be compared. Left out is what descriptions of ASP.NET Core
/// have no place for: cookies, ranges of statuses, a second operation of one path, and further types beside the preferred one.
/// </summary>
internal static class DescribedApi
{
    /// <param name="document">A contract or the document of a server.</param>
    /// <param name="isExact">Compare also types, fields of forms and whether these are required, which libraries show in ways of their own.</param>
    public static IReadOnlyList<string> Of(OpenApiDocument document, bool isExact) =>
    [
        .. document.Paths
            .Where(path => path.Key.AsSpan().IndexOfAny('?', '#') < 0)
            .SelectMany(path => path.Value.Operations!.SelectMany(operation => LinesOf(operation.Value, operation.Key, isExact).Select(line => $"{operation.Key} {path.Key} {line}")))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> LinesOf(OpenApiOperation operation, HttpMethod method, bool isExact) =>
    [
        $"is {operation.OperationId}",
        // Without a tag an operation stands under the name of its group.
        $"is tagged {string.Join(", ", operation.Tags is { Count: > 0 } tags ? tags.Select(tag => tag.Name) : ["Features"])}",
        .. (operation.Parameters ?? []).Where(parameter => parameter.In != ParameterLocation.Cookie).Select(parameter => $"has {ParameterOf(parameter, isExact)}"),
        .. operation.RequestBody is { } body ? BodyOf(body, isExact) : [],
        .. (operation.Responses ?? []).Where(response => !response.Key.EndsWith("XX", StringComparison.Ordinal)).Select(response => $"answers {AnswerOf(response.Key, response.Value, method)}"),
    ];

    private static string ParameterOf(IOpenApiParameter parameter, bool isExact) =>
        $"{parameter.In} {parameter.Name}{(parameter.Required ? ", required" : "")}{(isExact ? $": {TypeOf(parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema)}" : "")}";

    private static IEnumerable<string> BodyOf(IOpenApiRequestBody body, bool isExact)
    {
        var types = TypesOf(body.Content);
        var isForm = types is ["application/x-www-form-urlencoded"] or ["multipart/form-data"];
        yield return $"body {string.Join(", ", types)}{(body.Required && (isExact || !isForm) ? ", required" : "")}";
        if (isExact && isForm)
        {
            var schema = body.Content!.Values.Single().Schema!;
            foreach (var (name, field) in FieldsOf(schema))
                yield return $"body field {name}{(schema.Required?.Contains(name) is true ? ", required" : "")}: {TypeOf(field)}";
        }
    }

    private static string AnswerOf(string status, IOpenApiResponse response, HttpMethod method) =>
        $"{status} with {string.Join(", ", method == HttpMethod.Head ? [] : TypesOf(response.Content))}";

    /// <summary>Media types; an object as XML has no code (SG4102).</summary>
    private static string[] TypesOf(IDictionary<string, OpenApiMediaType>? content) => [.. (content ?? new Dictionary<string, OpenApiMediaType>()).Keys.Where(type => type != "application/xml").Order(StringComparer.Ordinal)];

    private static IEnumerable<KeyValuePair<string, IOpenApiSchema>> FieldsOf(IOpenApiSchema schema) =>
        (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Concat((schema.AllOf ?? []).SelectMany(FieldsOf));

    /// <summary>The type and that of items. Numbers as ASP.NET Core reads them may be texts, and models have a type that only their codec knows.</summary>
    private static string TypeOf(IOpenApiSchema? schema) => (schema?.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.Integer or (JsonSchemaType.Integer | JsonSchemaType.String) => "integer",
        JsonSchemaType.Number or (JsonSchemaType.Number | JsonSchemaType.String) => "number",
        JsonSchemaType.Array => $"list of {TypeOf(schema!.Items)}",
        null or JsonSchemaType.Object => "object",
        var type => $"{type}",
    };
}
