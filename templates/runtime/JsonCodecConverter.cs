namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;
using System.Text.Json.Serialization;

/// <summary>Makes a codec usable by <see cref="JsonSerializer"/>, with reflection, source generation or neither.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
public sealed class JsonCodecConverter<T, TCodec> : JsonConverter<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.CurrentDepth == 0)
            PatternBudget.BeginDocument();
        var start = reader;
        try
        {
            return TCodec.Read(ref reader);
        }
        catch (Exception error) when (JsonErrorLocation.IsWanted(error, reader.TokenType))
        {
            throw JsonErrorLocation.InValue(start, reader.TokenStartIndex, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TCodec.Write(writer, value);
    }
}
