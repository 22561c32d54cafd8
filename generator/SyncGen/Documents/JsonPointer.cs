using System.Globalization;

namespace SyncGen.Documents;

/// <summary>A JSON pointer (RFC 6901) in its canonical text: "" for the root, else <c>/a/b~1c/0</c>.</summary>
internal readonly record struct JsonPointer(string Text)
{
    public static JsonPointer Root { get; } = new("");

    /// <returns>Null when this is no pointer: a '~' that is neither "~0" nor "~1", or no '/' at the start.</returns>
    public static JsonPointer? TryParse(string text)
    {
        if (text.Length > 0 && text[0] != '/')
            return null;
        for (var index = text.IndexOf('~', StringComparison.Ordinal); index >= 0; index = text.IndexOf('~', index + 1))
        {
            if (index + 1 == text.Length || text[index + 1] is not ('0' or '1'))
                return null;
        }

        return new JsonPointer(text);
    }

    public JsonPointer Child(string name) => new($"{Text}/{Escape(name)}");

    public JsonPointer Child(int index) => new($"{Text}/{index.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The decoded segments, outermost first.</summary>
    public ImmutableArray<string> Segments =>
        Text.Length == 0 ? [] : [.. Text[1..].Split('/').Select(Unescape)];

    /// <summary>Follows the pointer from a place as far as it leads.</summary>
    /// <param name="start">Where the pointer's root is.</param>
    /// <param name="deepest">The last place that exists: the target itself, or its nearest ancestor.</param>
    /// <returns>The first segment that leads nowhere, or null when all do.</returns>
    public string? Follow(Location start, out Location deepest)
    {
        deepest = start;
        foreach (var segment in Segments)
        {
            if (Step(deepest, segment) is not { } next)
                return segment;
            deepest = next;
        }

        return null;
    }

    /// <returns>Null when the pointer leads nowhere.</returns>
    public Location? Find(Location start) => Follow(start, out var target) is null ? target : null;

    /// <summary>The place one segment further, or null when there is none.</summary>
    public static Location? Step(Location location, string segment) => location.Node switch
    {
        MappingNode => location.Child(segment),
        SequenceNode sequence when ArrayIndex(segment) is { } index && index < sequence.Items.Length => location.Child(index),
        _ => null,
    };

    public override string ToString() => Text;

    /// <summary>An index has no sign and no leading zeros.</summary>
    private static int? ArrayIndex(string segment) =>
        segment is "0" || (segment.Length is > 0 and < 10 && segment[0] != '0' && !segment.AsSpan().ContainsAnyExceptInRange('0', '9'))
            ? int.Parse(segment, CultureInfo.InvariantCulture)
            : null;

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
