namespace SyncGen.Runtime;

using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SyncGen.Runtime.Json;

/// <summary>A JSON value kept as its UTF-8 text, valid and unchanged, parsed when it is asked for.</summary>
[JsonConverter(typeof(JsonCodecConverter<RawJson, JsonRaw>))]
public readonly struct RawJson : IEquatable<RawJson>
{
    private readonly byte[]? _text;

    private RawJson(byte[] text) => _text = text;

    /// <summary>The text, without white space around it; <c>null</c> for the default of this struct.</summary>
    public ReadOnlyMemory<byte> Utf8Text => _text ?? "null"u8.ToArray();

    /// <summary>What kind of value it is.</summary>
    public JsonValueKind ValueKind => (_text is null ? (byte)'n' : _text[0]) switch
    {
        (byte)'{' => JsonValueKind.Object,
        (byte)'[' => JsonValueKind.Array,
        (byte)'"' => JsonValueKind.String,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        (byte)'n' => JsonValueKind.Null,
        _ => JsonValueKind.Number,
    };

    /// <summary>Takes a value from JSON text.</summary>
    /// <param name="text">One JSON value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static RawJson Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>Takes a value from JSON text in UTF-8, which is copied.</summary>
    /// <param name="utf8Text">One JSON value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static RawJson Parse(ReadOnlySpan<byte> utf8Text)
    {
        var reader = new Utf8JsonReader(utf8Text);
        reader.Read();
        var value = JsonRaw.Read(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>Takes a value from an element.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The value.</returns>
    public static RawJson FromElement(JsonElement element) => new(JsonElementText.Of(element).ToArray());

    /// <summary>Takes a value from an object that a serializer knows.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="typeInfo">How it is written.</param>
    /// <returns>The value.</returns>
    public static RawJson Serialize<T>(T value, JsonTypeInfo<T> typeInfo) => new(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));

    /// <summary>Reads the value into an object that a serializer knows.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="typeInfo">How it is read.</param>
    /// <returns>The object.</returns>
    public T? Deserialize<T>(JsonTypeInfo<T> typeInfo) => JsonSerializer.Deserialize(Utf8Text.Span, typeInfo);

    /// <summary>Parses the value.</summary>
    /// <returns>An element that owns its text.</returns>
    public JsonElement AsElement()
    {
        var reader = new Utf8JsonReader(Utf8Text.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Whether both texts are the same, byte for byte.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>The texts are the same.</returns>
    public bool Equals(RawJson other) => Utf8Text.Span.SequenceEqual(other.Utf8Text.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8Text.Span);
        return hash.ToHashCode();
    }

    /// <summary>The JSON text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Encoding.UTF8.GetString(Utf8Text.Span);

    /// <summary>Whether both texts are the same, byte for byte.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    /// <summary>Takes text that is known to be one JSON value.</summary>
    internal static RawJson FromValidText(byte[] text) => new(text);
}
