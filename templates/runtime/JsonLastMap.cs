namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Text.Json;

/// <summary>The codec of objects whose properties all have one type, where of properties with one name the last one counts.</summary>
/// <typeparam name="T">The type of a property's value.</typeparam>
/// <typeparam name="TCodec">The codec of a property's value.</typeparam>
public readonly struct JsonLastMap<T, TCodec> : IJsonMap<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        Dictionary<string, T>? members = null;
        while (JsonRead.NextName(ref reader, out _))
            ReadMember(ref reader, ref members);
        return members ?? [];
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value) => JsonMap<T, TCodec>.Write(writer, value);

    /// <inheritdoc/>
    public static void ReadMember(ref Utf8JsonReader reader, ref Dictionary<string, T>? members)
    {
        members ??= new Dictionary<string, T>(StringComparer.Ordinal);
        var name = reader.GetString()!;
        JsonRead.Value(ref reader);
        members[name] = TCodec.Read(ref reader);
    }

    /// <inheritdoc/>
    public static void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> members, Func<string, bool>? isDeclared = null) =>
        JsonMap<T, TCodec>.WriteMembers(writer, members, isDeclared);
}
