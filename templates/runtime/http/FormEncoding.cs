namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.Globalization;
using System.Text;

/// <summary>The encoding of queries, urlencoded forms, paths and cookies.</summary>
internal static class FormEncoding
{
    /// <summary>What is said of a text whose bytes are none.</summary>
    public const string NotUtf8 = "The text is not UTF-8.";

    /// <summary>A name or value as it was meant: in a query, unlike in a path, a plus stands for a space. Bytes that are not UTF-8 stay escaped.</summary>
    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>The escaped bytes of a text are UTF-8. A percent sign that no two hexadecimal digits follow stands for itself.</summary>
    public static bool IsUtf8(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        while (text.IndexOf('%') is >= 0 and var start)
        {
            text = text[start..];
            if (!IsEscape(text, out bytes[0]) || bytes[0] < 0x80)
            {
                text = text[1..];
                continue;
            }

            var count = 1;
            while (count < bytes.Length && IsEscape(text[(3 * count)..], out bytes[count]))
                count++;
            if (Rune.DecodeFromUtf8(bytes[..count], out _, out var length) != OperationStatus.Done)
                return false;
            text = text[(3 * length)..];
        }

        return true;
    }

    private static bool IsEscape(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        return text is ['%', _, _, ..] && byte.TryParse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
