namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of free-form JSON as <see cref="RawJson"/>, whose objects may have a name twice.</summary>
public readonly struct JsonLastRaw : IJsonCodec<RawJson>
{
    /// <inheritdoc/>
    public static RawJson Read(ref Utf8JsonReader reader) => RawJson.FromValidText(JsonFreeText.ReadLast(ref reader).ToArray());

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, RawJson value) => JsonRaw.Write(writer, value);
}
