namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Text.Json;

/// <summary>A codec of objects whose properties all have one type.</summary>
/// <typeparam name="T">The type of a property's value.</typeparam>
public interface IJsonMap<T> : IJsonCodec<IReadOnlyDictionary<string, T>>
{
    /// <summary>Reads one property of an object into a dictionary.</summary>
    /// <param name="reader">The reader, on the property's name.</param>
    /// <param name="members">The properties read so far; null before the first.</param>
    static abstract void ReadMember(ref Utf8JsonReader reader, ref Dictionary<string, T>? members);

    /// <summary>Writes the properties without the object around them.</summary>
    /// <param name="writer">Where to write them.</param>
    /// <param name="members">The properties.</param>
    /// <param name="isDeclared">Whether the object has a property of this name beside them, which is an error.</param>
    static abstract void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> members, Func<string, bool>? isDeclared = null);
}
