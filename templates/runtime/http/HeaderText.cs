namespace SyncGen.Runtime;

using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>Values in headers and cookies: OpenAPI's style "simple".</summary>
internal static class HeaderText
{
    /// <summary><c>a,b</c>; an object is <c>name,text</c> or, exploded, <c>name=text</c>. Null for a value without parts, which is not there, as RFC 6570 says.</summary>
    public static string? Of(ParameterValue value, bool explode, char delimiter = ',')
    {
        if (value.Parts.Count == 0)
            return null;
        if (!value.IsObject)
            return string.Join(delimiter, value.Parts.Select(part => part.Text));
        return string.Join(",", value.Parts.Select(part => explode ? $"{part.Name}={part.Text}" : $"{part.Name},{part.Text}"));
    }

    /// <summary>The same, but for a list or object with a text that the receiver could not read back: nothing in a header is escaped, and blanks around an item and empty items mean nothing (RFC 9110, 5.6.1).</summary>
    private static string? OfReadable(string name, ParameterValue value, bool explode, ParameterStyle style)
    {
        var delimiter = ParameterValue.DelimiterOf(style);
        value.CheckFlat(name);
        value.CheckSplits(name, delimiter);
        if (value is { IsArray: false, IsObject: false })
            return Of(value, explode);
        foreach (var (member, _, text) in value.Parts)
        {
            if (text != text.Trim() || member != member.Trim() || (value.IsArray && text.Length == 0))
                throw new ArgumentException("A text in a header's list cannot be empty, nor begin or end with a blank.", name);
            if (explode && member.Contains('=', StringComparison.Ordinal))
                throw new ArgumentException("In this parameter's style the name of a property cannot hold '='.", name);
        }

        return Of(value, explode, delimiter);
    }

    /// <summary>A value that the receiver reads back, or null where it has no parts. An address is written in ASCII.</summary>
    public static string? Of<T, TCodec>(string name, T value, bool explode, ParameterStyle style = ParameterStyle.Simple, TextKinds kinds = TextKinds.None)
        where TCodec : struct, IJsonCodec<T> => value is Uri address ? AsciiOf(address) : OfReadable(name, ParameterValue.Of<T, TCodec>(name, value).OfKind(name, kinds), explode, style);

    /// <summary>A value as it stands in a cookie. Its commas are escaped like all else in it (RFC 6265 allows none), so that they cannot part items and stand in them.</summary>
    public static string? OfCookie(string name, ParameterValue value)
    {
        value.CheckFlat(name);
        value.CheckSplits(name, ',');
        value.CheckNotBlank(name);
        return Of(value, explode: false);
    }

    /// <summary>The same text. Refuses one that a header cannot hold: HTTP has no encoding for other characters than ASCII's, and blanks at either end count for nothing (RFC 9110, 5.5).</summary>
    public static string CheckLine(string name, string text) => text is not ([' ' or '\t', ..] or [.., ' ' or '\t'])
        ? CheckCharacters(name, text)
        : throw new ArgumentException("A header cannot begin or end with a blank.", name);

    /// <summary>The same text. Refuses line breaks, other control characters, and what is not ASCII.</summary>
    public static string CheckCharacters(string name, string text) => text.All(character => character is '\t' or (>= ' ' and <= '~'))
        ? text
        : throw new ArgumentException("A header can hold printable ASCII characters only.", name);

    /// <summary>An address with everything escaped that its grammar does not have (RFC 3986), and with the host's name as DNS has it.</summary>
    private static string AsciiOf(Uri address)
    {
        var text = address.IsAbsoluteUri && !Ascii.IsValid(address.Host) ? new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri : address.OriginalString;
        return string.Concat(text.EnumerateRunes().Select(rune => rune.Value is > ' ' and <= '~' && !"\"<>\\^`{|}".Contains((char)rune.Value, StringComparison.Ordinal) ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
    }

    /// <summary>The JSON text of a value on one line and in ASCII, as headers hold it.</summary>
    public static string Json<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T> => InAscii(Encoding.UTF8.GetString(ParameterValue.Json<T, TCodec>(value)));

    /// <summary>The same JSON on one line and in ASCII: other characters stand in strings only, and controls between the tokens only.</summary>
    public static string InAscii(string json) => json.AsSpan().ContainsAnyExceptInRange(' ', '~')
        ? string.Concat(json.Select(character => character < ' ' ? " " : character <= '~' ? character.ToString() : $"\\u{(int)character:x4}"))
        : json;

    /// <summary>Reads a single value or a list.</summary>
    /// <param name="text">The text of the header.</param>
    /// <param name="isLiteral">The text of the value, or of each item, is JSON as it stands.</param>
    /// <param name="isList">The value is a list.</param>
    /// <param name="value">The value.</param>
    /// <returns>The text is such a value.</returns>
    public static bool TryRead<T, TCodec>(string text, bool isLiteral, bool isList, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBufferWriter();
        try
        {
            using (var writer = new Utf8JsonWriter(buffer))
            {
                if (isList)
                    writer.WriteStartArray();
                foreach (var item in isList ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text.Trim()])
                {
                    if (isList && isLiteral && item == "null")
                        throw new JsonException("A list in a header has no form for null.");
                    if (isLiteral)
                        writer.WriteRawValue(item);
                    else
                        writer.WriteStringValue(item);
                }

                if (isList)
                    writer.WriteEndArray();
            }

            value = JsonBody.Read<T, TCodec>(buffer.Memory.Span);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            value = default;
            return false;
        }
    }
}
