using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What operations say of the inline schemas of their bodies and responses, for schemas that say nothing of themselves.</summary>
internal static class InlineDescriptions
{
    public static Dictionary<SchemaId, string> Of(ApiModel api)
    {
        var descriptions = new Dictionary<SchemaId, string>();
        foreach (var operation in api.Operations)
        {
            Add(operation.Body?.Description, operation.Body?.Content ?? []);
            foreach (var response in operation.Responses)
                Add(response.Description, response.Content);
        }

        return descriptions;

        void Add(string? description, ImmutableArray<MediaType> content)
        {
            if (string.IsNullOrWhiteSpace(description))
                return;
            foreach (var media in content)
            {
                if (media.Schema is { } id && api[id] is { Name: null, Title: null, Description: null })
                    descriptions.TryAdd(id, description);
            }
        }
    }
}
