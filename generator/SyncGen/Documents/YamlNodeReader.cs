using SyncGen.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SyncGen.Documents;

/// <summary>Reads YAML 1.2 into nodes from parser events, so that depth and aliases stay within their budgets.</summary>
internal sealed class YamlNodeReader
{
    private const string CoreTagPrefix = "tag:yaml.org,2002:";

    private readonly DiagnosticBag _diagnostics;
    private readonly YamlCharacters _characters;
    private readonly YamlEvents _events;
    private readonly YamlAnchors _anchors;
    private readonly NodeBudget _budget;
    private int _nodeCount;

    private YamlNodeReader(SourceFile file, YamlCharacters characters, ImmutableDictionary<int, int> indented, NodeBudget budget, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _characters = characters;
        _events = new YamlEvents(file, characters.Text, indented, diagnostics);
        _anchors = new YamlAnchors(diagnostics);
        _budget = budget;
    }

    /// <returns>Null when the text is no YAML or holds no document, which is reported.</returns>
    public static Node? Read(SourceText source, NodeBudget budget, DiagnosticBag diagnostics)
    {
        if (!YamlCharacters.Check(source.File, diagnostics))
            return null;
        var characters = YamlCharacters.Prepare(source.File.Text);
        var indented = ImmutableDictionary<int, int>.Empty;
        for (var read = 0L; ; read += characters.Text.Length)
        {
            var reader = new YamlNodeReader(source.File, characters, indented, budget, diagnostics);
            var root = reader.ReadStream(source.File);
            if (reader._events.Repair is not { } repair)
            {
                budget.Take(reader._nodeCount);
                return root;
            }

            if (read > DocumentLimits.RetriedCharacters)
            {
                diagnostics.Report(DocumentRules.InvalidYaml, reader._events.Span, "too many lines of spaces or tabs, or texts without indentation, stand before this place.");
                return null;
            }

            characters = characters with { Text = repair.Text };
            foreach (var (line, spaces) in repair.Indented)
                indented = indented.SetItem(line, indented.GetValueOrDefault(line) + spaces);
        }
    }

    private Node? ReadStream(SourceFile file)
    {
        // Stream start, then the first document or the stream's end.
        if (!_events.MoveNext() || !_events.MoveNext())
            return null;
        if (_events.Current is StreamEnd)
        {
            _diagnostics.Report(DocumentRules.EmptyFile, new SourceSpan(file, 1, 1), file.Path);
            return null;
        }

        if (!_events.MoveNext() || ReadNode(depth: 1) is not { } root || !_events.MoveNext() || !_events.MoveNext())
            return null;
        if (_events.Current is not DocumentStart)
            return root;
        _diagnostics.Report(DocumentRules.SeveralDocuments, _events.Span);
        return null;
    }

    /// <summary>Reads the value whose first event is current; afterwards its last event is current.</summary>
    private Node? ReadNode(int depth)
    {
        if (_events.Current is AnchorAlias alias)
            return ReadAlias(alias);
        if (_events.Current is not NodeEvent { Anchor: var anchor })
        {
            // In broken flow mappings the events of YamlDotNet need not balance.
            _diagnostics.Report(DocumentRules.InvalidYaml, _events.Span, "a value was expected.");
            return null;
        }

        if (!_budget.Allows(++_nodeCount, _events.Span, _diagnostics))
            return null;
        var before = _nodeCount;
        _anchors.Begin(anchor);
        Node? node = _events.Current switch
        {
            MappingStart start => ReadMapping(start, depth),
            SequenceStart start => ReadSequence(start, depth),
            Scalar scalar => ReadScalar(scalar),
            _ => null,
        };
        if (node is not null)
            _anchors.End(anchor, node, _nodeCount - before + 1);
        return node;
    }

    private Node? ReadAlias(AnchorAlias alias)
    {
        if (_anchors.Find(alias.Value, _events.Span) is not { } anchored)
            return null;
        _nodeCount += anchored.NodeCount;
        return _budget.Allows(_nodeCount, _events.Span, _diagnostics) ? anchored.Node : null;
    }

    private MappingNode? ReadMapping(MappingStart start, int depth)
    {
        var span = _events.Span;
        if (!CheckDepth(depth, span))
            return null;
        CheckTag(start.Tag, "map", span);
        var members = new MemberList(_diagnostics);
        var merges = new List<(Node Node, SourceSpan Span)>();
        while (_events.MoveNext() && _events.Current is not MappingEnd)
        {
            var nameSpan = _events.Span;
            var isMerge = _events.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            if (ReadName(nameSpan) is not { } name || !_events.MoveNext() || ReadNode(depth + 1) is not { } value)
                return null;
            if (isMerge)
                merges.Add((value, nameSpan));
            else
                members.Add(new Member(name, nameSpan, value));
        }

        if (_events.Current is not MappingEnd)
            return null;
        foreach (var (node, mergeSpan) in merges)
        {
            if (!Merge(node, mergeSpan, members))
                return null;
        }

        return new MappingNode(span, members.ToImmutable());
    }

