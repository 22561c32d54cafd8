namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of free-form JSON as <see cref="JsonElement"/>, which owns its text. A name that an object has twice is an error, as in any object.</summary>
public readonly struct JsonAny : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref Utf8JsonReader reader) => JsonFreeText.Parse(JsonFreeText.Read(ref reader), reader.CurrentState.Options);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Utf8JsonWriter writer, JsonElement value) =>
        // The element's text is valid JSON already; WriteTo would tokenize it again.
        writer.WriteRawValue(JsonElementText.Of(value), skipInputValidation: true);
}
