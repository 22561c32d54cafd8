using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Json;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Json;
using Matrix.ClientServer.V2Alpha.Runtime;
using SyncGen.Benchmarks.Peers;

namespace SyncGen.Benchmarks;

/// <summary>A way to do the work. Returns what it made, so that no work can be left out.</summary>
internal sealed record Variant(string Name, Func<object?> Run);

/// <summary>All ways to read and to write one payload; the first of a list is what the others are compared with.</summary>
internal static class Variants
{
    private static readonly JsonFormat<GetSyncResponse> Elements = GetSyncResponseCodec.Format;
    private static readonly Raw.Runtime.JsonFormat<Raw.GetSyncResponse> Raw = SyncGen.Benchmarks.Raw.Json.GetSyncResponseCodec.Format;
    private static readonly Newtonsoft.Json.JsonSerializer Newtonsoft = global::Newtonsoft.Json.JsonSerializer.CreateDefault();

    public static Variant[] Reading(byte[] json) =>
    [
        new("bare tokenizer", () => Floor.CountTokens(json)),
        new("tokenizer and strings", () => Floor.MakeStrings(json)),
        new("generated, JsonElement", () => Elements.Read(json.AsSpan())),
        new("generated, JsonElement, stream", () => Elements.Read(new ChunkedStream(json))),
        new("generated, JsonElement, async", () => Elements.ReadAsync(new ChunkedStream(json)).AsTask().Result),
        new("generated, JsonElement, JsonSerializer", () => JsonSerializer.Deserialize(json, Elements.TypeInfo)),
        new("generated, RawJson", () => Raw.Read(json.AsSpan())),
        new("generated, RawJson, stream", () => Raw.Read(new ChunkedStream(json))),
        new("STJ source generator", () => JsonSerializer.Deserialize(json, SourceGeneratedContext.Default.SourceGeneratedResponse)),
        new("STJ source generator, stream", () => JsonSerializer.Deserialize(new ChunkedStream(json), SourceGeneratedContext.Default.SourceGeneratedResponse)),
        new("NSwag, STJ reflection", () => JsonSerializer.Deserialize<Peers.NSwagSystemTextJson.Response>(json)),
        new("NSwag, Newtonsoft", () => ReadNewtonsoft<Peers.NSwagNewtonsoftJson.Response>(new MemoryStream(json))),
        new("NSwag, Newtonsoft, stream", () => ReadNewtonsoft<Peers.NSwagNewtonsoftJson.Response>(new ChunkedStream(json))),
    ];

    public static Variant[] Writing(byte[] json)
    {
        var elements = Elements.Read(json.AsSpan());
        var raw = Raw.Read(json.AsSpan());
        var sourceGenerated = JsonSerializer.Deserialize(json, SourceGeneratedContext.Default.SourceGeneratedResponse)!;
        var reflected = JsonSerializer.Deserialize<Peers.NSwagSystemTextJson.Response>(json)!;
        var newtonsoft = ReadNewtonsoft<Peers.NSwagNewtonsoftJson.Response>(new MemoryStream(json));
        var output = new ArrayBufferWriter<byte>(json.Length * 2);
        return
        [
            new("hand-written Utf8JsonWriter", () => Write(output, () => HandWrittenWriter.Write(output, elements))),
            new("generated, JsonElement", () => Write(output, () => Elements.Write(output, elements))),
            new("generated, RawJson", () => Write(output, () => Raw.Write(output, raw))),
            new("generated, JsonSerializer", () => Write(output, () =>
            {
                using var writer = new Utf8JsonWriter(output);
                JsonSerializer.Serialize(writer, elements, Elements.TypeInfo);
            })),
            new("STJ source generator", () => Write(output, () =>
            {
                using var writer = new Utf8JsonWriter(output);
                JsonSerializer.Serialize(writer, sourceGenerated, SourceGeneratedContext.Default.SourceGeneratedResponse);
            })),
            new("NSwag, STJ reflection", () => Write(output, () =>
            {
                using var writer = new Utf8JsonWriter(output);
                JsonSerializer.Serialize(writer, reflected);
            })),
            new("NSwag, Newtonsoft", () => WriteNewtonsoft(new MemoryStream(json.Length * 2), newtonsoft)),
        ];
    }

    /// <summary>Writes into a buffer that is there already.</summary>
    public static int Write(ArrayBufferWriter<byte> output, Action write)
    {
        output.ResetWrittenCount();
        write();
        return output.WrittenCount;
    }

    /// <summary>Reads as NSwag's clients do.</summary>
    public static T ReadNewtonsoft<T>(Stream stream)
    {
        using var text = new StreamReader(stream, Encoding.UTF8);
        using var reader = new Newtonsoft.Json.JsonTextReader(text);
        return Newtonsoft.Deserialize<T>(reader)!;
    }

    /// <summary>Writes as NSwag's clients do.</summary>
    public static long WriteNewtonsoft<T>(MemoryStream stream, T value)
    {
        using (var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
            Newtonsoft.Serialize(text, value);
        return stream.Length;
    }
}
