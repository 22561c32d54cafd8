namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of free-form JSON that must be an object.</summary>
/// <typeparam name="T">The type of free-form JSON.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct JsonObjectOnly<T, TCodec> : IJsonCodec<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject ? TCodec.Read(ref reader) : throw JsonError.Expected(ref reader, "an object");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value) => TCodec.Write(writer, value);
}
