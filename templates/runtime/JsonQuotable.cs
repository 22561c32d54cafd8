namespace SyncGen.Runtime.Json;

using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of a number or boolean that may stand in quotes: <c>"12"</c> reads as 12 and is written as 12.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value without quotes.</typeparam>
public readonly struct JsonQuotable<T, TCodec> : IJsonCodec<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadText(JsonRead.Text(ref reader)) : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value) => TCodec.Write(writer, value);

    private static T ReadText(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            reader.Read();
            var value = TCodec.Read(ref reader);
            // Anything but white space behind the value is an error of the reader's.
            reader.Read();
            return value;
        }
        // The text's own lines are not those of the JSON around it.
        catch (JsonException error) when (error.LineNumber is not null)
        {
            throw new JsonException("The string holds neither a number nor a boolean.", error);
        }
    }
}
