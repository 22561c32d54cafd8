namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of free-form JSON as <see cref="RawJson"/>: the text is checked and copied, nothing is built. A name that an object has twice is an error, as in any object.</summary>
public readonly struct JsonRaw : IJsonCodec<RawJson>
{
    /// <inheritdoc/>
    public static RawJson Read(ref Utf8JsonReader reader) => RawJson.FromValidText(JsonFreeText.Read(ref reader).ToArray());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Utf8JsonWriter writer, RawJson value) => writer.WriteRawValue(value.Utf8Text.Span, skipInputValidation: true);
}
