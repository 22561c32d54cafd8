using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Turns data in a contract into values free of place.</summary>
internal static class JsonValueReader
{
    /// <summary>The value of a node. Nodes are no deeper than the loader allows, so recursion is bounded.</summary>
    public static JsonValue Read(Node node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Null } => new JsonValue.Null(),
        ScalarNode { Kind: ScalarKind.Boolean } scalar => new JsonValue.Boolean(scalar.Text == "true"),
        ScalarNode { Kind: ScalarKind.Number } scalar => new JsonValue.Number(scalar.Text),
        ScalarNode scalar => new JsonValue.String(scalar.Text),
        SequenceNode sequence => new JsonValue.Array([.. sequence.Items.Select(Read)]),
        MappingNode mapping => new JsonValue.Object([.. mapping.Members.Select(member => KeyValuePair.Create(member.Name, Read(member.Value)))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
