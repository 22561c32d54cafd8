namespace SyncGen.Runtime.Json;

using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of strings.</summary>
public readonly struct JsonString : IJsonScalarCodec<string>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String
        ? reader.GetString()!
        : throw JsonError.Expected(ref reader, "a string");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteString(name, value);
    }
}
