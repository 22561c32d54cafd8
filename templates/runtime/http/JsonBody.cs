using System;
using System.Text.Json;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>Reads a whole body of JSON.</summary>
internal static class JsonBody
{
    /// <summary>Reads one JSON text; anything after it is an error.</summary>
    public static T Read<T, TCodec>(ReadOnlySpan<byte> json)
        where TCodec : struct, IJsonCodec<T>
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (json.IsEmpty)
            throw new JsonException("The body is empty.");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var value = TCodec.Read(ref reader);
        if (reader.Read())
            throw new JsonException("There is something after the JSON value.");
        return value;
    }
}
