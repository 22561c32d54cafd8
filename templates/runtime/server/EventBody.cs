namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using SyncGen.Runtime.Json;

/// <summary>Bodies of server-sent events, each sent when it is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class EventBody
{
    /// <summary>Events whose data is text.</summary>
    public static ApiResultBody Of(IAsyncEnumerable<string> values) => new Events<string>(values, value => Data(value) + "\n");

    /// <summary>Events whose data is JSON.</summary>
    public static ApiResultBody Of<T, TCodec>(IAsyncEnumerable<T> values)
        where TCodec : struct, IJsonCodec<T> => new Events<T>(values, value => Data(JsonFormat<T>.Of<TCodec>().ToText(value)) + "\n");

    /// <summary>Events that are values of a type.</summary>
    /// <param name="values">The events.</param>
    /// <param name="isText">Their data is text, not JSON.</param>
    /// <param name="jsonEvents">The types of the events whose data is JSON all the same.</param>
    public static ApiResultBody OfItems<T, TCodec>(IAsyncEnumerable<T> values, bool isText = false, string[]? jsonEvents = null)
        where TCodec : struct, IJsonCodec<T> => new Events<T>(values, value => TextOf(JsonFormat<T>.Of<TCodec>().ToUtf8(value), isText, jsonEvents));

    /// <summary>An event that is a value of a type.</summary>
    /// <param name="json">The event as a JSON object.</param>
    /// <param name="isText">Its data is text, not JSON.</param>
    /// <param name="jsonEvents">The types of the events whose data is JSON all the same.</param>
    /// <exception cref="InvalidOperationException">A field that must be one line has several.</exception>
    private static string TextOf(byte[] json, bool isText, string[]? jsonEvents)
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
    private static string Data(string data) => $"data: {data.ReplaceLineEndings("\n").Replace("\n", "\ndata: ", StringComparison.Ordinal)}\n";

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

    private sealed class Events<T>(IAsyncEnumerable<T> values, Func<T, string> textOf) : ApiResultBody("text/event-stream")
    {
        protected override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var value in values.WithCancellation(cancellationToken).ConfigureAwait(false))
                await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(textOf(value)), cancellationToken).ConfigureAwait(false);
        }
    }
}
