namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The steps that codecs write the properties of an object with.</summary>
public static class JsonWrite
{
    /// <summary>Writes a property.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the value.</typeparam>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Property<T, TCodec>(Utf8JsonWriter writer, JsonEncodedText name, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        writer.WritePropertyName(name);
        TCodec.Write(writer, value);
    }

    /// <summary>Writes a property, unless it is absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the value.</typeparam>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value; null when it is absent.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfPresent<T, TCodec>(Utf8JsonWriter writer, JsonEncodedText name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            Property<T, TCodec>(writer, name, value);
    }

    /// <summary>Writes a property, unless it is absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the value.</typeparam>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value; null when it is absent.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void IfPresent<T, TCodec>(Utf8JsonWriter writer, JsonEncodedText name, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } present)
            Property<T, TCodec>(writer, name, present);
    }

    /// <summary>Writes a property whose value is no object and no array, unless it is absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the value.</typeparam>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value; null when it is absent.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScalarIfPresent<T, TCodec>(Utf8JsonWriter writer, JsonEncodedText name, T? value)
        where T : class
        where TCodec : struct, IJsonScalarCodec<T>
    {
        if (value is not null)
            TCodec.Write(writer, name, value);
    }

    /// <summary>Writes a property whose value is no object and no array, unless it is absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the value.</typeparam>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value; null when it is absent.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScalarIfPresent<T, TCodec>(Utf8JsonWriter writer, JsonEncodedText name, T? value)
        where T : struct
        where TCodec : struct, IJsonScalarCodec<T>
    {
        if (value is { } present)
            TCodec.Write(writer, name, present);
    }
}
