namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of one case of a union, for whoever has the case and not the union: it is written as the union is.</summary>
/// <typeparam name="TCase">The case.</typeparam>
/// <typeparam name="TUnion">The union.</typeparam>
/// <typeparam name="TCodec">The codec of the union.</typeparam>
public readonly struct JsonUnionCase<TCase, TUnion, TCodec> : IJsonCodec<TCase>
    where TCase : class, TUnion
    where TCodec : struct, IJsonCodec<TUnion>
{
    /// <inheritdoc/>
    public static TCase Read(ref Utf8JsonReader reader) =>
        TCodec.Read(ref reader) as TCase ?? throw new JsonException($"The value is not the {typeof(TCase).Name} that is expected.");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TCase value) => TCodec.Write(writer, value);
}
