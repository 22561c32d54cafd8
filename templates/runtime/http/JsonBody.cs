namespace SyncGen.Runtime;

using System;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>Reads a whole body of JSON.</summary>
internal static class JsonBody
{
    /// <summary>Reads one JSON text; nothing is an error, and so is anything after it.</summary>
    public static T Read<T, TCodec>(ReadOnlySpan<byte> json, JsonLimits? limits = null)
        where TCodec : struct, IJsonCodec<T>
    {
        if (json.IsEmpty)
            throw new JsonException("The body is empty.");
        return JsonFormat<T>.Of<TCodec>().Read(json, limits);
    }
}
