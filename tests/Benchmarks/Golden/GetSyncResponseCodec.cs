using System;
using System.Collections.Generic;
using System.Text.Json;
using SyncGen.Runtime.Json;

namespace Golden.Json;

/// <summary>Reads and writes <see cref="GetSyncResponse"/>.</summary>
public readonly struct GetSyncResponseCodec : IJsonCodec<GetSyncResponse>
{
    private static readonly JsonEncodedText NextBatchName = JsonEncodedText.Encode("next_batch");
    private static readonly JsonEncodedText EventsName = JsonEncodedText.Encode("events");
    private static readonly JsonEncodedText RoomsName = JsonEncodedText.Encode("rooms");
    private static readonly JsonEncodedText PublicUserDataName = JsonEncodedText.Encode("public_user_data");
    private static readonly JsonEncodedText PrivateUserDataName = JsonEncodedText.Encode("private_user_data");

    /// <inheritdoc/>
    public static GetSyncResponse Read(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        var seen = 0UL;
        string? nextBatch = null;
        IReadOnlyList<JsonElement>? events = null;
        IReadOnlyList<GetSyncResponseRoom>? rooms = null;
        EventBatch? publicUserData = null;
        EventBatch? privateUserData = null;
        while (JsonRead.NextName(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("next_batch"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 0);
                    nextBatch = JsonString.Read(ref reader);
                    break;
                case 6 when name.SequenceEqual("events"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 1);
                    events = JsonList<JsonElement, JsonAny>.Read(ref reader);
                    break;
                case 5 when name.SequenceEqual("rooms"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 2);
                    rooms = JsonList<GetSyncResponseRoom, GetSyncResponseRoomCodec>.Read(ref reader);
                    break;
                case 16 when name.SequenceEqual("public_user_data"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 3);
                    publicUserData = EventBatchCodec.Read(ref reader);
                    break;
                case 17 when name.SequenceEqual("private_user_data"u8):
                    JsonRead.Value(ref reader, ref seen, 1UL << 4);
                    privateUserData = EventBatchCodec.Read(ref reader);
                    break;
                default:
                    JsonRead.SkipValue(ref reader);
                    break;
            }
        }

        return new GetSyncResponse
        {
            NextBatch = nextBatch,
            Events = events,
            Rooms = rooms,
            PublicUserData = publicUserData,
            PrivateUserData = privateUserData,
        };
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, GetSyncResponse value)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, GetSyncResponse value)
    {
        writer.WriteStartObject(name);
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, GetSyncResponse value)
    {
        if (value.NextBatch is { } nextBatch)
            JsonString.Write(writer, NextBatchName, nextBatch);
        if (value.Events is { } events)
            JsonList<JsonElement, JsonAny>.Write(writer, EventsName, events);
        if (value.Rooms is { } rooms)
            JsonList<GetSyncResponseRoom, GetSyncResponseRoomCodec>.Write(writer, RoomsName, rooms);
        if (value.PublicUserData is { } publicUserData)
            EventBatchCodec.Write(writer, PublicUserDataName, publicUserData);
        if (value.PrivateUserData is { } privateUserData)
            EventBatchCodec.Write(writer, PrivateUserDataName, privateUserData);
    }
}
