using System.Globalization;
using System.Text;

namespace SyncGen.Conformance;

/// <summary>The counts that were accepted last, in baseline.tsv, and the tables of the README that are made of them.</summary>
internal static class Baseline
{
    private const string TableStart = "<!-- tables -->";

    private static string File { get; } = Path.Combine(Suite.Project, "baseline.tsv");

    private static string Readme { get; } = Path.Combine(Suite.Project, "README.md");

    /// <summary>A line for each count that is greater than the accepted one.</summary>
    public static IEnumerable<string> WorseThanBefore(Tally tally)
    {
        var accepted = System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split('\t')).FirstOrDefault(fields => fields[0] == tally.Suite.Name);
        if (accepted is null)
            return [$"{tally.Suite.Name} has no accepted counts."];
        return Tally.Faults
            .Select((fault, index) => (Fault: fault, Before: int.Parse(accepted[index + 2], CultureInfo.InvariantCulture), Now: tally[fault]))
            .Where(count => count.Now > count.Before)
            .Select(count => $"{tally.Suite.Name}: {count.Fault} was {count.Before}, is {count.Now}.\n{string.Join('\n', tally.Misses.Where(miss => miss.Outcome == count.Fault))}");
    }

    public static void Write(Tally[] tallies)
    {
        var lines = new StringBuilder("set\ttests\t").AppendJoin('\t', Tally.Faults).Append('\n');
        foreach (var tally in tallies)
            lines.Append(tally.Suite.Name).Append('\t').Append(tally.Outcomes.Length).Append('\t').AppendJoin('\t', Tally.Faults.Select(fault => tally[fault])).Append('\n');
        System.IO.File.WriteAllText(File, lines.ToString());
        var readme = System.IO.File.ReadAllText(Readme);
        var start = readme.IndexOf(TableStart, StringComparison.Ordinal) + TableStart.Length;
        System.IO.File.WriteAllText(Readme, readme[..start] + TablesOf(tallies));
    }

    private static string TablesOf(Tally[] tallies)
    {
        var text = new StringBuilder("\n\n");
        AppendHeader(text, "set", "tests | ");
        foreach (var tally in tallies)
            text.Append(CultureInfo.InvariantCulture, $"| {tally.Suite.Name} | {tally.Outcomes.Length} | {string.Join(" | ", Tally.Faults.Select(fault => tally[fault]))} |\n");
        foreach (var tally in tallies)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {tally.Suite.Name}, by keyword\n\n");
            AppendHeader(text, "file of the suite", "");
            foreach (var (keyword, counts) in tally.ByKeyword)
                text.Append(CultureInfo.InvariantCulture, $"| `{keyword}` | {string.Join(" | ", counts)} |\n");
        }

        return text.ToString();
    }

    private static void AppendHeader(StringBuilder text, string first, string second)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {first} | {second}valid refused | valid refused, told | forbidden accepted | forbidden accepted, told | changed | not generated |\n");
        text.Append('|').Insert(text.Length, "---|", Tally.Faults.Length + (second.Length > 0 ? 2 : 1)).Append('\n');
    }
}
