namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

/// <summary>The fields of one server-sent event.</summary>
internal sealed class EventFields
{
    private const string DefaultType = "message";

    private ArrayBufferWriter<byte>? _data;
    private string? _type;
    private string? _id;
    private long? _interval;

    /// <summary>Reads data.</summary>
    public delegate T DataReader<out T>(ReadOnlySpan<byte> data);

    /// <summary>An event without data is none.</summary>
    public bool HasData => _data is not null;

    /// <summary>Many servers end a stream of JSON with data that is none.</summary>
    public bool IsDone => _data is not null && _data.WrittenSpan.SequenceEqual("[DONE]"u8);

    /// <summary>Adds a line.</summary>
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

    /// <summary>The event, whose data is read.</summary>
    public ServerSentEvent<T> ToEvent<T>(DataReader<T> read) =>
        new(read(_data!.WrittenSpan), _type ?? DefaultType) { EventId = _id, ReconnectionInterval = _interval is { } milliseconds ? TimeSpan.FromMilliseconds((double)milliseconds) : null };

    /// <summary>The event as a JSON object of the fields that it has.</summary>
    /// <param name="isText">The data is text.</param>
    /// <param name="jsonEvents">The types of the events whose data is JSON all the same.</param>
    /// <param name="needsType">An event without a type has the one that the HTML standard gives it.</param>
    /// <exception cref="JsonException">The data is not the JSON that it should be.</exception>
    public ReadOnlySpan<byte> ToJson(bool isText, string[]? jsonEvents, bool needsType)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (_type is not null || needsType)
                writer.WriteString("event"u8, _type ?? DefaultType);
            if (_id is not null)
                writer.WriteString("id"u8, _id);
            if (_interval is { } interval)
                writer.WriteNumber("retry"u8, interval);
            writer.WritePropertyName("data"u8);
            if (isText && (_type is null || jsonEvents is null || Array.IndexOf(jsonEvents, _type) < 0))
                writer.WriteStringValue(Encoding.UTF8.GetString(_data!.WrittenSpan));
            else
                writer.WriteRawValue(_data!.WrittenSpan);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private void AddData(ReadOnlySpan<byte> line)
    {
        if (_data is null)
            _data = new ArrayBufferWriter<byte>(Math.Max(line.Length, 1));
        else
            _data.Write("\n"u8);
        _data.Write(line);
    }

    private static long? IntervalOf(ReadOnlySpan<byte> value) =>
        long.TryParse(Encoding.ASCII.GetString(value), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= TimeSpan.MaxValue.TotalMilliseconds
            ? milliseconds
            : null;
}
