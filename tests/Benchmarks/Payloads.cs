using System;
using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace SyncGen.Benchmarks;

/// <summary>Sync responses of a wanted size, the same on every run.</summary>
internal static class Payloads
{
    /// <summary>The kinds of payload, by name.</summary>
    public static readonly string[] Kinds = ["typed", "lists of numbers", "free-form"];

    public static byte[] Of(string kind, int size) => kind switch
    {
        "typed" => Typed(size),
        "lists of numbers" => Indices(size),
        "free-form" => FreeForm(size),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Mostly rooms with a few indices each, as a delta has them: all of it is declared by the contract.</summary>
    public static byte[] Typed(int size) => Build(size, eventShare: 0, longestList: 6);

    /// <summary>Mostly long lists of indices, as an initial snapshot has them.</summary>
    public static byte[] Indices(int size) => Build(size, eventShare: 0, longestList: 60);

    /// <summary>Mostly events, which are free-form JSON.</summary>
    public static byte[] FreeForm(int size) => Build(size, eventShare: 0.93, longestList: 20);

    private static byte[] Build(int size, double eventShare, int longestList)
    {
        var random = new Random(20141121);
        var output = new ArrayBufferWriter<byte>(size + 4096);
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("next_batch", "s72595_4483_1934");
        writer.WriteStartArray("events");
        var events = 0;
        do
            WriteEvent(writer, random, events++);
        while (output.WrittenCount + writer.BytesPending < size * eventShare);
        writer.WriteEndArray();
        WriteBatch(writer, random, "private_user_data", events, 3);
        WriteBatch(writer, random, "public_user_data", events, 12);
        writer.WriteStartArray("rooms");
        do
            WriteRoom(writer, random, events, longestList);
        while (output.WrittenCount + writer.BytesPending < size - 300);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static void WriteEvent(Utf8JsonWriter writer, Random random, int number)
    {
        writer.WriteStartObject();
        writer.WriteString("sender", string.Create(CultureInfo.InvariantCulture, $"@user{random.Next(500)}:example.com"));
        writer.WriteString("room_id", RoomId(random));
        writer.WriteNumber("origin_server_ts", 1417731086795 + random.Next(100_000_000));
        writer.WriteString("event_id", string.Create(CultureInfo.InvariantCulture, $"$14177310{random.Next(1_000_000):D6}XyZkL{number}:example.com"));
        switch (number % 3)
        {
            case 0:
                writer.WriteString("type", "m.room.message");
                writer.WriteStartObject("content");
                writer.WriteString("body", "I am a fish, and this is message number " + number.ToString(CultureInfo.InvariantCulture));
                writer.WriteString("msgtype", "m.text");
                writer.WriteEndObject();
                break;
            case 1:
                writer.WriteString("type", "m.room.member");
                writer.WriteString("state_key", "@alice:example.com");
                writer.WriteStartObject("content");
                writer.WriteString("membership", "join");
                writer.WriteString("displayname", "Alice Margatroid");
                writer.WriteString("avatar_url", "mxc://localhost/SEsfnsuifSDFSSEF");
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("type", "m.typing");
                writer.WriteStartObject("content");
                writer.WriteStartArray("user_ids");
                writer.WriteStringValue("@alice:example.com");
                writer.WriteStringValue("@bob:example.com");
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
        }

        writer.WriteStartObject("unsigned");
        writer.WriteNumber("age", random.Next(200_000));
        writer.WriteString("transaction_id", "m1417731086.42");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRoom(Utf8JsonWriter writer, Random random, int events, int longestList)
    {
        writer.WriteStartObject();
        writer.WriteString("room_id", RoomId(random));
        WriteBatch(writer, random, "ephemeral", events, random.Next(3));
        WriteBatch(writer, random, "state", events, random.Next(longestList));
        writer.WriteStartObject("timeline");
        WriteIndices(writer, random, events, random.Next(1, Math.Min(longestList, 20)));
        writer.WriteBoolean("limited", random.Next(2) == 0);
        writer.WriteString("prev_batch", string.Create(CultureInfo.InvariantCulture, $"t{random.Next(1000)}-{random.Next(100_000)}_0_0"));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteBatch(Utf8JsonWriter writer, Random random, string name, int events, int count)
    {
        writer.WriteStartObject(name);
        WriteIndices(writer, random, events, count);
        writer.WriteEndObject();
    }

    private static void WriteIndices(Utf8JsonWriter writer, Random random, int events, int count)
    {
        writer.WriteStartArray("events");
        for (var index = 0; index < count; index++)
            writer.WriteNumberValue(random.Next(Math.Max(events, 5000)));
        writer.WriteEndArray();
    }

    private static string RoomId(Random random) => string.Create(CultureInfo.InvariantCulture, $"!{random.Next(100_000_000):x8}s6q:example.com");
}
