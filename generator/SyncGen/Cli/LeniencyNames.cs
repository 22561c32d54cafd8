namespace SyncGen.Cli;

/// <summary>The words for what reading forgives.</summary>
internal static class LeniencyNames
{
    /// <summary>In the order that help and messages list them.</summary>
    public static ImmutableArray<string> All { get; } = ["duplicates", "nulls", "missing", "quotes", "times", "extra"];

    public static Leniency? TryParse(string name) => name switch
    {
        "duplicates" => Leniency.Duplicates,
        "nulls" => Leniency.Nulls,
        "missing" => Leniency.Missing,
        "quotes" => Leniency.Quotes,
        "times" => Leniency.Times,
        "extra" => Leniency.Extra,
        _ => null,
    };
}
