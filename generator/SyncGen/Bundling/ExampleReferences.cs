using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Bundling;

/// <summary>
/// Finds examples that hold a <c>$ref</c>. In data it is no reference, and what it names was never read, but tools that follow whatever
/// looks like one would stumble over it.
/// </summary>
internal static class ExampleReferences
{
    /// <summary>Whether a member is such an example.</summary>
    public static bool AreIn(Contract contract, BundlePlace place, string name, Location value) => (place.Kind, place.Member(name).Kind) switch
    {
        (PartKind.ExampleMap, _) => contract.Resolve(value).Child("value") is { } example && Hold(example.Node),
        (_, PartKind.Data) when name is "example" or "examples" && place.Kind != PartKind.Data => place.Kind != PartKind.Response && Hold(value.Node),
        (PartKind.Data, _) => place.Role == BundleRole.ExamplesByMediaType && Hold(value.Node),
        _ => false,
    };

    private static bool Hold(Node node) => EmbeddedJson.Unfold(node) switch
    {
        MappingNode mapping => mapping.Get("$ref") is ScalarNode { Kind: ScalarKind.String } || mapping.Members.Any(member => Hold(member.Value)),
        SequenceNode sequence => sequence.Items.Any(Hold),
        _ => false,
    };
}
