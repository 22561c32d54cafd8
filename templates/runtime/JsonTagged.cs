namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Text.Json;

/// <summary>Writes objects behind a property that tells what they are, where their own type does not declare it.</summary>
public static class JsonTagged
{
    /// <summary>Writes the properties of a value, but for the one that is written already.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the type.</typeparam>
    /// <param name="writer">Where to write them, inside an object.</param>
    /// <param name="tag">The name of the property that is written already, in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is no object.</exception>
    public static void WriteMembers<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> tag, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var inner = new Utf8JsonWriter(buffer, writer.Options with { Indented = false }))
            TCodec.Write(inner, value);
        var json = buffer.WrittenSpan;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = writer.Options.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw JsonError.Expected(ref reader, "an object");
        while (JsonRead.NextName(ref reader, out var name))
        {
            if (name.SequenceEqual(tag))
            {
                JsonRead.SkipValue(ref reader);
                continue;
            }

            writer.WritePropertyName(name);
            JsonRead.Value(ref reader);
            var start = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
                throw JsonError.Incomplete();
            writer.WriteRawValue(json[start..(int)reader.BytesConsumed], skipInputValidation: true);
        }
    }
}
