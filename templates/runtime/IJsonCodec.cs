namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>
/// Reads and writes one type of JSON value. Implemented by empty structs, so that codecs compose as type arguments and the
/// runtime compiles each composition to direct calls: <c>JsonList&lt;long, JsonInt64&gt;</c>.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface IJsonCodec<T>
{
    /// <summary>Reads a value. The reader stands on the value's first token, and on its last one afterwards.</summary>
    /// <param name="reader">A reader that has the whole value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not a <typeparamref name="T"/>.</exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Writes a property of an object.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The property's value.</param>
    static abstract void Write(Utf8JsonWriter writer, JsonEncodedText name, T value);
}
