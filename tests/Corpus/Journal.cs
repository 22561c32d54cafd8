namespace SyncGen.Corpus;

/// <summary>The outcomes so far, a line each, so that a measurement of hours can be watched, broken off and gone on with.</summary>
internal sealed class Journal(string? path)
{
    private readonly Lock _lock = new();

    private readonly HashSet<string> _clean = path is null || !File.Exists(path)
        ? []
        : [.. File.ReadLines(path).Select(line => line.Split('\t')).Where(fields => fields is ["CLEAN", _, _, ..]).Select(fields => fields[2])];

    /// <summary>An earlier run compiled files of this digest without a problem.</summary>
    public bool Compiles(string digest) => _clean.Contains(digest);

    public void Add(Outcome outcome)
    {
        if (path is null || outcome.Run is { IsClean: true, WasCompiled: false })
            return;
        lock (_lock)
            File.AppendAllText(path, Report.Line(outcome) + "\n");
    }
}
