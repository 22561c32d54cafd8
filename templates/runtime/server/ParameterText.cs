namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

/// <summary>
/// Takes texts of a request apart in their styles. They are split where they were sent with a delimiter and decoded afterwards, so that an item
/// may hold an encoded one.
/// </summary>
internal static class ParameterText
{
    /// <summary>A text as it was meant. Headers and parts of multipart bodies are not encoded.</summary>
    /// <exception cref="JsonException">The bytes of the text are not UTF-8.</exception>
    public static string Decode(string text, in ParameterLayout layout) => layout.Place switch
    {
        ParameterPlace.Query => FormEncoding.Decode(Checked(text)),
        ParameterPlace.Form when layout.IsEncoded => FormEncoding.Decode(Checked(text)),
        ParameterPlace.Path or ParameterPlace.Cookie or ParameterPlace.QueryString => Uri.UnescapeDataString(Checked(text)),
        _ => text,
    };

    /// <summary>The text of a single value, without what a style puts before it.</summary>
    public static string Single(string text, in ParameterLayout layout) => Decode(
        layout.Style switch
        {
            ParameterStyle.Label => WithoutPrefix(text, '.'),
            ParameterStyle.Matrix => ValueOf(WithoutPrefix(text, ';'), layout),
            _ => text,
        },
        layout);

    /// <summary>The items of a list.</summary>
    /// <param name="text">The text as it was sent.</param>
    /// <param name="layout">Where it stands and how it is laid out.</param>
    /// <param name="splitsEncoded">An encoded delimiter is one, too.</param>
    public static IEnumerable<string> Items(string text, ParameterLayout layout, bool splitsEncoded)
    {
        var (parts, isEncoded) = Split(text, layout, splitsEncoded);
        if (layout is { Style: ParameterStyle.Matrix, Explode: true })
            parts = [.. parts.Select(part => ValueOf(part, layout))];
        // A header's list may have empty elements, which mean nothing (RFC 9110, 5.6.1).
        if (layout.Place == ParameterPlace.Header)
            parts = [.. parts.Where(part => part.Length > 0)];
        return isEncoded ? parts.Select(part => Decode(part, layout)) : parts;
    }

    /// <summary>The properties of an object.</summary>
    /// <param name="text">The text as it was sent.</param>
    /// <param name="layout">Where it stands and how it is laid out.</param>
    /// <param name="splitsEncoded">An encoded delimiter is one, too.</param>
    public static IEnumerable<(string Name, string Text)> Members(string text, ParameterLayout layout, bool splitsEncoded)
    {
        var (parts, isEncoded) = Split(text, layout, splitsEncoded);
        string Text(string part) => isEncoded ? Decode(part, layout) : part;
        for (var index = 0; index < parts.Length; index++)
        {
            var equals = parts[index].IndexOf('=', StringComparison.Ordinal);
            if (layout.Explode && equals >= 0)
                yield return (Text(parts[index][..equals]), Text(parts[index][(equals + 1)..]));
            else if (layout is { Explode: true, Style: ParameterStyle.Matrix })
                yield return (Text(parts[index]), "");
            else if (!layout.Explode && index + 1 < parts.Length)
                yield return (Text(parts[index]), Text(parts[++index]));
            else
                throw new JsonException("A property has a name and a value.");
        }
    }

    private static (string[] Parts, bool IsEncoded) Split(string text, in ParameterLayout layout, bool splitsEncoded)
    {
        var delimiter = Delimiter(layout);
        var isEncoded = !splitsEncoded && SplitsBeforeDecoding(text, delimiter, layout);
        if (!isEncoded)
            text = Decode(text, layout);
        text = layout.Style switch
        {
            ParameterStyle.Label => WithoutPrefix(text, '.'),
            ParameterStyle.Matrix when layout.Explode => WithoutPrefix(text, ';'),
            ParameterStyle.Matrix => ValueOf(WithoutPrefix(text, ';'), layout),
            _ => text,
        };
        var options = layout.Place == ParameterPlace.Header ? StringSplitOptions.TrimEntries : StringSplitOptions.None;
        return (text.Length == 0 ? [] : text.Split(delimiter, options), isEncoded);
    }

    /// <summary>
    /// Spaces and tabs stand encoded in every query and form, so that they part items in any form. Bars there and commas in cookies should, but often do
    /// not: where some stand as they are, these alone part items.
    /// </summary>
    private static bool SplitsBeforeDecoding(string text, char delimiter, in ParameterLayout layout) => layout.Style switch
    {
        ParameterStyle.SpaceDelimited or ParameterStyle.TabDelimited => false,
        _ when layout.Style == ParameterStyle.PipeDelimited || layout.Place == ParameterPlace.Cookie => text.Contains(delimiter, StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>The same text. Bytes that are not UTF-8 would look like a text that was meant: <c>%FF</c> like <c>%25FF</c>.</summary>
    private static string Checked(string text) => FormEncoding.IsUtf8(text) ? text : throw new JsonException(FormEncoding.NotUtf8);

    private static char Delimiter(in ParameterLayout layout) => layout.Style switch
    {
        ParameterStyle.Label when layout.Explode => '.',
        ParameterStyle.Matrix when layout.Explode => ';',
        var style => ParameterValue.DelimiterOf(style),
    };

    private static string WithoutPrefix(string text, char prefix) =>
        text.StartsWith(prefix) ? text[1..] : throw new JsonException($"The value does not begin with '{prefix}'.");

    /// <summary>The value in <c>name=value</c>, which is empty in <c>name</c>.</summary>
    private static string ValueOf(string pair, in ParameterLayout layout)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var name = Decode(equals < 0 ? pair : pair[..equals], layout);
        if (name != (layout.WireName ?? layout.Name))
            throw new JsonException($"The value does not begin with the name '{layout.WireName ?? layout.Name}'.");
        return equals < 0 ? "" : pair[(equals + 1)..];
    }
}
