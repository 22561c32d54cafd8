using System.Text;
using System.Text.Unicode;
using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>The bytes of a file as text: UTF-8, with or without a byte order mark, and nothing else.</summary>
/// <param name="File">The file with its text.</param>
/// <param name="Utf8">The bytes after any byte order mark.</param>
internal sealed record SourceText(SourceFile File, ReadOnlyMemory<byte> Utf8)
{
    /// <returns>Null when the bytes are not UTF-8, which is reported.</returns>
    public static SourceText? Decode(string path, string fullPath, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        if (OtherEncoding(bytes.Span) is { } encoding)
        {
            var undecoded = new SourceFile(path, fullPath, "");
            diagnostics.Report(DocumentRules.NotUtf8, new SourceSpan(undecoded, 1, 1), $"it starts with the byte order mark of {encoding}");
            return null;
        }

        var utf8 = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (Utf8Text.IsValid(utf8.Span))
            return new SourceText(new SourceFile(path, fullPath, Encoding.UTF8.GetString(utf8.Span)), utf8);
        diagnostics.Report(DocumentRules.NotUtf8, InvalidPlace(new SourceFile(path, fullPath, ""), utf8.Span), "a byte that is part of no character");
        return null;
    }

    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        _ => null,
    };

    /// <summary>Line and column of the first invalid byte; the column counts bytes, as there are no characters to count.</summary>
    private static SourceSpan InvalidPlace(SourceFile file, ReadOnlySpan<byte> utf8)
    {
        var valid = Utf8Text.ValidLength(utf8);
        var before = utf8[..valid];
        return new SourceSpan(file, before.Count((byte)'\n') + 1, valid - before.LastIndexOf((byte)'\n'));
    }
}

/// <summary>Where a run of bytes stops being UTF-8.</summary>
internal static class Utf8Text
{
    public static bool IsValid(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    /// <summary>The number of leading bytes that are valid.</summary>
    public static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            length += consumed;
        return length;
    }
}
