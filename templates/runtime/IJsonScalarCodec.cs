namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>Reads and writes one type of JSON value that is no object and no array, and that the writer takes together with a property's name.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface IJsonScalarCodec<T> : IJsonCodec<T>
{
    /// <summary>Writes a property of an object.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value.</param>
    static abstract void Write(Utf8JsonWriter writer, JsonEncodedText name, T value);
}
