namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
#if NET9_0_OR_GREATER
using System.IO.Pipelines;
#endif
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using SyncGen.Runtime.Json;

/// <summary>Reads and writes a type as JSON, directly from and to bytes, streams and pipes.</summary>
/// <typeparam name="T">The type.</typeparam>
public abstract class JsonFormat<T> : IJsonTypeInfoResolver
{
    private JsonTypeInfo<T>? _typeInfo;

    /// <summary>The type for <see cref="JsonSerializer"/>, <c>HttpClient</c>'s JSON extensions and ASP.NET; needs no reflection.</summary>
    public JsonTypeInfo<T> TypeInfo => _typeInfo ??= (JsonTypeInfo<T>)new JsonSerializerOptions { TypeInfoResolver = this }.GetTypeInfo(typeof(T));

    /// <summary>The format that a codec defines.</summary>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <returns>The format.</returns>
    public static JsonFormat<T> Of<TCodec>()
        where TCodec : struct, IJsonCodec<T> => CodecFormat<TCodec>.Instance;

    /// <summary>Reads a JSON text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="limits">How deep it may be, and how many values it may have; null for <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a <typeparamref name="T"/>; the exception has the JSON path.</exception>
    public T Read(string text, JsonLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var buffer = new JsonBuffer(Array.MaxLength, Encoding.UTF8.GetMaxByteCount(text.Length));
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetByteCount(text))));
        return Read(buffer.Written.Span, limits);
    }

    /// <summary>Reads a JSON text in UTF-8.</summary>
    /// <param name="utf8Text">The whole text.</param>
    /// <param name="limits">How deep it may be, and how many values it may have; null for <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a <typeparamref name="T"/>; the exception has the JSON path.</exception>
    public T Read(ReadOnlySpan<byte> utf8Text, JsonLimits? limits = null)
    {
        if (utf8Text.StartsWith("\uFEFF"u8))
            utf8Text = utf8Text[3..];
        limits ??= JsonLimits.Default;
        limits.CheckValues(utf8Text);
        var options = limits.ReaderOptions;
        PatternBudget.BeginDocument();
        var reader = new Utf8JsonReader(utf8Text, options);
        try
        {
            reader.Read();
            var value = ReadValue(ref reader);
            // Anything but white space behind the value is an error of the reader's.
            reader.Read();
            return value;
        }
        catch (Exception error) when (JsonErrorLocation.IsWanted(error, reader.TokenType))
        {
            throw JsonErrorLocation.InText(utf8Text, options, reader.TokenStartIndex, error);
        }
    }

    /// <summary>Reads a JSON text in UTF-8.</summary>
    /// <param name="utf8Text">The whole text.</param>
    /// <param name="limits">How deep it may be, and how many values it may have; null for <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a <typeparamref name="T"/>; the exception has the JSON path.</exception>
    public T Read(ReadOnlyMemory<byte> utf8Text, JsonLimits? limits = null) => Read(utf8Text.Span, limits);

    /// <summary>Reads a JSON text in UTF-8 that lies in pieces.</summary>
    /// <param name="utf8Text">The whole text.</param>
    /// <param name="limits">How deep and long it may be, and how many values it may have; null for <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a <typeparamref name="T"/>; the exception has the JSON path.</exception>
    public T Read(in ReadOnlySequence<byte> utf8Text, JsonLimits? limits = null)
    {
        limits ??= JsonLimits.Default;
        if (utf8Text.IsSingleSegment)
            return Read(utf8Text.FirstSpan, limits);
        // The reader is several times slower on pieces than a copy and the reading of it.
        using var buffer = new JsonBuffer(limits.MaxBytes, utf8Text.Length);
        buffer.Write(utf8Text);
        return Read(buffer.Written.Span, limits);
    }

    /// <summary>Reads a JSON text in UTF-8 from a stream, to the stream's end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limits">How deep and long it may be, and how many values it may have; null for <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a <typeparamref name="T"/>; the exception has the JSON path.</exception>
    public T Read(Stream stream, JsonLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= JsonLimits.Default;
        using var buffer = new JsonBuffer(limits.MaxBytes, LengthOf(stream));
        while (stream.Read(buffer.GetSpan()) is > 0 and var count)
            buffer.Advance(count);
        return Read(buffer.Written.Span, limits);
    }

    /// <summary>Reads a JSON text in UTF-8 from a stream, to the stream's end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limits">How deep and long it may be, and how many values it may have; null for <see cref="JsonLimits.Default"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a <typeparamref name="T"/>; the exception has the JSON path.</exception>
    public async ValueTask<T> ReadAsync(Stream stream, JsonLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= JsonLimits.Default;
        using var buffer = new JsonBuffer(limits.MaxBytes, LengthOf(stream));
        while (await stream.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false) is > 0 and var count)
            buffer.Advance(count);
        return Read(buffer.Written.Span, limits);
    }

#if NET9_0_OR_GREATER
    /// <summary>Reads a JSON text in UTF-8 from a pipe, to the pipe's end.</summary>
    /// <param name="pipe">The pipe; it is not completed.</param>
    /// <param name="limits">How deep and long it may be, and how many values it may have; null for <see cref="JsonLimits.Default"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not the JSON of a <typeparamref name="T"/>; the exception has the JSON path.</exception>
    public async ValueTask<T> ReadAsync(PipeReader pipe, JsonLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        limits ??= JsonLimits.Default;
        using var buffer = new JsonBuffer(limits.MaxBytes);
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled)
                throw new OperationCanceledException("The pipe's pending read was cancelled.");
            buffer.Write(result.Buffer);
            pipe.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return Read(buffer.Written.Span, limits);
        }
    }
