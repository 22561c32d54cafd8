using CsCheck;
using Layout;

namespace SyncGen.Parameters;

/// <summary>Values whose texts are made of what styles and addresses give a meaning.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        ",", ";", ".", "=", "&", "|", " ", "+", "%", "%2C", "%2F", "%25", "%zz", "/", "\\", "?", "#", "[", "]", "(", "{", "}", "\"", "'", ":", "@", "!", "$", "*", "~", "^", "`", "<", "..", "\t",
        "\r\n", "\u007f", "\u00a0", "ü", "é", "日本", "😀", "\u202e", "a", "B", "0", "value", "first", "true", "null",
    ];

    /// <summary>Any text, the empty one too.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
        (1, Gen.Const("")),
        (2, Gen.OneOf(Pieces)),
        (4, Gen.OneOf(Pieces).Array[1, 4].Select(pieces => string.Concat(pieces))),
        (3, Gen.OneOf("a", "b-c", "x_y", "12", "~")));

    /// <summary>A list, the empty one too.</summary>
    public static readonly Gen<IReadOnlyList<string>> List = Text.List[0, 3].Select(IReadOnlyList<string> (texts) => texts);

    /// <summary>A map with any names.</summary>
    public static readonly Gen<IReadOnlyDictionary<string, string>> Map = Gen.Select(Text, Text).List[0, 3]
        .Select(IReadOnlyDictionary<string, string> (pairs) => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));

    /// <summary>An object, one without any property too.</summary>
    public static readonly Gen<Pair> Pair = Gen.Select(Optional(Text), Optional(Text)).Select((first, second) => new Pair { First = first, Second = second });

    /// <summary>An object with a list and an object in it.</summary>
    public static readonly Gen<Nested> Nested = Gen.Select(Optional(Text), List, Pair)
        .Select((text, list, pair) => new Nested { Text = text, List = list.Count == 0 ? null : list, Inner = pair is { First: null, Second: null } ? null : pair });

    private static Gen<string?> Optional(Gen<string> gen) => Gen.Frequency((1, Gen.Const((string?)null)), (3, gen.Select(string? (text) => text)));
}
