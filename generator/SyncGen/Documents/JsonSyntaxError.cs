using System.Text;
using System.Text.Json;

namespace SyncGen.Documents;

/// <summary>Says in our own words, at a place, what the JSON reader stumbled over.</summary>
internal static class JsonSyntaxError
{
    public static (int Line, int Column, string Reason) Explain(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var offset = Offset(utf8, exception);
        var position = new Utf8Position(utf8);
        position.MoveTo(offset);
        return (position.Line, position.Column, Reason(utf8, offset));
    }

    private static int Offset(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            var next = utf8[start..].IndexOf((byte)'\n');
            if (next < 0)
                break;
            start += next + 1;
        }

        var offset = (int)Math.Min(utf8.Length, start + (exception.BytePositionInLine ?? 0));
        // The reader may stop within a character.
        while (offset > 0 && offset < utf8.Length && (utf8[offset] & 0xC0) == 0x80)
            offset--;
        return offset;
    }

    private static string Reason(ReadOnlySpan<byte> utf8, int offset)
    {
        var rest = utf8[offset..];
        if (rest.TrimEnd(" \t\r\n"u8).IsEmpty)
            return "the file ends too early.";
        var next = (char)rest[0];
        var isAfterComma = utf8[..offset].TrimEnd(" \t\r\n"u8) is [.., (byte)','];
        return next switch
        {
            '/' or '#' => "JSON has no comments.",
            ',' when rest[1..].TrimStart(" \t\r\n"u8) is [(byte)'}' or (byte)']', ..] => "a comma must not stand before a closing bracket.",
            '}' or ']' when isAfterComma => "a comma must not stand before a closing bracket.",
            '\'' => "a text stands in double quotes.",
            < ' ' => "a line break or control character must be written as an escape.",
            _ => Rune.DecodeFromUtf8(rest, out var rune, out _) == System.Buffers.OperationStatus.Done
                ? $"'{rune}' is not expected here."
                : "this character is not expected here.",
        };
    }
}
