namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of enums of texts. A listed value is read without an allocation.</summary>
/// <typeparam name="T">The enum.</typeparam>
public readonly struct JsonListedText<T> : IJsonScalarCodec<T>
    where T : struct, IListedText<T>
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonError.Expected(ref reader, "a string");
        return T.Parse(T.Listed.Find(JsonRead.Text(ref reader)) ?? JsonString.Read(ref reader), null);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value) => JsonString.Write(writer, value.Value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, T value) => JsonString.Write(writer, name, value.Value);
}
