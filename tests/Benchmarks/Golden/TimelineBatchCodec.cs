using System;
using System.Collections.Generic;
using System.Text.Json;
using SyncGen.Runtime.Json;

namespace Golden.Json;

/// <summary>Reads and writes <see cref="TimelineBatch"/>.</summary>
public readonly struct TimelineBatchCodec : IJsonCodec<TimelineBatch>
{
    private static readonly JsonEncodedText EventsName = JsonEncodedText.Encode("events");
    private static readonly JsonEncodedText LimitedName = JsonEncodedText.Encode("limited");
    private static readonly JsonEncodedText PrevBatchName = JsonEncodedText.Encode("prev_batch");

    /// <inheritdoc/>
    public static TimelineBatch Read(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        var seen = 0UL;
        IReadOnlyList<long>? events = null;
        bool? limited = null;
        string? prevBatch = null;
        while (JsonRead.NextName(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 6 when name.SequenceEqual("events"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 0);
                    events = JsonList<long, JsonInt64>.Read(ref reader);
                    break;
                case 7 when name.SequenceEqual("limited"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 1);
                    limited = JsonBoolean.Read(ref reader);
                    break;
                case 10 when name.SequenceEqual("prev_batch"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 2);
                    prevBatch = JsonString.Read(ref reader);
                    break;
                default:
                    JsonRead.SkipValue(ref reader);
                    break;
            }
        }

        return new TimelineBatch
        {
            Events = events,
            Limited = limited,
            PrevBatch = prevBatch,
        };
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimelineBatch value)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, TimelineBatch value)
    {
        writer.WriteStartObject(name);
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, TimelineBatch value)
    {
        if (value.Events is { } events)
            JsonList<long, JsonInt64>.Write(writer, EventsName, events);
        if (value.Limited is { } limited)
            JsonBoolean.Write(writer, LimitedName, limited);
        if (value.PrevBatch is { } prevBatch)
            JsonString.Write(writer, PrevBatchName, prevBatch);
    }
}
