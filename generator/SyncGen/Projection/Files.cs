namespace SyncGen.Projection;

/// <summary>Names of generated files: safe on every system, unique without regard to case when the types' names are.</summary>
internal static class Files
{
    private const int MaximumLength = 120;

    private static readonly ImmutableArray<string> Devices =
    [
        "CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ];

    /// <summary><c>Models/EventBatch.g.cs</c>.</summary>
    public static string NameOf(string folder, string type)
    {
        var name = type;
        if (!type.All(char.IsAscii))
            name = $"{string.Concat(type.Select(character => char.IsAscii(character) ? character : '_'))}_{Identifier.Hash(type)}";
        else if (type.Length > MaximumLength)
            name = $"{type[..(MaximumLength - 10)]}_{Identifier.Hash(type)}";
        // Windows takes CON.g.cs for the console.
        else if (Devices.Contains(type, StringComparer.OrdinalIgnoreCase))
            name = type + "_";
        return $"{folder}/{name}.g.cs";
    }
}
