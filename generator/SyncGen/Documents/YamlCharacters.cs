using System.Buffers;
using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>
/// Makes YamlDotNet read characters as YAML 1.2 does. It takes U+0085, U+2028 and U+2029 for line breaks, as YAML 1.1 did, so a key can
/// hide behind one; they are exchanged for private characters the text does not hold while it is parsed.
/// </summary>
/// <param name="Text">The text to parse, with the lines and columns of the original.</param>
/// <param name="Replaced">The characters that were exchanged; empty in nearly every file.</param>
/// <param name="Stand">What stands for each of them.</param>
internal sealed record YamlCharacters(string Text, string Replaced, string Stand)
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\u0085\u2028\u2029");
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Where(character => character is not ('\t' or '\n' or '\r'))]);

    public static YamlCharacters Prepare(string written)
    {
        // YamlDotNet takes spaces at the end of the text for no line, although a block scalar keeps it.
        var text = written is [.., ' ' or '\t'] && written.AsSpan()[(written.LastIndexOf('\n') + 1)..].IsWhiteSpace() ? $"{written}\n" : written;
        if (!text.AsSpan().ContainsAny(Breaks))
            return new YamlCharacters(text, "", "");
        const string replaced = "\u0085\u2028\u2029";
        var stand = string.Concat(Enumerable.Range(0xE000, 0x1900).Select(code => (char)code)
            .Where(character => !text.Contains(character)).Take(replaced.Length));
        var prepared = text;
        for (var index = 0; index < stand.Length; index++)
            prepared = prepared.Replace(replaced[index], stand[index]);
        return new YamlCharacters(prepared, replaced[..stand.Length], stand);
    }

    public string Restore(string value)
    {
        for (var index = 0; index < Stand.Length; index++)
            value = value.Replace(Stand[index], Replaced[index]);
        return value;
    }

    /// <summary>Reports the first control character, which YamlDotNet would accept.</summary>
    public static bool Check(SourceFile file, DiagnosticBag diagnostics)
    {
        var index = file.Text.AsSpan().IndexOfAny(Controls);
        if (index < 0)
            return true;
        var before = file.Text.AsSpan(0, index);
        var span = new SourceSpan(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
        diagnostics.Report(DocumentRules.ControlCharacter, span, $"U+{(int)file.Text[index]:X4}");
        return false;
    }
}
