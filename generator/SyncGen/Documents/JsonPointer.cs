using System.Globalization;

namespace SyncGen.Documents;

/// <summary>A JSON pointer (RFC 6901) in its canonical text: "" for the root, else <c>/a/b~1c/0</c>.</summary>
internal readonly record struct JsonPointer(string Text)
{
    public static JsonPointer Root { get; } = new("");

    public JsonPointer Child(string name) => new($"{Text}/{Escape(name)}");

    public JsonPointer Child(int index) => new($"{Text}/{index.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The decoded segments, outermost first.</summary>
    public ImmutableArray<string> Segments =>
        Text.Length == 0 ? [] : [.. Text[1..].Split('/').Select(Unescape)];

    public override string ToString() => Text;

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
