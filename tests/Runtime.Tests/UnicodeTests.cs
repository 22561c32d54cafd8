using System;
using System.Text;
using System.Text.Json;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Json;

namespace SyncGen.Runtime.Tests;

/// <summary>Texts that are no Unicode are refused wherever they stand, also where nobody decodes them.</summary>
public sealed class UnicodeTests
{
    private static readonly JsonFormat<GetSyncResponse> Format = JsonFormat<GetSyncResponse>.Of<GetSyncResponseCodec>();

    public static TheoryData<string> Broken =>
    [
        "\"\\ud800\"", "\"\\uDC00\"", "\"a\\uD83D\"", "\"\\uD83D\\uD83D\\uDE00\"", "\"\\uD83D\\n\"", "\"\\uD83Dx\"", "\"\\\\\\uDC00\"", "\"\u00ff\"", "\"\u00c3(\"",
        "{\"\\ud800\":1}", "[[{\"a\":[1,\"\\udfff\"]}]]", "{\"\u00fe\":1}", "[\"x\",\"\u00e2\u0082\"]",
    ];

    public static TheoryData<string> Sound => ["\"\\ud83d\\uDE00\"", "\"\\\\ud800\"", "{\"\\u0061\\uD83D\\uDE00\":[\"\\\"\\\\\",\"\\u0000\"]}", "\"\u00c3\u00bc\"", "[{\"\u00f0\u009f\u0090\u009f\":1}]"];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_texts_are_refused(string json)
    {
        Refuse("""{"a":""", json, "}", static bytes => JsonFormat<JsonElement>.Of<JsonAny>().Read(bytes));
        Refuse("""{"a":""", json, "}", static bytes => JsonFormat<RawJson>.Of<JsonRaw>().Read(bytes));
        Refuse("""{"a":""", json, "}", static bytes => JsonFormat<JsonElement>.Of<JsonLastAny>().Read(bytes));
        Refuse("""{"next_batch":"s","other":""", json, "}", static bytes => Format.Read(bytes));
        Refuse("""{"next_batch":"s","rooms":[{"other":{"x":[""", json, "]}}]}", static bytes => Format.Read(bytes));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_names_of_members_that_nobody_declares_are_refused(string json)
    {
        if (json[0] == '"')
            Refuse("""{"next_batch":"s",""", json, ":1}", static bytes => Format.Read(bytes));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Sound_texts_are_passed_over(string json)
    {
        Assert.Equal("s", Format.Read(Bytes($$"""{"other":{{json}},"next_batch":"s"}""")).NextBatch);
        Assert.Equal(JsonValueKind.Array, JsonFormat<JsonElement>.Of<JsonAny>().Read(Bytes($"[{json}]")).ValueKind);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Pieces_make_no_difference(string json)
    {
        var text = Bytes($$"""{"other":{{json}},"next_batch":"s"}""");
        for (var split = 0; split <= text.Length; split++)
        {
            var reader = new Utf8JsonReader(Segments.Split(text, split));
            reader.Read();
            var isRefused = false;
            try
            {
                GetSyncResponseCodec.Read(ref reader);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                isRefused = true;
            }

            Assert.True(isRefused, $"split at {split}");
        }
    }

    [Fact]
    public void The_error_says_where()
    {
        var error = Assert.Throws<JsonException>(() => Format.Read(Bytes("""{"next_batch":"s","rooms":[{"other":{"x":["a","\ud800"]}}]}""")));
        Assert.Equal("$.rooms[0].other.x[1]", error.Path);
        Assert.StartsWith("The string is not valid UTF-8, or it has half of a surrogate pair.", error.Message, StringComparison.Ordinal);
    }

    private static void Refuse(string before, string json, string after, Action<byte[]> read) => Assert.Throws<JsonException>(() => read(Bytes(before + json + after)));

    /// <summary>Each character is a byte, so that a test can write what is no UTF-8.</summary>
    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
