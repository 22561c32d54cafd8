namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>The codec of URIs that have a scheme. They are written as they were read, not as <see cref="Uri"/> normalizes them.</summary>
public readonly struct JsonAbsoluteUri : IJsonScalarCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && HasScheme(text) && Uri.TryCreate(text, UriKind.Absolute, out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "a URI with a scheme");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Uri value) => writer.WriteString(name, value.OriginalString);

    /// <summary>What begins with a slash is a file to <see cref="Uri"/> on some systems.</summary>
    private static bool HasScheme(string text)
    {
        var end = text.IndexOf(':', StringComparison.Ordinal);
        if (end <= 0 || !char.IsAsciiLetter(text[0]))
            return false;
        foreach (var character in text.AsSpan(0, end))
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('+' or '-' or '.'))
                return false;
        }

        return true;
    }
}
