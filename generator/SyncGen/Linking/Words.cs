using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>How places are named in messages.</summary>
internal static class Words
{
    public static string Of(Location location) => $"{location.Document.File.Path}#{location.Pointer}";

    /// <summary>The path from one file to another, both with '/' and relative to the same folder.</summary>
    public static string RelativePath(string from, string to)
    {
        var folders = from.Split('/')[..^1];
        var target = to.Split('/');
        var shared = folders.Zip(target[..^1]).TakeWhile(pair => pair.First == pair.Second && pair.First != "..").Count();
        return string.Join('/', folders[shared..].Select(_ => "..").Concat(target[shared..]));
    }

    /// <summary>Up to three existing names that are spelt nearly the same, best first.</summary>
    public static IEnumerable<string> Near(string name, IEnumerable<string> names)
    {
        var limit = Math.Max(1, Math.Min(name.Length, 60) / 3);
        return names
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit && candidate.Length <= 100)
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(candidate => candidate.Name);
    }

    /// <summary>How many letters to insert, delete or replace, and how many neighbours to exchange, to make one of the other.</summary>
    public static int Distance(string left, string right)
    {
        int[] beforePrevious = [];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var index = 1; index <= right.Length; index++)
            {
                var replaced = previous[index - 1] + (left[row - 1] == right[index - 1] ? 0 : 1);
                current[index] = Math.Min(replaced, Math.Min(previous[index], current[index - 1]) + 1);
                if (row > 1 && index > 1 && left[row - 1] == right[index - 2] && left[row - 2] == right[index - 1])
                    current[index] = Math.Min(current[index], beforePrevious[index - 2] + 1);
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[^1];
    }
}
