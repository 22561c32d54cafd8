using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Walks through all that contracts say and reports names that are no keywords, which nobody would miss otherwise.</summary>
internal sealed class KeywordChecker
{
    private readonly ContractReader _reader;
    private readonly HashSet<(Node Node, PartKind Kind)> _visited = [];
    private readonly HashSet<string> _operationIds = new(StringComparer.Ordinal);
    private readonly List<ScalarNode> _links = [];
    private readonly Queue<(Node Node, PartKind Kind, Dialect Dialect)> _targets = new();

    private KeywordChecker(ContractReader reader) => _reader = reader;

    public static void Check(ImmutableArray<(Document Document, Dialect Dialect)> entries, ContractReader reader)
    {
        var checker = new KeywordChecker(reader);
        foreach (var (document, dialect) in entries)
            checker._targets.Enqueue((document.Root, ContractGrammar.KindOfRoot(document.Root), dialect));
        while (checker._targets.TryDequeue(out var target))
            checker.Visit(target.Node, target.Kind, target.Dialect, isNamed: true);
        foreach (var link in checker._links.Where(link => !checker._operationIds.Contains(link.Text)))
            reader.Report(ModelingRules.LinkToNothing, link.Span, link.Text);
    }

    /// <summary>Depth is bounded by the documents' own limit.</summary>
    /// <param name="isNamed">Whether references may lead here. Only such parts can be met twice.</param>
    private void Visit(Node node, PartKind kind, Dialect dialect, bool isNamed)
    {
        if (node is SequenceNode sequence)
        {
            foreach (var item in sequence.Items)
                Visit(item, kind, dialect, isNamed: false);
        }

        if (node is not MappingNode mapping || (isNamed && !_visited.Add((node, kind))))
            return;
        Follow(mapping, kind, dialect);
        ContradictionChecker.Check(mapping, kind, dialect, _reader);
        SpecificationChecker.Check(mapping, kind, dialect, _reader);
        PartChecker.Check(mapping, kind, dialect, _reader);
        NoteOperation(mapping, kind);
        // A reference to the root takes a contract for a schema.
        var keywords = kind == PartKind.Schema && ContractGrammar.KindOfRoot(mapping) == PartKind.Contract ? null : ContractKeywords.Of(kind, dialect);
        if (keywords is not null)
            CompletenessChecker.Check(mapping, keywords, _reader);
        foreach (var member in mapping.Members)
        {
            var memberKind = ContractGrammar.KindOfMember(kind, member.Name);
            CompletenessChecker.CheckEntry(member, kind, memberKind, dialect, _reader);
            if (keywords is not null)
                CheckMember(mapping, member, keywords, kind, dialect);
            if (memberKind == PartKind.DiscriminatorMapping && member.Value is MappingNode mapped)
            {
                foreach (var value in mapped.Members)
                    Follow(value.Value, PartKind.Schema, dialect);
            }

            if (memberKind != PartKind.Data && member.Value is not ScalarNode && !(ContractGrammar.IsMap(memberKind) && member.Value is SequenceNode))
                Visit(member.Value, memberKind, dialect, ContractGrammar.IsMap(kind));
        }
    }

    /// <summary>What a reference leads to is read where the file that it stands in says more than the referrer.</summary>
    private void Follow(Node node, PartKind kind, Dialect dialect)
    {
        if (_reader.Contract.Targets.TryGetValue(node, out var target))
            _targets.Enqueue((target.Node, kind, _reader.DialectOf(target.Document, dialect)));
    }

    /// <summary>Notes which operations there are and which of them links name.</summary>
    private void NoteOperation(MappingNode node, PartKind kind)
    {
        if (kind is not (PartKind.Operation or PartKind.Link) || node.Get("operationId") is not ScalarNode { Kind: ScalarKind.String } id)
            return;
        if (kind == PartKind.Operation)
            _operationIds.Add(id.Text);
        else
            _links.Add(id);
    }

    private void CheckMember(MappingNode owner, Member member, ObjectKeywords keywords, PartKind kind, Dialect dialect)
    {
        if (keywords.Parts.TryGetValue(member.Name, out var part))
            CheckPart(member.Value, part, part.IsMap);
        else if (kind == PartKind.Schema)
            SchemaKeywordNames.Check(member, dialect, _reader);
        else if (kind != PartKind.PathItem)
            CheckName(owner, member, keywords);
    }

    private void CheckPart(Node node, ObjectKeywords keywords, bool isMap)
    {
        if (node is SequenceNode sequence)
        {
            foreach (var item in sequence.Items)
                CheckPart(item, keywords, isMap);
        }

        if (node is not MappingNode mapping)
            return;
        if (!isMap)
            CompletenessChecker.Check(mapping, keywords, _reader);
        foreach (var member in mapping.Members)
        {
            if (isMap)
                CheckPart(member.Value, keywords, isMap: false);
            else if (keywords.Parts.TryGetValue(member.Name, out var part))
                CheckPart(member.Value, part, part.IsMap);
            else
                CheckName(mapping, member, keywords);
        }
    }

    private void CheckName(MappingNode owner, Member member, ObjectKeywords keywords)
    {
        if (ContractKeywords.IsKnown(keywords, member.Name))
            return;
        if (Guards.MeantBy(member, keywords) is { } guard)
            _reader.Report(ModelingRules.SecurityMisspelt, member.NameSpan, member.Name, guard);
        else if (ContractKeywords.IsReadAnyway(owner, member.Name, keywords))
            _reader.Keywords.Add(ModelingRules.KeywordOfOtherVersion, member.NameSpan, member.Name, keywords.Name);
        else if (Spelling.Nearest(member.Name, ContractKeywords.KnownIn(keywords)) is not { } similar)
            _reader.Keywords.Add(ModelingRules.UnknownKeyword, member.NameSpan, member.Name, keywords.Name);
        else if (ContractKeywords.IsSection(similar) && member.Value is MappingNode && owner.Get(similar) is not MappingNode { Members: [_, ..] })
            _reader.Report(ModelingRules.SectionMisspelt, member.NameSpan, member.Name, similar);
        else
            _reader.Keywords.Add(ModelingRules.ProbableTypo, member.NameSpan, member.Name, similar);
    }
}
