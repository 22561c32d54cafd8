namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>A codec that reads only what a check allows.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
/// <typeparam name="TCheck">The check.</typeparam>
public readonly struct JsonChecked<T, TCodec, TCheck> : IJsonCodec<T>
    where TCodec : struct, IJsonCodec<T>
    where TCheck : struct, IJsonCheck
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader)
    {
        var start = reader;
        var value = TCodec.Read(ref reader);
        TCheck.Check.Require(start, ref reader);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value) => TCodec.Write(writer, value);
}
