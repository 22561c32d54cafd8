using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Where the inline schemas of an operation stand: its parameters, its body and its responses.</summary>
internal static class OperationPositions
{
    public static void Add(Dictionary<SchemaId, SchemaPosition> positions, ApiModel api, Operation operation, string name)
    {
        foreach (var parameter in operation.Parameters)
            Add(positions, api, parameter.Schema, name + Identifier.PascalCase(parameter.Name, "Parameter"));
        foreach (var media in operation.Body?.Content ?? [])
            Add(positions, api, media.Schema, name + "Request");
        foreach (var response in operation.Responses)
        {
            var suffix = SuffixOf(operation, response.Status);
            foreach (var media in response.Content)
                Add(positions, api, media.Schema, name + suffix);
            foreach (var header in response.Headers)
                Add(positions, api, header.Schema, name + suffix + Identifier.PascalCase(header.Name, "Header"));
        }

        foreach (var callback in operation.Callbacks)
        {
            foreach (var called in callback.Operations)
                Add(positions, api, called, name + Identifier.PascalCase(callback.Name, "Callback"));
        }
    }

    private static void Add(Dictionary<SchemaId, SchemaPosition> positions, ApiModel api, SchemaId? schema, string name)
    {
        if (schema is { } id && api[id].Name is null)
            positions.TryAdd(id, SchemaPosition.Root(ComponentName(id) ?? name));
    }

    /// <summary>A schema in a shared response, body, parameter or header is named after that component, not after one of its users.</summary>
    private static string? ComponentName(SchemaId id)
    {
        var segments = id.Pointer.Segments;
        var first = segments is ["components", ..] ? 1 : 0;
        if (segments.Length < first + 3)
            return null;
        var name = segments[first + 1];
        return segments[first] switch
        {
            "responses" => WithSuffix(name, "Response"),
            "requestBodies" => WithSuffix(name, "Request"),
            "headers" => WithSuffix(name, "Header"),
            "parameters" => Identifier.PascalCase(name, "Parameter"),
            _ => null,
        };
    }

    private static string WithSuffix(string text, string suffix)
    {
        var name = Identifier.PascalCase(text, suffix);
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name : name + suffix;
    }

    /// <summary>The lowest success is the response; every other response carries the name of its status.</summary>
    private static string SuffixOf(Operation operation, ResponseStatus status)
    {
        if (status.First is >= 200 and <= 299)
        {
            var lowest = operation.Responses.Where(response => response.Status.First is >= 200 and <= 299).Min(response => response.Status.First);
            return status.First == lowest ? "Response" : StatusNames.Of(status) + "Response";
        }

        return StatusNames.Of(status) + "Response";
    }
}
