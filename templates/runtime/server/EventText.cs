namespace SyncGen.Runtime;

using System;
using System.Text;
using System.Text.Json;

/// <summary>Writes server-sent events.</summary>
internal static class EventText
{
    /// <summary>Events that are values of a type.</summary>
    /// <param name="json">The event as a JSON object.</param>
    /// <param name="isText">Its data is text, not JSON.</param>
    /// <param name="jsonEvents">The types of the events whose data is JSON all the same.</param>
    /// <exception cref="InvalidOperationException">A field that must be one line has several.</exception>
    public static string Of(byte[] json, bool isText, string[]? jsonEvents)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        var type = TextOf(document.RootElement, "event");
        Append(text, "event", type);
        Append(text, "id", TextOf(document.RootElement, "id"));
        Append(text, "retry", TextOf(document.RootElement, "retry"));
        if (document.RootElement.TryGetProperty("data", out var data))
        {
            var isJson = !isText || (type is not null && jsonEvents is not null && Array.IndexOf(jsonEvents, type) >= 0);
            text.Append(Data(isJson || data.ValueKind != JsonValueKind.String ? data.GetRawText() : data.GetString()!));
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The lines of the data, of which each is a field.</summary>
    public static string Data(string data) => $"data: {data.ReplaceLineEndings("\n").Replace("\n", "\ndata: ", StringComparison.Ordinal)}\n";

    private static string? TextOf(JsonElement item, string name) => !item.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is null)
            return;
        if (value.AsSpan().ContainsAny('\r', '\n', '\0'))
            throw new InvalidOperationException($"The field '{name}' of a server-sent event cannot hold line breaks or NUL.");
        text.Append(name).Append(": ").Append(value).Append('\n');
    }
}
