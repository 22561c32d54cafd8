using System.Security.Cryptography;
using System.Text;

namespace SyncGen.Documents;

/// <summary>A short text for each value, the same for those that say the same, wherever they stand and in whatever order their members are.</summary>
internal sealed class NodeText
{
    private readonly Dictionary<Node, string> _texts = [];

    /// <param name="node">The value.</param>
    /// <param name="ignored">The members of the value itself, not of those in it, that do not count.</param>
    public string Of(Node node, Func<string, bool> ignored) =>
        node is MappingNode mapping ? Digest(Parts(mapping, ignored)) : Of(node);

    /// <summary>Depth and size are bounded by the documents' own limits.</summary>
    private string Of(Node node)
    {
        if (!_texts.TryGetValue(node, out var text))
        {
            text = node switch
            {
                ScalarNode scalar => Digest([scalar.Kind.ToString(), scalar.Text]),
                SequenceNode sequence => Digest(["list", .. sequence.Items.Select(Of)]),
                _ => Digest(Parts((MappingNode)node, _ => false)),
            };
            _texts.Add(node, text);
        }

        return text;
    }

    private IEnumerable<string> Parts(MappingNode mapping, Func<string, bool> ignored) => mapping.Members
        .Where(member => !ignored(member.Name))
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .SelectMany(member => new[] { member.Name, Of(member.Value) })
        .Prepend("object");

    private static string Digest(IEnumerable<string> parts) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}")))));
}
