using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads parts of schemas for checks. What is wrong with them is reported where types are made of them.</summary>
internal static class SchemaPlaces
{
    /// <summary>The items of a list; none where there is no list.</summary>
    public static IEnumerable<Location> Items(ContractReader reader, Location place, string name) =>
        place.Child(name) is { } child ? reader.Contract.Resolve(child).Items() : [];

    /// <summary>The entries of a mapping whose names are data.</summary>
    public static IEnumerable<(string Name, Location Location)> Entries(ContractReader reader, Location place, string name) =>
        place.Child(name) is { } child ? reader.Contract.Resolve(child).Members().Select(entry => (entry.Member.Name, entry.Location)) : [];

    /// <summary>The texts of a list.</summary>
    public static ImmutableArray<string> Texts(Location place, string name) =>
        [.. (place.Child(name)?.Items() ?? []).Select(item => item.Node).OfType<ScalarNode>().Select(text => text.Text).Distinct()];

    public static bool IsTrue(Location place, string name) => place.Child(name) is { Node: ScalarNode { Text: "true" or "True" } };

    public static bool IsFalse(Location place) => place.Node is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" };

    /// <summary>A number, be it written as a text.</summary>
    public static string? Number(Location place, string name) =>
        place.Child(name) is { Node: ScalarNode { Kind: ScalarKind.Number or ScalarKind.String } number } && JsonNumber.IsNumber(number.Text.Trim()) ? number.Text.Trim() : null;

    /// <summary>A number of things; null where nothing usable is said.</summary>
    public static int? Count(Location place, string name) =>
        Number(place, name) is { } number && !JsonNumber.IsNegative(number) && JsonNumber.ToInt32(number) is { } count ? count : null;
}
