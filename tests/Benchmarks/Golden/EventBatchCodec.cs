using System;
using System.Collections.Generic;
using System.Text.Json;
using SyncGen.Runtime.Json;

namespace Golden.Json;

/// <summary>Reads and writes <see cref="EventBatch"/>.</summary>
public readonly struct EventBatchCodec : IJsonCodec<EventBatch>
{
    private static readonly JsonEncodedText EventsName = JsonEncodedText.Encode("events");

    /// <inheritdoc/>
    public static EventBatch Read(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        var seen = 0UL;
        IReadOnlyList<long>? events = null;
        while (JsonRead.NextName(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 6 when name.SequenceEqual("events"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 0);
                    events = JsonList<long, JsonInt64>.Read(ref reader);
                    break;
                default:
                    JsonRead.SkipValue(ref reader);
                    break;
            }
        }

        return new EventBatch
        {
            Events = events,
        };
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, EventBatch value)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, EventBatch value)
    {
        writer.WriteStartObject(name);
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, EventBatch value)
    {
        if (value.Events is { } events)
            JsonList<long, JsonInt64>.Write(writer, EventsName, events);
    }
}
