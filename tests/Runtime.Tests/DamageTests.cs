using System;
using System.Text;
using System.Text.Json;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Json;

namespace SyncGen.Runtime.Tests;

/// <summary>Whatever happens to a text on its way, reading it gives a value or a JsonException with a place, nothing else.</summary>
public sealed class DamageTests
{
    private const string Text = """
        {"next_batch":"s\u00fc1","events":[{"a":[1,2,{"\ud83d\udc1f":null}]},{},{"c":null,"d":"x"}],"unknown":{"b":[true,{}]},
         "rooms":[{"room_id":"!a","state":{"events":[4,5e0]},"timeline":{"events":[1,-2.0,1e2],"limited":true,"prev_b\u0061tch":"p"}}]}
        """;

    private static readonly JsonFormat<GetSyncResponse> Format = GetSyncResponseCodec.Format;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Damaged_texts_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var original = Encoding.UTF8.GetBytes(Text);
        var accepted = 0;
        for (var round = 0; round < 5000; round++)
        {
            var damaged = Damage(original, random);
            var direct = Try(() => Format.Read(damaged.AsSpan()));
            var inPieces = Try(() => Format.Read(Segments.Split(damaged, random.Next(damaged.Length + 1))));
            var throughPieces = Try(() => ReadPieces(damaged, random));
            var bySerializer = Try(() => JsonSerializer.Deserialize(damaged, Format.TypeInfo)!);
            Assert.Equal(direct, inPieces);
            Assert.Equal(direct, throughPieces);
            if (bySerializer is not null && direct is null)
                Assert.Fail($"The serializer accepts what the format refuses: {Encoding.UTF8.GetString(damaged)}");
            if (direct is null)
                continue;
            accepted++;
            // The serializer takes null for a record as null, before any converter is asked.
            Assert.Equal(direct, bySerializer);
            using var document = JsonDocument.Parse(damaged);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            Assert.Equal(direct, Format.ToText(Format.Read(direct)));
        }

        Assert.InRange(accepted, 100, 4900);
    }

    private static string? Try(Func<GetSyncResponse> read)
    {
        try
        {
            return Format.ToText(read());
        }
        catch (JsonException error)
        {
            Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
            return null;
        }
    }

    private static GetSyncResponse ReadPieces(byte[] text, Random random)
    {
        var reader = new Utf8JsonReader(Segments.Split(text, random.Next(text.Length + 1)));
        try
        {
            reader.Read();
            var value = GetSyncResponseCodec.Read(ref reader);
            reader.Read();
            return value;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A reader of one's own gives the errors of the codec, without a path, and those of the reader.
            throw new JsonException(error.Message, "$", null, null, error);
        }
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var text = original.AsSpan().ToArray();
        var wounds = random.Next(1, 4);
        for (var wound = 0; wound < wounds; wound++)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            var piece = text[at..(at + length)];
            text = random.Next(6) switch
            {
                0 => [.. text[..at], .. text[(at + length)..]],
                1 => [.. text[..at], .. piece, .. text[at..]],
                2 => [.. text[..at], (byte)random.Next(256), .. text[(at + 1)..]],
                3 => [.. text[..at], (byte)"{}[]\",:\\0e-.tn \u00fc"u8[random.Next(16)], .. text[(at + 1)..]],
                4 => [.. text[..at], .. "\\ud800"u8, .. text[at..]],
                _ => [.. text[..at], .. text[^Math.Min(length, text.Length)..], .. text[at..]],
            };
            if (text.Length == 0)
                text = [(byte)' '];
        }

        return text;
    }
}
