using System.Globalization;
using System.Text.Json;

namespace SyncGen.ForeignServers;

/// <summary>Compares what a client read with what the server sent.</summary>
internal static class ReadComparison
{
    /// <summary>What differs; null where nothing does.</summary>
    public static string? Find(ApiOperation operation, ScenarioRequest request, ClientCall.Outcome outcome, string address)
    {
        if (outcome.Failure is { } failure && outcome.Status != request.Status)
            return $"{failure.GetType().Name}: {failure.Message}{(failure.InnerException is { } inner ? " " + inner.Message : "")}";
        if (outcome.Status != request.Status)
            return $"status {outcome.Status}, not {request.Status}";
        var documented = operation.ResponseOf(request.Status);
        if (documented is null)
            return outcome.Failure is not null && request.Status >= 400 ? null : $"the contract documents no response {request.Status}";
        var value = outcome.Value;
        if (value is not null && value.GetType().GetProperties() is var members && IsResponse(value.GetType()))
        {
            foreach (var (name, text) in request.ResponseHeaders)
            {
                if (documented["headers"]?.AsObject().Any(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) != true)
                    continue;
                var member = members.FirstOrDefault(member => ArgumentBinder.Plain(member.Name) == ArgumentBinder.Plain(name));
                if (member is null)
                    return $"the header {name} was not read";
                var read = JsonSerializer.SerializeToNode(member.GetValue(value), member.PropertyType, operation.Api.JsonOptions);
                var sent = text.Replace("{baseUrl}", address, StringComparison.Ordinal);
                if (TextOf(read) != sent && !AreEqual(read, JsonValue.Create(sent)))
                    return $"the header {name} was read as {TextOf(read)}, not {sent}";
            }

            value = members.FirstOrDefault(member => member.Name == "Body")?.GetValue(value);
        }
        else if (request.ResponseHeaders.FirstOrDefault(pair => documented["headers"]?[pair.Key] is not null && !IsCaptured(pair, outcome)).Key is { } unread)
        {
            return $"the header {unread} was not read";
        }

        return request.ResponseBody is { } body ? CompareBody(operation, body.At(address), value) : value is null ? null : $"a value was read where there is none: {value}";
    }

    /// <summary>The standard has a documented Content-Type ignored, so it is read where every header is.</summary>
    private static bool IsCaptured(KeyValuePair<string, string> header, ClientCall.Outcome outcome) =>
        header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase) && outcome.Headers.TryGetValue(header.Key, out var texts) && texts.SequenceEqual([header.Value]);

    /// <summary>Where two JSON values differ; null where they do not.</summary>
    public static string? Difference(JsonNode? sent, JsonNode? read, string path = "$")
    {
        switch (sent, read)
        {
            case (JsonObject left, JsonObject right):
                return left.Select(pair => right.ContainsKey(pair.Key) ? Difference(pair.Value, right[pair.Key], $"{path}.{pair.Key}") : $"{path}.{pair.Key} was lost").FirstOrDefault(found => found is not null)
                    ?? right.Where(pair => !left.ContainsKey(pair.Key)).Select(pair => $"{path}.{pair.Key} was added").FirstOrDefault();
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                return left.Select((item, index) => Difference(item, right[index], $"{path}[{index}]")).FirstOrDefault(found => found is not null);
            default:
                return AreEqual(sent, read) ? null : $"{path} was read as {read?.ToJsonString() ?? "null"}, not {sent?.ToJsonString() ?? "null"}";
        }
    }

    private static string? CompareBody(ApiOperation operation, Body body, object? value)
    {
        switch (value)
        {
            case null when body.IsJson && body.Text == "null":
                return null;
            case null:
                return "the body was not read";
            case List<object?> items:
                return CompareItems(operation, body, items);
            case Stream stream:
                return BytesOf(stream).AsSpan().SequenceEqual(body.Bytes) ? null : "other bytes were read";
        }

        if (value.GetType().Name == "FileResponse")
            return BytesOf((Stream)value.GetType().GetProperty("Content")!.GetValue(value)!).AsSpan().SequenceEqual(body.Bytes) ? null : "other bytes were read";
        if (!body.IsJson)
            return value is string text && text == body.Text ? null : $"{value} was read, not {body.Text}";
        if (value is byte[] bytes)
            return bytes.AsSpan().SequenceEqual(ArgumentBinder.Bytes(body.Json!.GetValue<string>())) ? null : "other bytes were read";
        return Difference(body.Json, JsonSerializer.SerializeToNode(value, value.GetType(), operation.Api.JsonOptions));
    }

    /// <summary>Items of JSON lines, or server-sent events with their fields.</summary>
    private static string? CompareItems(ApiOperation operation, Body body, List<object?> items)
    {
        var read = items.Select(item => JsonSerializer.SerializeToNode(item, item!.GetType(), operation.Api.JsonOptions)).ToList();
        var sent = body.IsJson || body.ContentType.Contains("jsonl", StringComparison.Ordinal)
            ? body.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)).ToList()
            : EventStream.Parse(body.Text, operation.Node.ToJsonString());
        if (read.Count != sent.Count)
            return $"{read.Count} items were read, not {sent.Count}";
        return sent.Select((item, index) => Difference(item, EventStream.Plain(read[index]), $"$[{index}]")).FirstOrDefault(found => found is not null);
    }

    private static bool IsResponse(Type type) => type.Name.EndsWith("ApiResponse", StringComparison.Ordinal) || (type.DeclaringType?.Name.EndsWith("ApiResponse", StringComparison.Ordinal) ?? false);

    private static byte[] BytesOf(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : node?.ToJsonString() ?? "null";

    /// <summary>Numbers by value, times by instant, anything else as it stands.</summary>
    private static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (left is not JsonValue || right is not JsonValue)
            return left is null && right is null;
        if (left.ToJsonString() == right.ToJsonString())
            return true;
        if (left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number)
            return double.Parse(left.ToJsonString(), CultureInfo.InvariantCulture).Equals(double.Parse(right.ToJsonString(), CultureInfo.InvariantCulture));
        return left.GetValueKind() == JsonValueKind.String && right.GetValueKind() == JsonValueKind.String
            && DateTimeOffset.TryParse(TextOf(left), CultureInfo.InvariantCulture, out var first)
            && DateTimeOffset.TryParse(TextOf(right), CultureInfo.InvariantCulture, out var second)
            && first == second;
    }
}
