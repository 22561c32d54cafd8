using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Reads keywords of a contract's objects: absent, null and wrong kinds are told apart and reported here.</summary>
internal sealed class ContractReader(Contract contract, DiagnosticBag diagnostics)
{
    private static readonly ImmutableArray<string> OldDrafts = ["/draft-03/", "/draft-04/", "/draft-06/", "/draft-07/"];

    private readonly Dictionary<Document, Dialect> _dialects = [];
    private readonly HashSet<SourceSpan> _reported = [];

    public Contract Contract { get; } = contract;

    /// <summary>The keywords that nobody knows, reported when all is read.</summary>
    public KeywordNotes Keywords { get; } = new(diagnostics);

    public void SetDialect(Document document, Dialect dialect) => _dialects[document] = dialect;

    /// <summary>A fragment file speaks the dialect of the first document that refers to it.</summary>
    public Dialect DialectOf(Location location) => _dialects.GetValueOrDefault(location.Document, Dialect.OpenApi31);

    /// <summary>The dialect of a file that is referred to, which may be read by nobody but who checks keywords.</summary>
    public Dialect DialectOf(Document document, Dialect referrer) =>
        _dialects.TryGetValue(document, out var dialect) ? dialect : DialectReader.ReadFragment(document) ?? referrer;

    /// <summary>Whether keywords beside a <c>$ref</c> count, as they do since OpenAPI 3.1 and JSON Schema 2019-09.</summary>
    public bool ReadsSiblings(Location location) => DialectOf(location) switch
    {
        Dialect.OpenApi31 => true,
        Dialect.JsonSchema => !((location.Document.Root as MappingNode)?.Get("$schema") is ScalarNode schema && OldDrafts.Any(draft => schema.Text.Contains(draft, StringComparison.Ordinal))),
        _ => false,
    };

    public void Report(Rule rule, SourceSpan? span, params ReadOnlySpan<object> arguments) => diagnostics.Report(rule, span, arguments);

    /// <summary>Where the object's <c>$ref</c> leads, one hop; null when it has none.</summary>
    public Location? TargetOf(Location location)
    {
        if (!Contract.Targets.TryGetValue(location.Node, out var target))
            return null;
        PassDialect(location, target);
        return target;
    }

    /// <summary>Follows references to the object they mean.</summary>
    public Location Follow(Location location)
    {
        while (TargetOf(location) is { } target)
            location = target;
        return location;
    }

    /// <summary>A member that is a mapping, wherever it stands; null when absent.</summary>
    public Location? Section(Location parent, string name) =>
        parent.Child(name) is { } child && Follow(child) is var section && Expect<MappingNode>(section, name, "a mapping") ? section : null;

    /// <summary>The named objects of a section, extensions left out.</summary>
    public IEnumerable<(Member Member, Location Location)> Objects(Location parent, string name) =>
        Entries(parent, name).Where(entry => !IsExtension(entry.Member.Name));

    /// <summary>The entries of a section whose names are data, so that <c>x-</c> means nothing special.</summary>
    public IEnumerable<(Member Member, Location Location)> Entries(Location parent, string name) =>
        Section(parent, name) is { } section ? section.Members() : [];

    /// <summary>The items of a member that is a list.</summary>
    public IEnumerable<Location> List(Location parent, string name) =>
        parent.Child(name) is { } child && Follow(child) is var list && Expect<SequenceNode>(list, name, "a list") ? list.Items() : [];

    /// <summary>The texts of a list; a single text counts as a list of one.</summary>
    public ImmutableArray<string> Texts(Location parent, string name)
    {
        if (parent.Child(name) is not { } child)
            return [];
        if (child.Node is ScalarNode { Kind: not ScalarKind.Null } single)
        {
            Report(ModelingRules.SingleForList, single.Span, name);
            return [single.Text];
        }
        return
        [
            .. List(parent, name)
                .Where(item => Expect<ScalarNode>(item, name, "a list of texts"))
                .Select(item => ((ScalarNode)item.Node).Text),
        ];
    }

    /// <summary>A text; numbers and booleans are taken as they are written.</summary>
    public string? Text(Location parent, string name) =>
        parent.Child(name) is not { } child ? null
        : child.Node is ScalarNode { Kind: ScalarKind.Null } ? null
        : child.Node is ScalarNode scalar ? scalar.Text
        : Ignore(child, name, "text");

    /// <summary>A text of which blanks mean absent.</summary>
    public string? Words(Location parent, string name) => Text(parent, name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public bool Flag(Location parent, string name) => OptionalFlag(parent, name) ?? false;

    public bool? OptionalFlag(Location parent, string name)
    {
        if (parent.Child(name) is not { } child || child.Node is ScalarNode { Kind: ScalarKind.Null })
            return null;
        if (child.Node is ScalarNode scalar && scalar.Text is "true" or "false" or "True" or "False")
        {
            if (scalar.Kind != ScalarKind.Boolean)
                Report(ModelingRules.TextForBoolean, scalar.Span, name, scalar.Text);
            return scalar.Text is "true" or "True";
        }
        Ignore(child, name, "true or false");
        return null;
    }

    /// <summary>Reports a value of the wrong kind that is left out.</summary>
    public string? Ignore(Location location, string name, string expected)
    {
        Report(ModelingRules.IgnoredKeyword, location.Node.Span, name, expected, KindOf(location.Node));
        return null;
    }

    public static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value is of a kind; null is reported and read as absent, all else is an error.</summary>
    public bool Expect<T>(Location location, string name, string expected)
        where T : Node
    {
        if (location.Node is T)
            return true;
        if (location.Node is ScalarNode { Kind: ScalarKind.Null })
        {
            ReportNull(location.Node.Span, name);
        }
        else
        {
            Report(ModelingRules.WrongKind, location.Node.Span, name, expected, KindOf(location.Node));
            _reported.Add(location.Node.Span);
        }

        return false;
    }

    /// <summary>Reports a null that is read as absent, once for each place.</summary>
    public void ReportNull(SourceSpan span, string name)
    {
        if (_reported.Add(span))
            Report(ModelingRules.NullSection, span, name);
    }

    /// <summary>Whether a value of the wrong kind was told of.</summary>
    public bool HasReported(SourceSpan span) => _reported.Contains(span);

    public static string KindOf(Node node) => node switch
    {
        MappingNode => "a mapping",
        SequenceNode => "a list",
        ScalarNode { Kind: ScalarKind.Null } => "null",
        ScalarNode { Kind: ScalarKind.Boolean } => "a boolean",
        ScalarNode { Kind: ScalarKind.Number } => "a number",
        _ => "text",
    };

    private void PassDialect(Location from, Location to)
    {
        if (!_dialects.ContainsKey(to.Document))
            _dialects[to.Document] = DialectOf(to.Document, DialectOf(from));
    }
}
