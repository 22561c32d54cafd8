namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of a class that may be null.</summary>
/// <typeparam name="T">The class.</typeparam>
/// <typeparam name="TCodec">The codec of a value that is not null.</typeparam>
public readonly struct JsonNullable<T, TCodec> : IJsonCodec<T?>
    where T : class
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            TCodec.Write(writer, value);
    }
}
