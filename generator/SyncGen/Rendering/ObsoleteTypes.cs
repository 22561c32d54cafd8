using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SyncGen.Rendering;

/// <summary>Lets a file name types that the contract deprecates: those who call the generated code are warned, the code itself is not.</summary>
internal sealed partial class ObsoleteTypes(FrozenSet<string> names)
{
    private const string Pragma = "#pragma warning disable CS0618";

    /// <summary>The file, which tolerates the types where it names one.</summary>
    public string Tolerated(string text)
    {
        if (names.Count == 0 || text.Contains(Pragma, StringComparison.Ordinal) || !Names(text))
            return text;
        return Namespace().Replace(text, match => $"{match.Value}\n\n{Pragma} // Deprecated types are still read and written.", 1);
    }

    private bool Names(string text)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in Word().EnumerateMatches(text))
        {
            if (lookup.Contains(text.AsSpan(word.Index, word.Length)))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"^namespace [^;\n]+;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
