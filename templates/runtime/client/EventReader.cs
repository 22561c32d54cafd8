namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using SyncGen.Runtime.Json;

/// <summary>Reads server-sent events by the rules of the HTML standard, section 9.2.6.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class EventReader
{
    /// <summary>Reads server-sent events as they come.</summary>
    public static IAsyncEnumerable<ServerSentEvent<string>> ReadEventsAsync(this ApiResponse response, CancellationToken cancellationToken) =>
        response.ReadItemsAsync(response.Type.IsEvents(), stream => EventsOf(stream, fields => fields.ToEvent(Encoding.UTF8.GetString), isJson: false, cancellationToken), cancellationToken);

    /// <summary>Reads server-sent events whose data is JSON as they come.</summary>
    public static IAsyncEnumerable<ServerSentEvent<T>> ReadEventsAsync<T, TCodec>(this ApiResponse response, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> =>
        response.ReadItemsAsync(response.Type.IsEvents(), stream => EventsOf(stream, fields => fields.ToEvent(response.ReadJson<T, TCodec>), isJson: true, cancellationToken), cancellationToken);

    /// <summary>Reads server-sent events that are values of a type as they come.</summary>
    /// <param name="response">The response.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <param name="isText">The data of the events is text, not JSON.</param>
    /// <param name="jsonEvents">The types of the events whose data is JSON all the same.</param>
    /// <param name="needsType">An event without a type has the one that the HTML standard gives it.</param>
    public static IAsyncEnumerable<T> ReadEventItemsAsync<T, TCodec>(this ApiResponse response, CancellationToken cancellationToken, bool isText = false, string[]? jsonEvents = null, bool needsType = false)
        where TCodec : struct, IJsonCodec<T> =>
        response.ReadItemsAsync(response.Type.IsEvents(), stream => EventsOf(stream, fields => response.ReadJson<T, TCodec>(fields.ToJson(isText, jsonEvents, needsType)), isJson: !isText, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<T> EventsOf<T>(Stream stream, Func<EventFields, T> read, bool isJson, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new EventLines(stream);
        var fields = new EventFields();
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (!line.IsEmpty)
            {
                fields.Add(line.Span);
                continue;
            }

            if (isJson && fields.IsDone)
                yield break;
            if (fields.HasData)
                yield return read(fields);
            fields = new EventFields();
        }
    }
}
