namespace SyncGen.Runtime;

using System;
using System.Globalization;
using System.Linq;
using System.Text;

/// <summary>Reads the file name in a <c>Content-Disposition</c> header (RFC 6266) as it comes from servers, well formed or not.</summary>
internal static class DispositionText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The name without folders and control characters, or null when there is none. <c>filename*</c> comes before <c>filename</c>.</summary>
    /// <param name="header">The header's value.</param>
    public static string? FileNameOf(string header)
    {
        string? plain = null, extended = null;
        var at = EndOfValue(header, 0);
        while (at < header.Length)
        {
            var equals = header.AsSpan(at).IndexOfAny('=', ';') is >= 0 and var offset ? at + offset : header.Length;
            if (equals == header.Length || header[equals] == ';')
            {
                at = equals + 1;
                continue;
            }

            var name = header[at..equals].Trim();
            var end = EndOfValue(header, equals + 1) - 1;
            var value = header[(equals + 1)..end].Trim();
            if (name.Equals("filename", StringComparison.OrdinalIgnoreCase))
                plain ??= Utf8Of(Unquote(value));
            else if (name.Equals("filename*", StringComparison.OrdinalIgnoreCase))
                extended ??= Decode(Unquote(value));
            at = end + 1;
        }

        return SafeName(extended) ?? SafeName(plain);
    }

    /// <summary>The place behind the semicolon that ends a value, where those in quotes do not count; one behind the end of the text for the last one.</summary>
    private static int EndOfValue(string header, int start)
    {
        var isQuoted = false;
        for (var at = start; at < header.Length; at++)
        {
            if (header[at] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted && header[at] == '\\')
                at++;
            else if (!isQuoted && header[at] == ';')
                return at + 1;
        }

        return header.Length + 1;
    }

    private static string Unquote(string value)
    {
        if (value is not ['"', .., '"'])
            return value;
        var text = new StringBuilder(value.Length);
        for (var at = 1; at < value.Length - 1; at++)
        {
            // A backslash escapes what follows; before anything but a quote or another backslash it is one of a Windows path.
            if (value[at] == '\\' && value[at + 1] is '"' or '\\' && at + 1 < value.Length - 1)
                at++;
            text.Append(value[at]);
        }

        return text.ToString();
    }

    /// <summary>Headers are read as Latin-1; browsers and servers write UTF-8.</summary>
    private static string Utf8Of(string text)
    {
        if (text.All(char.IsAscii) || text.Any(character => character > '\u00FF'))
            return text;
        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    /// <summary>An extended value (RFC 8187): <c>UTF-8''%e2%82%ac</c>; null when it is none.</summary>
    private static string? Decode(string value)
    {
        if (value.Split('\'', 3) is not [var charset, _, var encoded])
            return null;
        Encoding? encoding = charset.Trim().ToUpperInvariant() switch
        {
            "UTF-8" => StrictUtf8,
            "ISO-8859-1" => Encoding.Latin1,
            _ => null,
        };
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            if (encoded[at] != '%')
            {
                if (!char.IsAscii(encoded[at]))
                    return null;
                bytes[length++] = (byte)encoded[at];
                continue;
            }

            if (at + 2 >= encoded.Length || !byte.TryParse(encoded.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[length++]))
                return null;
            at += 2;
        }

        try
        {
            return encoding?.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The last segment of a path, without what a file system or a screen could take for something else.</summary>
    private static string? SafeName(string? name)
    {
        if (name is null)
            return null;
        var segment = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        // A letter and a colon are a drive on Windows.
        while (segment is [_, ':', ..] && char.IsAsciiLetter(segment[0]))
            segment = segment[2..];
        segment = string.Concat(segment.Where(character => !char.IsControl(character) && !IsDirection(character))).Trim();
        return segment is "" or "." or ".." ? null : segment;
    }

    /// <summary>It turns the direction of what follows, so that another ending is seen.</summary>
    private static bool IsDirection(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
