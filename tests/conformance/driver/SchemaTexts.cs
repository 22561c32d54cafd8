using System.Globalization;

namespace SyncGen.ForeignServers;

/// <summary>Reads texts of parameters as the JSON values that their schemas say, by the styles of the specification.</summary>
internal sealed class SchemaTexts(JsonObject document)
{
    private static readonly string[] Compositions = ["allOf", "anyOf", "oneOf"];

    public JsonObject? At(string pointer)
    {
        JsonNode? node = document;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is JsonArray array ? array[int.Parse(name, CultureInfo.InvariantCulture)] : node?[name];
        }

        return node as JsonObject;
    }

    /// <summary>The object itself, or the one that it refers to.</summary>
    public JsonObject Resolve(JsonNode? node)
    {
        while (node?["$ref"] is JsonValue reference)
            node = At(Uri.UnescapeDataString(reference.GetValue<string>()[1..]));
        return (JsonObject)node!;
    }

    /// <summary>The value of a parameter; null where nothing of it was sent.</summary>
    /// <param name="parameter">The contract's parameter.</param>
    /// <param name="sent">What was sent in the parameter's place, in order.</param>
    public JsonNode? Read(JsonObject parameter, IReadOnlyList<KeyValuePair<string, string>> sent)
    {
        var name = parameter["name"]!.GetValue<string>();
        var place = parameter["in"]!.GetValue<string>();
        var comparison = place == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var texts = sent.Where(pair => string.Equals(pair.Key, name, comparison)).Select(pair => pair.Value).ToList();
        if (parameter["content"] is JsonObject)
            return texts.Count == 0 ? null : JsonNode.Parse(texts[0]);
        var schema = Resolve(parameter["schema"] ?? parameter);
        var (separator, explodes) = StyleOf(parameter, place);
        switch (TypeOf(schema))
        {
            case "array" when texts.Count > 0:
                var items = Resolve(schema["items"] ?? new JsonObject());
                var parts = texts.SelectMany(text => Parts(parameter, text, separator, explodes));
                return new JsonArray([.. parts.Select(text => Scalar(text, items))]);
            case "object":
                return ReadObject(parameter, schema, texts, sent, separator, explodes);
            default:
                return texts.Count == 0 ? null : Scalar(Unstyled(parameter, texts[0]), schema);
        }
    }

    /// <summary>One value; a text where the schema leaves it open.</summary>
    public JsonNode? Scalar(string text, JsonObject schema)
    {
        if (TypeOf(schema) is "integer" or "number" or "boolean")
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (System.Text.Json.JsonException)
            {
                return JsonValue.Create(text);
            }
        }

        return JsonValue.Create(text);
    }

    public string? TypeOf(JsonObject schema)
    {
        if (schema["type"] is JsonValue type)
            return type.GetValue<string>();
        if (schema["properties"] is not null)
            return "object";
        return Compositions
            .SelectMany(word => schema[word]?.AsArray() ?? [])
            .Select(part => TypeOf(Resolve(part)))
            .FirstOrDefault(found => found is not null);
    }

    private JsonObject? ReadObject(JsonObject parameter, JsonObject schema, List<string> texts, IReadOnlyList<KeyValuePair<string, string>> sent, char separator, bool explodes)
    {
        var name = parameter["name"]!.GetValue<string>();
        var result = new JsonObject();
        void Add(string key, string text) => result[key] = Scalar(text, Resolve(schema["properties"]?[key] ?? (schema["additionalProperties"] is JsonObject additional ? additional : new JsonObject())));
        if (parameter["style"]?.GetValue<string>() == "deepObject")
        {
            foreach (var (key, text) in sent.Where(pair => pair.Key.StartsWith(name + "[", StringComparison.Ordinal)))
                Add(key[(name.Length + 1)..^1], text);
        }
        else if (parameter["in"]!.GetValue<string>() == "query" && explodes)
        {
            foreach (var (key, text) in sent.Where(pair => schema["properties"] is null || schema["properties"]![pair.Key] is not null))
                Add(key, text);
        }
        else
        {
            var parts = texts.SelectMany(text => Parts(parameter, text, separator, explodes)).ToList();
            if (parts.Count > 0 && parts.All(part => part.Contains('=', StringComparison.Ordinal)))
                parts.ForEach(part => Add(part.Split('=')[0], part.Split('=')[1]));
            else
                Enumerable.Range(0, parts.Count / 2).ToList().ForEach(index => Add(parts[2 * index], parts[(2 * index) + 1]));
        }

        return result.Count == 0 ? null : result;
    }

    private static string[] Parts(JsonObject parameter, string text, char separator, bool explodes)
    {
        var inner = Unstyled(parameter, text);
        if (parameter["in"]!.GetValue<string>() == "query" && explodes)
            return [inner];
        return parameter["style"]?.GetValue<string>() switch
        {
            "label" => inner.Split(explodes ? '.' : ','),
            "matrix" => [.. inner.Split(explodes ? ';' : ',').Select(part => part.StartsWith($"{parameter["name"]}=", StringComparison.Ordinal) ? part[($"{parameter["name"]}=".Length)..] : part)],
            _ => inner.Split(separator),
        };
    }

    private static string Unstyled(JsonObject parameter, string text)
    {
        var name = parameter["name"]!.GetValue<string>();
        return parameter["style"]?.GetValue<string>() switch
        {
            "label" => text.TrimStart('.'),
            "matrix" when text.StartsWith($";{name}=", StringComparison.Ordinal) => text[(name.Length + 2)..],
            "matrix" => text.TrimStart(';'),
            _ => text,
        };
    }

    private static (char Separator, bool Explodes) StyleOf(JsonObject parameter, string place)
    {
        if (parameter["collectionFormat"] is JsonValue format)
            return (format.GetValue<string>() switch { "ssv" => ' ', "tsv" => '\t', "pipes" => '|', _ => ',' }, format.GetValue<string>() == "multi");
        var isSwagger = parameter["schema"] is null;
        var style = parameter["style"]?.GetValue<string>() ?? (place is "query" or "cookie" ? "form" : "simple");
        return (style switch { "spaceDelimited" => ' ', "pipeDelimited" => '|', _ => ',' }, parameter["explode"]?.GetValue<bool>() ?? (style == "form" && !isSwagger));
    }
}
