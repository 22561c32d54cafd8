namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text.Json;

/// <summary>Gives errors of codecs their place: JSON path, line and position.</summary>
internal static class JsonErrorLocation
{
    /// <summary>Whether the error speaks of the JSON and has no place yet.</summary>
    public static bool IsWanted(Exception error, JsonTokenType token) => error switch
    {
        JsonException exception => exception.Path is null,
        // What the reader throws for text that is not UTF-8 or has half of a surrogate pair; before an object or list, where a union looks into it.
        InvalidOperationException => token is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray,
        _ => false,
    };

    /// <summary>The error of a text that is known from its start.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="options">How it was read.</param>
    /// <param name="position">The start of the token where reading stopped.</param>
    /// <param name="error">What stopped it.</param>
    public static JsonException InText(ReadOnlySpan<byte> text, JsonReaderOptions options, long position, Exception error)
    {
        var path = PathFromStart(new Utf8JsonReader(text, options), position);
        if (error is JsonException { LineNumber: { } line, BytePositionInLine: { } column })
            return Located(Message(error), path, line, column, error);

        var before = text[..(int)Math.Min(position, text.Length)];
        return Located(Message(error), path, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'), error);
    }

    /// <summary>The error of a value that <see cref="JsonSerializer"/> gave to a converter.</summary>
    /// <param name="value">A reader on the value's first token.</param>
    /// <param name="position">The start of the token where reading stopped.</param>
    /// <param name="error">What stopped it.</param>
    public static JsonException InValue(Utf8JsonReader value, long position, Exception error)
    {
        var isWholeText = value.CurrentDepth == 0;
        var path = JsonPathFinder.Find(value, position);
        return isWholeText
            ? new JsonException($"{Message(error)} Path: {path}", path, null, null, error)
            : new JsonValueException(Message(error), path, error);
    }

    private static string PathFromStart(Utf8JsonReader start, long position)
    {
        try
        {
            return start.Read() ? JsonPathFinder.Find(start, position) : "$";
        }
        catch (JsonException)
        {
            return "$";
        }
    }

    private static JsonException Located(string message, string path, long line, long column, Exception error) => new(
        string.Create(CultureInfo.InvariantCulture, $"{message} Path: {path} | LineNumber: {line} | BytePositionInLine: {column}."),
        path,
        line,
        column,
        error);

    private static string Message(Exception error)
    {
        if (error is not JsonException)
            return "The string is not valid UTF-8, or it has half of a surrogate pair.";
        // The reader's own messages end with the place.
        var place = error.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return place < 0 ? error.Message : error.Message[..place];
    }
}
