using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Finds the keyword that a name nearly is.</summary>
internal static class Spelling
{
    /// <summary>Names shorter than this resemble too much.</summary>
    private const int ShortestCompared = 3;

    /// <summary>Longer names may differ in two letters.</summary>
    private const int ShortestLong = 7;

    private static readonly string[] Guards = ["security", "securitySchemes", "securityDefinitions"];

    /// <summary>The keyword by which a contract asks for security, where a name nearly is it; null for other names.</summary>
    public static string? SecurityMeantBy(string name, ObjectKeywords keywords)
    {
        var letters = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return Array.Find(Guards, guard => keywords.Keywords.Contains(guard) && Words.Distance(letters, guard.ToLowerInvariant()) <= 2)
            ?? (letters is "securities" or "securityrequirement" or "securityrequirements" && keywords.Keywords.Contains("security") ? "security" : null);
    }

    public static string? Nearest(string name, IEnumerable<string> keywords)
    {
        if (name.Length < ShortestCompared)
            return null;
        var limit = name.Length < ShortestLong ? 1 : 2;
        return keywords
            .Where(keyword => keyword.Length >= ShortestCompared && Math.Abs(keyword.Length - name.Length) <= limit)
            .Select(keyword => (Keyword: keyword, Distance: DistanceOf(name.ToUpperInvariant(), keyword.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Keyword, StringComparer.Ordinal)
            .Select(candidate => candidate.Keyword)
            .FirstOrDefault();
    }

    /// <summary>Two letters exchanged count as one.</summary>
    private static int DistanceOf(string left, string right) => IsExchanged(left, right) ? 1 : Words.Distance(left, right);

    private static bool IsExchanged(string left, string right)
    {
        if (left.Length != right.Length)
            return false;
        var start = 0;
        while (start < left.Length && left[start] == right[start])
            start++;
        return start + 1 < left.Length && left[start] == right[start + 1] && left[start + 1] == right[start]
            && left.AsSpan(start + 2).SequenceEqual(right.AsSpan(start + 2));
    }
}
