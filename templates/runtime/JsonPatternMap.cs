namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Text.Json;

/// <summary>
/// The codec of objects of whose properties the contract speaks by a pattern of their names. Others can have values of any kind: what has the
/// type is kept, too, and all else is passed over, as properties that nobody declares are.
/// </summary>
/// <typeparam name="T">The type of a property's value.</typeparam>
/// <typeparam name="TMap">The codec of a map.</typeparam>
/// <typeparam name="TNames">The names that the contract speaks of.</typeparam>
public readonly struct JsonPatternMap<T, TMap, TNames> : IJsonMap<T>
    where TMap : struct, IJsonMap<T>
    where TNames : struct, IJsonNames
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
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value) => TMap.Write(writer, value);

    /// <inheritdoc/>
    public static void ReadMember(ref Utf8JsonReader reader, ref Dictionary<string, T>? members)
    {
        var start = reader;
        var name = reader.GetString()!;
        var isTwice = members is not null && members.ContainsKey(name);
        try
        {
            TMap.ReadMember(ref reader, ref members);
        }
        catch (Exception error) when (!isTwice && JsonErrorLocation.IsWanted(error, reader.TokenType) && !TNames.Match(name))
        {
            members?.Remove(name);
            reader = start;
            JsonRead.SkipValue(ref reader);
        }
    }

    /// <inheritdoc/>
    public static void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> members, Func<string, bool>? isDeclared = null) =>
        TMap.WriteMembers(writer, members, isDeclared);
}
