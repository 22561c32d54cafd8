using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>The schemas that a document declares by name.</summary>
internal static class DeclaredSchemas
{
    /// <summary>In the document's order; a root that is a schema comes first.</summary>
    public static IEnumerable<Location> Of(Document document, Contract contract)
    {
        var root = Location.RootOf(document);
        if (IsSchema(document.Root))
            yield return root;
        foreach (var name in (IEnumerable<string>)["definitions", "$defs"])
        {
            foreach (var (_, location) in Entries(root.Child(name), contract))
                yield return location;
        }
        foreach (var (_, location) in Entries(root.Child("components")?.Child("schemas"), contract))
            yield return location;
    }

    /// <summary>Whether a root says anything of values, not only declares other schemas.</summary>
    private static bool IsSchema(Node root) =>
        root is MappingNode mapping && mapping.Get("swagger") is null && mapping.Get("openapi") is null && mapping.Get("paths") is null
        && mapping.Members.Any(member => member.Name is "type" or "properties" or "patternProperties" or "additionalProperties" or "items" or "prefixItems"
            or "allOf" or "oneOf" or "anyOf" or "enum" or "const" or "$ref");

    private static IEnumerable<(Member Member, Location Location)> Entries(Location? section, Contract contract) =>
        section is { } place
            ? contract.Resolve(place).Members().Where(entry => entry.Location.Node is MappingNode or ScalarNode { Kind: ScalarKind.Boolean })
            : [];
}
