using System.Buffers;
using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>Names that HTTP puts in headers must be tokens (RFC 9110), else they would add lines or fields of their own.</summary>
internal static class HeaderName
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static bool IsToken(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(TokenCharacters);

    /// <summary>The name without the blanks that no name of a header has (RFC 9110, 5.1).</summary>
    public static string Trim(string name, SourceSpan span, ContractReader reader)
    {
        var trimmed = name.Trim(' ', '\t');
        if (trimmed.Length < name.Length && trimmed.Length > 0)
            reader.Report(ModelingRules.BlanksAroundName, span, name, trimmed);
        return trimmed;
    }
}
