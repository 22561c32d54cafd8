using System.Text;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Equal inline enums of an API are one type: the one that the contract has first.</summary>
internal static class SharedEnums
{
    /// <summary>For each later inline enum the first one that equals it, the name that its author wishes included.</summary>
    public static Dictionary<SchemaId, SchemaId> Of(ApiModel api, Func<Schema, string?> wishOf)
    {
        var first = new Dictionary<string, SchemaId>(StringComparer.Ordinal);
        var shared = new Dictionary<SchemaId, SchemaId>();
        foreach (var schema in api.Schemas)
        {
            if (schema is not { Shape: Shape.Enum values, Name: null })
                continue;
            var key = $"{wishOf(schema)}\0{KeyOf(values)}";
            if (!first.TryAdd(key, schema.Id))
                shared.Add(schema.Id, first[key]);
        }

        return shared;
    }

    private static string KeyOf(Shape.Enum values)
    {
        var key = new StringBuilder(values.IsInteger ? "integer" : values.IsOpen ? "text" : "string");
        foreach (var value in values.Values)
        {
            var text = value.Value switch
            {
                JsonValue.String literal => literal.Value,
                JsonValue.Number number => number.Text,
                _ => "",
            };
            key.Append('\0').Append(text).Append('\u0001').Append(value.Name);
        }

        return key.ToString();
    }
}
