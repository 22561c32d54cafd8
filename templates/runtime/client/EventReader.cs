namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using SyncGen.Runtime.Json;

/// <summary>Reads server-sent events by the rules of the HTML standard, section 9.2.6.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class EventReader
{
    private delegate T DataReader<out T>(ReadOnlySpan<byte> data);

    /// <summary>Reads server-sent events as they come.</summary>
    public static IAsyncEnumerable<ServerSentEvent<string>> ReadEventsAsync(this ApiResponse response, CancellationToken cancellationToken) =>
        response.ReadItemsAsync(response.Type.IsEvents(), stream => EventsOf(stream, Encoding.UTF8.GetString, isJson: false, cancellationToken), cancellationToken);

    /// <summary>Reads server-sent events whose data is JSON as they come.</summary>
    public static IAsyncEnumerable<ServerSentEvent<T>> ReadEventsAsync<T, TCodec>(this ApiResponse response, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> =>
        response.ReadItemsAsync(response.Type.IsEvents(), stream => EventsOf(stream, response.ReadJson<T, TCodec>, isJson: true, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<ServerSentEvent<T>> EventsOf<T>(Stream stream, DataReader<T> read, bool isJson, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new EventLines(stream);
        var fields = new Fields();
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (!line.IsEmpty)
            {
                fields.Add(line.Span);
                continue;
            }

            // Many servers end a stream of JSON with data that is none.
            if (isJson && fields.IsDone)
                yield break;
            if (fields.HasData)
                yield return fields.ToEvent(read);
            fields = new Fields();
        }
    }

    /// <summary>The fields of one event.</summary>
    private sealed class Fields
    {
        private ArrayBufferWriter<byte>? _data;
        private string? _type;
        private string? _id;
        private TimeSpan? _interval;

        /// <summary>An event without data is none.</summary>
        public bool HasData => _data is not null;

        public bool IsDone => _data is not null && _data.WrittenSpan.SequenceEqual("[DONE]"u8);

        public void Add(ReadOnlySpan<byte> line)
        {
            var colon = line.IndexOf((byte)':');
            var name = colon < 0 ? line : line[..colon];
            var value = colon < 0 ? default : line[(colon + 1)..];
            if (value.StartsWith(" "u8))
                value = value[1..];
            if (name.SequenceEqual("data"u8))
                AddData(value);
            else if (name.SequenceEqual("event"u8))
                _type = value.IsEmpty ? null : Encoding.UTF8.GetString(value);
            else if (name.SequenceEqual("id"u8) && !value.Contains((byte)0))
                _id = Encoding.UTF8.GetString(value);
            else if (name.SequenceEqual("retry"u8) && IntervalOf(value) is { } interval)
                _interval = interval;
        }

        public ServerSentEvent<T> ToEvent<T>(DataReader<T> read) =>
            new(read(_data!.WrittenSpan), _type ?? "message") { EventId = _id, ReconnectionInterval = _interval };

        private void AddData(ReadOnlySpan<byte> line)
        {
            if (_data is null)
                _data = new ArrayBufferWriter<byte>(Math.Max(line.Length, 1));
            else
                _data.Write("\n"u8);
            _data.Write(line);
        }

        private static TimeSpan? IntervalOf(ReadOnlySpan<byte> value) =>
            long.TryParse(Encoding.ASCII.GetString(value), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= TimeSpan.MaxValue.TotalMilliseconds
                ? TimeSpan.FromMilliseconds((double)milliseconds)
                : null;
    }
}
