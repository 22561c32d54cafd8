namespace SyncGen.ForeignServers;

/// <summary>The misses that are known, each with its reason: a line of set, name and reason.</summary>
internal static class Baseline
{
    private const string Unexplained = "not explained";

    /// <summary>What is new and what is no miss any more. With <paramref name="accepts"/> the file takes that over, and keeps the reasons that it has.</summary>
    /// <param name="file">The known misses.</param>
    /// <param name="page">The page with the tables.</param>
    /// <param name="judge">Whose tables: they stand between two comments that name the judge.</param>
    public static ImmutableArray<string> Compare(string file, string page, string judge, IReadOnlyList<SetResult> results, bool accepts)
    {
        var sets = results.Select(result => result.Name).ToHashSet(StringComparer.Ordinal);
        var all = (File.Exists(file) ? File.ReadAllLines(file) : [])
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 3)
            .ToDictionary(parts => (Set: parts[0], Name: parts[1]), parts => parts[2]);
        var known = all.Where(pair => sets.Contains(pair.Key.Set)).ToDictionary();
        var found = results.SelectMany(result => result.Misses.Select(miss => (Key: (Set: result.Name, miss.Name), miss.Reason))).ToList();
        if (accepts)
        {
            var lines = found.Select(miss => $"{miss.Key.Set}\t{miss.Key.Name}\t{known.GetValueOrDefault(miss.Key, Unexplained)}")
                .Concat(all.Where(pair => !sets.Contains(pair.Key.Set)).Select(pair => $"{pair.Key.Set}\t{pair.Key.Name}\t{pair.Value}"))
                .Order(StringComparer.Ordinal);
            File.WriteAllText(file, string.Concat(lines.Select(line => line + "\n")));
            WriteTables(page, judge, results, known);
        }

        var keys = found.Select(miss => miss.Key).ToHashSet();
        return
        [
            .. found.Where(miss => !known.ContainsKey(miss.Key)).Select(miss => $"new miss: {miss.Key.Set} {miss.Key.Name}: {miss.Reason.ReplaceLineEndings(" ")}"),
            .. known.Where(pair => pair.Value == Unexplained && keys.Contains(pair.Key)).Select(pair => $"no reason: {pair.Key.Set} {pair.Key.Name}"),
            .. known.Keys.Where(key => !keys.Contains(key)).Select(key => $"no miss any more: {key.Set} {key.Name}"),
        ];
    }

    private static void WriteTables(string page, string judge, IReadOnlyList<SetResult> results, Dictionary<(string Set, string Name), string> reasons)
    {
        var text = File.ReadAllText(page);
        var (start, end) = ($"<!-- {judge} -->", $"<!-- end of {judge} -->");
        var sets = results.Select(result => $"| {result.Name} | {result.Total} | {result.Total - result.Misses.Length} |\n");
        var misses = results.SelectMany(result => result.Misses
            .GroupBy(miss => reasons.GetValueOrDefault((result.Name, miss.Name), Unexplained))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"| {result.Name} | {group.Count()} | {group.Key} |\n"));
        File.WriteAllText(page, $"""
            {text[..(text.IndexOf(start, StringComparison.Ordinal) + start.Length)]}

            | set | of | right |
            |---|---|---|
            {string.Concat(sets)}
            | set | misses | reason |
            |---|---|---|
            {string.Concat(misses)}
            {text[text.IndexOf(end, StringComparison.Ordinal)..]}
            """.ReplaceLineEndings("\n"));
    }
}