#endif

    /// <summary>Writes a value as JSON in UTF-8.</summary>
    /// <param name="output">Where to write it.</param>
    /// <param name="value">The value.</param>
    public void Write(IBufferWriter<byte> output, T value)
    {
        ArgumentNullException.ThrowIfNull(output);
        var writer = JsonWriters.Rent(output);
        WriteValue(writer, value);
        writer.Flush();
        JsonWriters.Return(writer);
    }

    /// <summary>Writes a value as JSON in UTF-8. Nothing is written when the value cannot be.</summary>
    /// <param name="output">Where to write it.</param>
    /// <param name="value">The value.</param>
    public void Write(Stream output, T value)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var buffer = new JsonBuffer(Array.MaxLength);
        Write(buffer, value);
        output.Write(buffer.Written.Span);
    }

    /// <summary>Writes a value as JSON in UTF-8. Nothing is written when the value cannot be.</summary>
    /// <param name="output">Where to write it.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The writing.</returns>
    public async Task WriteAsync(Stream output, T value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var buffer = new JsonBuffer(Array.MaxLength);
        Write(buffer, value);
        await output.WriteAsync(buffer.Written, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a value as JSON in UTF-8.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public byte[] ToUtf8(T value)
    {
        using var buffer = new JsonBuffer(Array.MaxLength);
        Write(buffer, value);
        return buffer.Written.ToArray();
    }

    /// <summary>Writes a value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public string ToText(T value)
    {
        using var buffer = new JsonBuffer(Array.MaxLength);
        Write(buffer, value);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    /// <summary>The type, or a list or map of it, for <see cref="JsonSerializer"/> under the given options.</summary>
    /// <param name="type">The type, an array, list, read-only list, sequence, asynchronous sequence, dictionary or read-only dictionary of it.</param>
    /// <param name="options">The options.</param>
    /// <returns>The type's metadata; null for other types.</returns>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(T))
            return CreateTypeInfo(options);
        if (type == typeof(IReadOnlyList<T>))
            return CreateListInfo(options);
        if (type == typeof(IReadOnlyDictionary<string, T>))
            return CreateMapInfo(options);
        if (type == typeof(Dictionary<string, T>))
            return CreateDictionaryInfo(options);
        // The serializer's own lists; it asks the same resolver for their items.
        if (type == typeof(T[]))
            return JsonMetadataServices.CreateArrayInfo<T>(options, new());
        if (type == typeof(List<T>))
            return JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = () => [] });
        if (type == typeof(IEnumerable<T>))
            return JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new());
        if (type == typeof(IAsyncEnumerable<T>))
            return JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(options, new());
        return null;
    }

    private protected abstract JsonTypeInfo<T> CreateTypeInfo(JsonSerializerOptions options);

    private protected abstract JsonTypeInfo CreateListInfo(JsonSerializerOptions options);

    private protected abstract JsonTypeInfo CreateMapInfo(JsonSerializerOptions options);

    private protected abstract JsonTypeInfo CreateDictionaryInfo(JsonSerializerOptions options);

    private protected abstract T ReadValue(ref Utf8JsonReader reader);

    private protected abstract void WriteValue(Utf8JsonWriter writer, T value);

    private static long LengthOf(Stream stream) => stream.CanSeek ? stream.Length - stream.Position + 1 : 0;

    private sealed class CodecFormat<TCodec> : JsonFormat<T>
        where TCodec : struct, IJsonCodec<T>
    {
        public static readonly CodecFormat<TCodec> Instance = new();

        private protected override JsonTypeInfo<T> CreateTypeInfo(JsonSerializerOptions options) =>
            CreateInfo<T, TCodec>(options);

        private protected override JsonTypeInfo CreateListInfo(JsonSerializerOptions options) =>
            CreateInfo<IReadOnlyList<T>, JsonList<T, OrNull<TCodec>>>(options);

        private protected override JsonTypeInfo CreateMapInfo(JsonSerializerOptions options) =>
            CreateInfo<IReadOnlyDictionary<string, T>, JsonMap<T, OrNull<TCodec>>>(options);

        private protected override JsonTypeInfo CreateDictionaryInfo(JsonSerializerOptions options) =>
            CreateInfo<Dictionary<string, T>, JsonMap<T, OrNull<TCodec>>>(options);

        private protected override T ReadValue(ref Utf8JsonReader reader) => TCodec.Read(ref reader);

        private protected override void WriteValue(Utf8JsonWriter writer, T value) => TCodec.Write(writer, value);

        private static JsonTypeInfo<TValue> CreateInfo<TValue, TValueCodec>(JsonSerializerOptions options)
            where TValueCodec : struct, IJsonCodec<TValue> =>
            JsonMetadataServices.CreateValueInfo<TValue>(options, new JsonCodecConverter<TValue, TValueCodec>());
    }

    /// <summary>The items of a list or map that stands alone: which of them may be null, no contract says, and the serializer takes null for classes.</summary>
    private readonly struct OrNull<TCodec> : IJsonCodec<T>
        where TCodec : struct, IJsonCodec<T>
    {
        public static T Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null && default(T) is null ? default! : TCodec.Read(ref reader);

        public static void Write(Utf8JsonWriter writer, T value)
        {
            if (value is null)
                writer.WriteNullValue();
            else
                TCodec.Write(writer, value);
        }
    }
}
