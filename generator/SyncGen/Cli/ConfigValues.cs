using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Cli;

/// <summary>Takes values of the expected kind from the configuration file and reports the others.</summary>
internal sealed class ConfigValues(DiagnosticBag diagnostics)
{
    public ScalarNode? TextNode(Member member) => TextNode(member.Value, member.Name);

    public IEnumerable<string> Texts(Member member) => TextNodes(member).Select(node => node.Text);

    public IEnumerable<ScalarNode> TextNodes(Member member) =>
        Items(member, "a list of strings").Select(item => TextNode(item, member.Name)).OfType<ScalarNode>();

    public IEnumerable<MappingNode> Mappings(Member member)
    {
        foreach (var item in Items(member, "a list of objects"))
        {
            if (item is MappingNode mapping)
                yield return mapping;
            else
                diagnostics.Report(CliRules.WrongValue, item.Span, member.Name, "a list of objects");
        }
    }

    public ImmutableArray<Member> Entries(Member member)
    {
        if (member.Value is MappingNode mapping)
            return mapping.Members;
        diagnostics.Report(CliRules.WrongValue, member.Value.Span, member.Name, "an object");
        return [];
    }

    public string? Name(Member member, Func<string, bool> isValid)
    {
        if (TextNode(member.Value, member.Name) is not { } node)
            return null;
        if (isValid(node.Text))
            return node.Text;
        diagnostics.Report(CliRules.InvalidName, node.Span, node.Text, CSharpName.Rule);
        return null;
    }

    public ImmutableDictionary<string, string> Names(Member member)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in Entries(member))
        {
            if (Name(entry, CSharpName.IsIdentifier) is { } name)
                names[entry.Name] = name;
        }

        return names.ToImmutable();
    }

    public bool? Boolean(Member member)
    {
        if (member.Value is ScalarNode { Kind: ScalarKind.Boolean } node)
            return node.Text == "true";
        diagnostics.Report(CliRules.WrongValue, member.Value.Span, member.Name, "true or false");
        return null;
    }

    public T? Choice<T>(Member member, params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct
    {
        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            words.Add(word);
            if (member.Value is ScalarNode { Kind: ScalarKind.String } node && node.Text == word)
                return value;
        }

        diagnostics.Report(CliRules.WrongValue, member.Value.Span, member.Name, $"one of {string.Join(", ", words)}");
        return null;
    }

    /// <summary>What the words of a list mean, of which only some are words.</summary>
    public IEnumerable<T> Words<T>(Member member, Func<string, T?> tryParse, ImmutableArray<string> words)
        where T : struct
    {
        foreach (var node in TextNodes(member))
        {
            if (tryParse(node.Text) is { } value)
                yield return value;
            else
                diagnostics.Report(CliRules.WrongValue, node.Span, node.Text, $"one of {string.Join(", ", words)}");
        }
    }

    private ImmutableArray<Node> Items(Member member, string kind)
    {
        if (member.Value is SequenceNode sequence)
            return sequence.Items;
        diagnostics.Report(CliRules.WrongValue, member.Value.Span, member.Name, kind);
        return [];
    }

    private ScalarNode? TextNode(Node node, string name)
    {
        if (node is ScalarNode { Kind: ScalarKind.String } text)
            return text;
        diagnostics.Report(CliRules.WrongValue, node.Span, name, "a string");
        return null;
    }
}
