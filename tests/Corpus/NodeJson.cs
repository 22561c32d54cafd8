using System.Text.Json.Nodes;
using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Corpus;

/// <summary>
/// The JSON of a contract node. An object with a <c>$ref</c> to an existing file is replaced by what the file says, its siblings on top:
/// so does Matrix's own tooling with the examples it shares between contracts.
/// </summary>
internal static class NodeJson
{
    public static JsonNode? Of(Location value) => value.Node switch
    {
        ScalarNode { Kind: ScalarKind.Null } => null,
        ScalarNode { Kind: ScalarKind.Boolean } scalar => JsonValue.Create(scalar.Text == "true"),
        ScalarNode { Kind: ScalarKind.Number } scalar => JsonNode.Parse(scalar.Text),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        SequenceNode => new JsonArray([.. value.Items().Select(Of)]),
        _ => Object(value),
    };

    private static JsonObject Object(Location value)
    {
        var json = new JsonObject();
        foreach (var (member, location) in value.Members())
        {
            if (member.Name == "$ref" && Shared(location) is { } shared)
            {
                foreach (var (name, node) in shared)
                    json.TryAdd(name, node?.DeepClone());
            }
            else
            {
                json[member.Name] = Of(location);
            }
        }

        return json;
    }

    private static JsonObject? Shared(Location reference)
    {
        if (reference.Node is not ScalarNode { Kind: ScalarKind.String } text)
            return null;
        var folder = Path.GetDirectoryName(reference.Document.File.FullPath)!;
        var path = Path.GetFullPath(Path.Combine(folder, text.Text.Split('#')[0]));
        if (!File.Exists(path) || path == reference.Document.File.FullPath)
            return null;
        var documents = DocumentLoader.Load([path], Path.GetPathRoot(path)!, new DiagnosticBag());
        return documents is null ? null : Of(Location.RootOf(documents.Entries[0])) as JsonObject;
    }
}