    private string? ReadName(SourceSpan span)
    {
        if (_events.Current is Scalar scalar)
        {
            _anchors.End(scalar.Anchor, new ScalarNode(span, ScalarKind.String, _characters.Restore(scalar.Value)), nodeCount: 1);
            return _characters.Restore(scalar.Value);
        }

        if (_events.Current is AnchorAlias alias)
        {
            if (_anchors.Find(alias.Value, span) is not { } anchored)
                return null;
            if (anchored.Node is ScalarNode name)
                return name.Source;
        }

        _diagnostics.Report(DocumentRules.NameIsNoText, span);
        return null;
    }

    /// <summary>Adds the members of one mapping or a list of them, where no member of that name stands yet.</summary>
    private bool Merge(Node source, SourceSpan span, MemberList members)
    {
        _diagnostics.Report(DocumentRules.MergeKeyApplied, span);
        foreach (var node in source is SequenceNode sequence ? sequence.Items : [source])
        {
            if (node is not MappingNode mapping)
            {
                _diagnostics.Report(DocumentRules.InvalidYaml, span, "a merge key takes a mapping or a list of mappings.");
                continue;
            }

            if (!_anchors.Spend(mapping.Members.Length, span))
                return false;
            foreach (var member in mapping.Members)
            {
                if (!members.Contains(member.Name))
                    members.AddNew(member);
            }
        }

        return true;
    }

    private SequenceNode? ReadSequence(SequenceStart start, int depth)
    {
        var span = _events.Span;
        if (!CheckDepth(depth, span))
            return null;
        CheckTag(start.Tag, "seq", span);
        var items = ImmutableArray.CreateBuilder<Node>();
        while (_events.MoveNext() && _events.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return _events.Current is SequenceEnd ? new SequenceNode(span, items.DrainToImmutable()) : null;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var span = _events.Span;
        if (scalar.Value.Length > DocumentLimits.TextLength)
            _diagnostics.Report(DocumentRules.TextTooLong, span, DocumentLimits.TextLength);
        var source = _characters.Restore(scalar.Value);
        var value = IsText(scalar) ? new YamlScalar(ScalarKind.String, source) : YamlScalar.OfPlain(source);
        CheckTag(scalar.Tag, NameOf(value), span);
        if (!value.HasJsonForm)
            _diagnostics.Report(DocumentRules.NumberWithoutJsonForm, span, source);
        return new ScalarNode(span, value.Kind, value.Text, source);
    }

    /// <summary>Quotes make text, and so does a tag; a tag of another core type undoes quotes.</summary>
    private static bool IsText(Scalar scalar)
    {
        if (scalar.Tag.IsEmpty || !scalar.Tag.Value.StartsWith(CoreTagPrefix, StringComparison.Ordinal))
            return scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == "!");
        return scalar.Tag.Value == $"{CoreTagPrefix}str";
    }

    private static string NameOf(YamlScalar value) => value switch
    {
        { Kind: ScalarKind.Null } => "null",
        { Kind: ScalarKind.Boolean } => "bool",
        { Kind: ScalarKind.Number, Text: var text } => text.AsSpan().ContainsAny('.', 'e', 'E') ? "float" : "int",
        _ => "str",
    };

    /// <summary>A core tag must fit the value; a tag of the author's own is ignored with a warning.</summary>
    private void CheckTag(TagName tag, string expected, SourceSpan span)
    {
        if (tag.IsEmpty || tag.Value is "!" || tag.Value == CoreTagPrefix + expected)
            return;
        if (tag.Value == $"{CoreTagPrefix}float" && expected == "int")
            return;
        var isCore = tag.Value.StartsWith(CoreTagPrefix, StringComparison.Ordinal);
        var text = isCore ? $"!!{tag.Value[CoreTagPrefix.Length..]}" : tag.Value;
        _diagnostics.Report(isCore ? DocumentRules.TagRefused : DocumentRules.TagIgnored, span, text);
    }

    private bool CheckDepth(int depth, SourceSpan span)
    {
        if (depth <= DocumentLimits.Depth)
            return true;
        _diagnostics.Report(DocumentRules.TooDeep, span, DocumentLimits.Depth);
        return false;
    }
}
