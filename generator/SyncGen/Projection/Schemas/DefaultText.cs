using System.Globalization;

namespace SyncGen.Projection;

/// <summary>Writes the default of a text as a C# expression of the type that the text is read as.</summary>
internal static class DefaultText
{
    /// <summary>The expression, or null where the type has no short one for this text.</summary>
    public static string? ExpressionOf(string text, string type) => type switch
    {
        "string" => Literal.Text(text),
        "DateOnly" => DateOf(text),
        "DateTimeOffset" => DateTimeOf(text),
        "TimeOnly" => TimeOf(text),
        "Guid" => Guid.TryParseExact(text, "D", out _) ? $"new Guid({Literal.Text(text)})" : null,
        "Uri" => UriOf(text),
        _ => null,
    };

    private static string? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? string.Create(CultureInfo.InvariantCulture, $"new DateOnly({date.Year}, {date.Month}, {date.Day})")
            : null;

    private static string? TimeOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? string.Create(CultureInfo.InvariantCulture, $"new TimeOnly({time.Hour}, {time.Minute}, {time.Second})")
            : null;

    private static string? DateTimeOf(string text)
    {
        // Without an offset the text would mean another time on every machine.
        if (!HasOffset(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            return null;
        // Names of types stand behind new or default alone: a property of that name would hide TimeSpan.Zero.
        var offset = value.Offset == TimeSpan.Zero
            ? "default(TimeSpan)"
            : string.Create(CultureInfo.InvariantCulture, $"new TimeSpan({value.Offset.Hours}, {value.Offset.Minutes}, 0)");
        var ticks = value.Ticks % TimeSpan.TicksPerSecond;
        var fraction = ticks == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".AddTicks({ticks})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"new DateTimeOffset({value.Year}, {value.Month}, {value.Day}, {value.Hour}, {value.Minute}, {value.Second}, {offset}){fraction}");
    }

    private static bool HasOffset(string text) => text is [.., 'Z' or 'z'] or [.., '+' or '-', _, _, ':', _, _];

    /// <summary>What has no scheme is a path on some systems and relative on others; it is left to the system as when it is read.</summary>
    private static string? UriOf(string text) =>
        !Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var value) ? null
        : value.IsAbsoluteUri && text.StartsWith(value.Scheme + ":", StringComparison.OrdinalIgnoreCase) ? $"new Uri({Literal.Text(text)})"
        : $"new Uri({Literal.Text(text)}, UriKind.RelativeOrAbsolute)";
}
