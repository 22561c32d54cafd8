namespace SyncGen.Corpus;

/// <summary>The outcomes so far, a line each, so that a measurement of hours can be watched, broken off and gone on with.</summary>
internal sealed class Journal(string? path)
{
    private readonly Lock _lock = new();

    /// <summary>The targets that no earlier run found clean.</summary>
    public IReadOnlyList<Target> WithoutClean(IReadOnlyList<Target> targets)
    {
        if (path is null || !File.Exists(path))
            return targets;
        var clean = File.ReadLines(path)
            .Select(line => line.Split('\t'))
            .Where(fields => fields is ["CLEAN", _, ..])
            .Select(fields => fields[1])
            .ToHashSet(StringComparer.Ordinal);
        return [.. targets.Where(target => !clean.Contains(target.Name))];
    }

    public void Add(Outcome outcome)
    {
        if (path is null)
            return;
        lock (_lock)
            File.AppendAllText(path, Report.Line(outcome) + "\n");
    }
}
