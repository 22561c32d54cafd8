using System;
using System.Text.Json;
using SyncGen.Runtime.Json;

namespace Golden.Json;

/// <summary>Reads and writes <see cref="GetSyncResponseRoom"/>.</summary>
public readonly struct GetSyncResponseRoomCodec : IJsonCodec<GetSyncResponseRoom>
{
    private static readonly JsonEncodedText RoomIdName = JsonEncodedText.Encode("room_id");
    private static readonly JsonEncodedText StateName = JsonEncodedText.Encode("state");
    private static readonly JsonEncodedText TimelineName = JsonEncodedText.Encode("timeline");
    private static readonly JsonEncodedText EphemeralName = JsonEncodedText.Encode("ephemeral");

    /// <inheritdoc/>
    public static GetSyncResponseRoom Read(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        var seen = 0UL;
        string? roomId = null;
        EventBatch? state = null;
        TimelineBatch? timeline = null;
        EventBatch? ephemeral = null;
        while (JsonRead.NextName(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("room_id"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 0);
                    roomId = JsonString.Read(ref reader);
                    break;
                case 5 when name.SequenceEqual("state"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 1);
                    state = EventBatchCodec.Read(ref reader);
                    break;
                case 8 when name.SequenceEqual("timeline"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 2);
                    timeline = TimelineBatchCodec.Read(ref reader);
                    break;
                case 9 when name.SequenceEqual("ephemeral"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 3);
                    ephemeral = EventBatchCodec.Read(ref reader);
                    break;
                default:
                    JsonRead.SkipValue(ref reader);
                    break;
            }
        }

        return new GetSyncResponseRoom
        {
            RoomId = roomId,
            State = state,
            Timeline = timeline,
            Ephemeral = ephemeral,
        };
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, GetSyncResponseRoom value)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, GetSyncResponseRoom value)
    {
        writer.WriteStartObject(name);
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, GetSyncResponseRoom value)
    {
        if (value.RoomId is { } roomId)
            JsonString.Write(writer, RoomIdName, roomId);
        if (value.State is { } state)
            EventBatchCodec.Write(writer, StateName, state);
        if (value.Timeline is { } timeline)
            TimelineBatchCodec.Write(writer, TimelineName, timeline);
        if (value.Ephemeral is { } ephemeral)
            EventBatchCodec.Write(writer, EphemeralName, ephemeral);
    }
}
