namespace SyncGen.ForeignServers;

/// <summary>Server-sent events, read by the rules of the HTML standard as far as the mock's streams need them.</summary>
internal static class EventStream
{
    /// <summary>The events as objects of those fields that the contract names; data that is JSON is taken as such. Without a type, an event's is <c>message</c>.</summary>
    public static List<JsonNode?> Parse(string text, string contract)
    {
        var events = new List<JsonNode?>();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var fields = new JsonObject();
            foreach (var line in block.Split('\n').Where(line => line.Length > 0 && line[0] != ':'))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var (name, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
                value = value.StartsWith(' ') ? value[1..] : value;
                switch (name)
                {
                    case "data":
                        fields["data"] = fields["data"] is { } before ? $"{before}\n{value}" : value;
                        break;
                    case "retry":
                        if (long.TryParse(value, out var time))
                            fields["retry"] = time;
                        break;
                    case "id" when value.Contains('\0', StringComparison.Ordinal):
                        break;
                    case "event" or "id":
                        fields[name] = value;
                        break;
                }
            }

            if (!fields.ContainsKey("data"))
                continue;
            fields.TryAdd("event", "message");
            foreach (var name in fields.Select(field => field.Key).Where(name => !contract.Contains($"\"{name}\":", StringComparison.Ordinal)).ToList())
                fields.Remove(name);
            events.Add(Plain(fields));
        }

        return events;
    }

    /// <summary>The event with its data as JSON where it is.</summary>
    public static JsonNode? Plain(JsonNode? node)
    {
        if (node is JsonObject read && !read.ContainsKey("event") && read.ContainsKey("data"))
            node = new JsonObject(read.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())).Append(KeyValuePair.Create<string, JsonNode?>("event", "message")));
        if (node is not JsonObject fields || fields["data"] is not JsonValue value || !value.TryGetValue(out string? text))
            return node;
        var result = fields.DeepClone().AsObject();
        try
        {
            result["data"] = JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            result["data"] = text;
        }

        return result;
    }
}
