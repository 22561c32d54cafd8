namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of free-form JSON as <see cref="JsonElement"/>, whose objects may have a name twice: the last one counts.</summary>
public readonly struct JsonLastAny : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref Utf8JsonReader reader) => JsonFreeText.Parse(JsonFreeText.ReadLast(ref reader), reader.CurrentState.Options);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonElement value) => JsonAny.Write(writer, value);
}
