using System.Text.Json;
using Example.Runtime.Json;

namespace Shop.Json;

/// <summary>Writes the word of a tag behind a number sign.</summary>
public readonly struct TagCodec : IJsonCodec<Tag>
{
    /// <inheritdoc/>
    public static Tag Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is ['#', .. var word] ? new Tag(word) : throw new JsonException("The value is no tag.");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Tag value) => writer.WriteStringValue($"#{value.Word}");
}
