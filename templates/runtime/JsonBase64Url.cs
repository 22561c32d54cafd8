namespace SyncGen.Runtime.Json;

using System;
#if !NET9_0_OR_GREATER
using System.Buffers;
#endif
using System.Buffers.Text;
using System.Text.Json;

/// <summary>The codec of bytes as Base64 for URLs, which is written without padding and read with or without it.</summary>
public readonly struct JsonBase64Url : IJsonScalarCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonError.Malformed(ref reader, "Base64 for URLs");
        return Decode(JsonRead.Text(ref reader)) ?? throw JsonError.Malformed(ref reader, "Base64 for URLs");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteStringValue(Encode(value));

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, byte[] value) => writer.WriteString(name, Encode(value));

#if NET9_0_OR_GREATER
    private static byte[]? Decode(ReadOnlySpan<byte> text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromUtf8(text) : null;

    private static byte[] Encode(byte[] value) => Base64Url.EncodeToUtf8(value);
#else
    private static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'+', (byte)'/') >= 0)
            return null;
        var base64 = new byte[text.Length + 3];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                base64[length++] = letter switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', _ => letter };
        }

        while (length % 4 is 2 or 3)
            base64[length++] = (byte)'=';
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(length)];
        return Base64.DecodeFromUtf8(base64.AsSpan(0, length), bytes, out _, out var count) == OperationStatus.Done ? bytes[..count] : null;
    }

    private static ReadOnlySpan<byte> Encode(byte[] value)
    {
        var base64 = new byte[Base64.GetMaxEncodedToUtf8Length(value.Length)];
        Base64.EncodeToUtf8(value, base64, out _, out _);
        foreach (ref var letter in base64.AsSpan())
            letter = letter switch { (byte)'+' => (byte)'-', (byte)'/' => (byte)'_', _ => letter };
        return base64.AsSpan().TrimEnd((byte)'=');
    }
#endif
}
