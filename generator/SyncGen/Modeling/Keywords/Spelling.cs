using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Finds the keyword that a name nearly is.</summary>
internal static class Spelling
{
    /// <summary>Longer names are no slips, and cost more to compare than they tell.</summary>
    private const int LongestCompared = 40;

    /// <summary>Keywords shorter than this resemble too much.</summary>
    private const int ShortestKeyword = 4;

    /// <summary>The nearest keyword: the same letters in another case or with other delimiters, then singular for plural, then a few letters or a shortened word.</summary>
    public static string? Nearest(string name, IEnumerable<string> keywords)
    {
        if (name.Length > LongestCompared || LettersOf(name) is not { Length: > 0 } letters)
            return null;
        return keywords
            .Select(keyword => (Keyword: keyword, Distance: DistanceOf(name, letters, keyword)))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => Math.Abs(candidate.Keyword.Length - name.Length)).ThenBy(candidate => candidate.Keyword, StringComparer.Ordinal)
            .Select(candidate => candidate.Keyword)
            .FirstOrDefault();
    }

    /// <summary>A name without what people write differently: case, delimiters, a dollar sign.</summary>
    public static string LettersOf(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>Null when the name is no slip of the keyword.</summary>
    private static int? DistanceOf(string name, string letters, string keyword)
    {
        var meant = LettersOf(keyword);
        if (keyword == "$schema" && !name.StartsWith('$'))
            return null;
        if (letters == meant)
            return 0;
        if (meant.Length < ShortestKeyword || letters.Length < 3 || (keyword.StartsWith('$') && !name.StartsWith('$')))
            return null;
        if (SingularOf(letters) == SingularOf(meant))
            return 1;
        var limit = letters.Length < 6 ? 1 : letters.Length < 11 ? 2 : 3;
        if (Math.Abs(letters.Length - meant.Length) <= limit && Words.Distance(letters, meant) is var distance && distance <= limit)
            return distance;
        return IsShortened(WordsOf(name), WordsOf(keyword)) ? limit : null;
    }

    private static string SingularOf(string letters) =>
        letters.EndsWith("ies", StringComparison.Ordinal) ? letters[..^3] + "y"
        : letters.EndsWith('s') && !letters.EndsWith("ss", StringComparison.Ordinal) ? letters[..^1]
        : letters;

    /// <summary>Whether each word begins the keyword's word: <c>addProps</c> for <c>additionalProperties</c>.</summary>
    private static bool IsShortened(ImmutableArray<string> words, ImmutableArray<string> meant) =>
        words.Length == meant.Length
        && words.Zip(meant).All(pair => SingularOf(pair.First) is { Length: >= 3 } word && pair.Second.StartsWith(word, StringComparison.Ordinal));

    private static ImmutableArray<string> WordsOf(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var index = 1; index <= name.Length; index++)
        {
            if (index < name.Length && char.IsAsciiLetterLower(name[index]))
                continue;
            if (LettersOf(name[start..index]) is { Length: > 0 } word)
                words.Add(word);
            start = index;
        }

        return words.DrainToImmutable();
    }
}
