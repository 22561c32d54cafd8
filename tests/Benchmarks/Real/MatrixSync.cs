using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SyncGen.Benchmarks.Real;

/// <summary>A sync response of Matrix v1.19: rooms with typed events, whose content is free-form.</summary>
internal static class MatrixSync
{
    private static readonly Matrix.Runtime.JsonFormat<Matrix.SyncResponse> Elements = Matrix.Json.SyncResponseCodec.Format;
    private static readonly MatrixRaw.Runtime.JsonFormat<MatrixRaw.SyncResponse> Raw = MatrixRaw.Json.SyncResponseCodec.Format;

    public static Subject Subject { get; } = new("Matrix v1.19 sync", Payload, Reading, Writing);

    private static byte[] Payload(int size)
    {
        var output = new ArrayBufferWriter<byte>(size + 4096);
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("next_batch", "s72595_4483_1934");
        writer.WriteStartObject("device_one_time_keys_count");
        writer.WriteNumber("signed_curve25519", 50);
        writer.WriteEndObject();
        writer.WriteStartObject("rooms");
        writer.WriteStartObject("join");
        var room = 0;
        do
            WriteRoom(writer, room++);
        while (output.WrittenCount + writer.BytesPending < size - 2000);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static void WriteRoom(Utf8JsonWriter writer, int room)
    {
        writer.WriteStartObject(string.Create(CultureInfo.InvariantCulture, $"!{room:x8}s6q:example.com"));
        writer.WriteStartObject("summary");
        writer.WriteStartArray("m.heroes");
        writer.WriteStringValue("@alice:example.com");
        writer.WriteStringValue("@bob:example.com");
        writer.WriteEndArray();
        writer.WriteNumber("m.joined_member_count", 2);
        writer.WriteNumber("m.invited_member_count", 0);
        writer.WriteEndObject();
        writer.WriteStartObject("state");
        WriteEvents(writer, room, count: 2, isState: true);
        writer.WriteEndObject();
        writer.WriteStartObject("timeline");
        WriteEvents(writer, room, count: 8, isState: false);
        writer.WriteBoolean("limited", room % 2 == 0);
        writer.WriteString("prev_batch", "t34-23535_0_0");
        writer.WriteEndObject();
        writer.WriteStartObject("unread_notifications");
        writer.WriteNumber("highlight_count", 1);
        writer.WriteNumber("notification_count", room % 20);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter writer, int room, int count, bool isState)
    {
        writer.WriteStartArray("events");
        for (var index = 0; index < count; index++)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("content");
            if (isState)
                writer.WriteString("membership", "join");
            writer.WriteString(isState ? "displayname" : "body", string.Create(CultureInfo.InvariantCulture, $"Number {index} of room {room}"));
            if (!isState)
                writer.WriteString("msgtype", "m.text");
            writer.WriteEndObject();
            writer.WriteString("event_id", string.Create(CultureInfo.InvariantCulture, $"${room:x8}{index}PhrSn:example.org"));
            writer.WriteNumber("origin_server_ts", 1432735824653 + index);
            writer.WriteString("sender", "@example:example.org");
            if (isState)
                writer.WriteString("state_key", "@example:example.org");
            writer.WriteString("type", isState ? "m.room.member" : "m.room.message");
            writer.WriteStartObject("unsigned");
            writer.WriteNumber("age", 1234 + index);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static Variant[] Reading(byte[] json) =>
    [
        new("bare tokenizer", () => Floor.CountTokens(json)),
        new("tokenizer and strings", () => Floor.MakeStrings(json)),
        new("generated, JsonElement", () => Elements.Read(json.AsSpan())),
        new("generated, JsonElement, stream", () => Elements.Read(new ChunkedStream(json))),
        new("generated, RawJson", () => Raw.Read(json.AsSpan())),
        new("generated, RawJson, stream", () => Raw.Read(new ChunkedStream(json))),
        new("STJ source generator", () => JsonSerializer.Deserialize(json, MatrixContext.Default.SyncResponse)),
        new("NSwag, STJ reflection", () => JsonSerializer.Deserialize<MatrixReflected.Response>(json)),
        new("NSwag, Newtonsoft", () => Variants.ReadNewtonsoft<MatrixNewtonsoft.Response>(new MemoryStream(json))),
    ];

    private static Variant[] Writing(byte[] json)
    {
        var elements = Elements.Read(json.AsSpan());
        var raw = Raw.Read(json.AsSpan());
        var equal = JsonSerializer.Deserialize(json, MatrixContext.Default.SyncResponse)!;
        var reflected = JsonSerializer.Deserialize<MatrixReflected.Response>(json)!;
        var newtonsoft = Variants.ReadNewtonsoft<MatrixNewtonsoft.Response>(new MemoryStream(json));
        var output = new ArrayBufferWriter<byte>(json.Length * 2);
        return
        [
            new("generated, JsonElement", () => Variants.Write(output, () => Elements.Write(output, elements))),
            new("generated, RawJson", () => Variants.Write(output, () => Raw.Write(output, raw))),
            new("STJ source generator", () => Variants.Write(output, () =>
            {
                using var writer = new Utf8JsonWriter(output);
                JsonSerializer.Serialize(writer, equal, MatrixContext.Default.SyncResponse);
            })),
            new("NSwag, STJ reflection", () => Variants.Write(output, () =>
            {
                using var writer = new Utf8JsonWriter(output);
                JsonSerializer.Serialize(writer, reflected);
            })),
            new("NSwag, Newtonsoft", () => Variants.WriteNewtonsoft(new MemoryStream(json.Length * 2), newtonsoft)),
        ];
    }
}

/// <summary>System.Text.Json's generator on records with the same members.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MatrixEqual.SyncResponse))]
internal sealed partial class MatrixContext : JsonSerializerContext;
