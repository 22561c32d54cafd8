namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text.Json;

/// <summary>The codec of objects whose properties all have one type. Properties keep their order; a name that appears twice is an error.</summary>
/// <typeparam name="T">The type of a property's value.</typeparam>
/// <typeparam name="TCodec">The codec of a property's value.</typeparam>
public readonly struct JsonMap<T, TCodec> : IJsonMap<T>, IJsonCodec<Dictionary<string, T>>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        while (JsonRead.NextName(ref reader, out _))
            ReadMember(ref reader, members);
        return members;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    static Dictionary<string, T> IJsonCodec<Dictionary<string, T>>.Read(ref Utf8JsonReader reader) => (Dictionary<string, T>)Read(ref reader);

    /// <inheritdoc/>
    static void IJsonCodec<Dictionary<string, T>>.Write(Utf8JsonWriter writer, Dictionary<string, T> value) => Write(writer, value);

    /// <inheritdoc/>
    public static void ReadMember(ref Utf8JsonReader reader, ref Dictionary<string, T>? members) =>
        ReadMember(ref reader, members ??= new Dictionary<string, T>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public static void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> members, Func<string, bool>? isDeclared = null)
    {
        foreach (var (name, value) in members)
        {
            if (isDeclared is not null && isDeclared(name))
                throw JsonError.Declared(name);
            writer.WritePropertyName(name);
            TCodec.Write(writer, value);
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, Dictionary<string, T> members)
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(members, reader.GetString()!, out var isThere);
        if (isThere)
            throw JsonError.Duplicate(ref reader);
        JsonRead.Value(ref reader);
        // Nobody else has the dictionary yet, so the place stays where it is.
        value = TCodec.Read(ref reader);
    }
}
