using System.Buffers;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Matrix.ClientServer.V2Alpha;

namespace SyncGen.Benchmarks;

/// <summary>The fastest code that a person would write for one contract over Utf8JsonWriter.</summary>
internal static class HandWrittenWriter
{
    private static readonly JsonEncodedText NextBatch = JsonEncodedText.Encode("next_batch");
    private static readonly JsonEncodedText Events = JsonEncodedText.Encode("events");
    private static readonly JsonEncodedText Rooms = JsonEncodedText.Encode("rooms");
    private static readonly JsonEncodedText PublicUserData = JsonEncodedText.Encode("public_user_data");
    private static readonly JsonEncodedText PrivateUserData = JsonEncodedText.Encode("private_user_data");
    private static readonly JsonEncodedText RoomId = JsonEncodedText.Encode("room_id");
    private static readonly JsonEncodedText State = JsonEncodedText.Encode("state");
    private static readonly JsonEncodedText Timeline = JsonEncodedText.Encode("timeline");
    private static readonly JsonEncodedText Ephemeral = JsonEncodedText.Encode("ephemeral");
    private static readonly JsonEncodedText Limited = JsonEncodedText.Encode("limited");
    private static readonly JsonEncodedText PrevBatch = JsonEncodedText.Encode("prev_batch");
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IBufferWriter<byte> output, GetSyncResponse response)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        if (response.NextBatch is not null)
            writer.WriteString(NextBatch, response.NextBatch);
        if (response.Events is not null)
        {
            writer.WriteStartArray(Events);
            foreach (var element in (JsonElement[])response.Events)
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
            writer.WriteEndArray();
        }

        if (response.Rooms is not null)
        {
            writer.WriteStartArray(Rooms);
            foreach (var room in (GetSyncResponseRoom[])response.Rooms)
                WriteRoom(writer, room);
            writer.WriteEndArray();
        }

        WriteBatch(writer, PublicUserData, response.PublicUserData);
        WriteBatch(writer, PrivateUserData, response.PrivateUserData);
        writer.WriteEndObject();
    }

    private static void WriteRoom(Utf8JsonWriter writer, GetSyncResponseRoom room)
    {
        writer.WriteStartObject();
        if (room.RoomId is not null)
            writer.WriteString(RoomId, room.RoomId);
        WriteBatch(writer, State, room.State);
        if (room.Timeline is { } timeline)
        {
            writer.WriteStartObject(Timeline);
            WriteIndices(writer, timeline.Events);
            if (timeline.Limited is { } limited)
                writer.WriteBoolean(Limited, limited);
            if (timeline.PrevBatch is not null)
                writer.WriteString(PrevBatch, timeline.PrevBatch);
            writer.WriteEndObject();
        }

        WriteBatch(writer, Ephemeral, room.Ephemeral);
        writer.WriteEndObject();
    }

    private static void WriteBatch(Utf8JsonWriter writer, JsonEncodedText name, EventBatch? batch)
    {
        if (batch is null)
            return;
        writer.WriteStartObject(name);
        WriteIndices(writer, batch.Events);
        writer.WriteEndObject();
    }

    private static void WriteIndices(Utf8JsonWriter writer, IReadOnlyList<long>? indices)
    {
        if (indices is null)
            return;
        writer.WriteStartArray(Events);
        foreach (var index in (long[])indices)
            writer.WriteNumberValue(index);
        writer.WriteEndArray();
    }
}
