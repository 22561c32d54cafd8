using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Cli;

/// <summary>Reads syncgen.json. Its paths are relative to the file; every mistake has a place.</summary>
internal sealed class ConfigFile
{
    public const string DefaultName = "syncgen.json";

    public static readonly ImmutableArray<string> Settings =
    [
        "contracts", "output", "namespace", "runtime", "visibility", "emit", "operations", "name", "root", "templates", "json", "numbers", "enums", "optional", "inline", "unknown", "formats", "times", "unimplemented", "lenient", "strict", "severity", "tolerate", "names", "types", "models",
    ];

    private const string RuntimeValues = "copy, package, or an object with folder and namespace";

    private readonly TargetSettings _typed;
    private readonly DiagnosticBag _diagnostics;
    private readonly ConfigValues _values;
    private readonly ConfigPaths _paths;

    private ConfigFile(string folder, TargetSettings typed, DiagnosticBag diagnostics)
    {
        _typed = typed;
        _diagnostics = diagnostics;
        _values = new ConfigValues(diagnostics);
        _paths = new ConfigPaths(folder, typed, diagnostics);
    }

    /// <summary>The targets that the file describes, at least one; nothing when it has errors.</summary>
    /// <param name="typed">What the command line says instead.</param>
    public static ImmutableArray<TargetSettings> Read(string path, TargetSettings typed, DiagnosticBag diagnostics)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (DocumentLoader.Load([path], folder, diagnostics) is not { } documents)
            return [];
        var targets = new ConfigFile(folder, typed, diagnostics).ReadTargets(documents.Entries[0].Root);
        return diagnostics.HasErrors ? [] : targets;
    }

    /// <summary>Settings beside <c>targets</c> are the defaults of each target.</summary>
    private ImmutableArray<TargetSettings> ReadTargets(Node root)
    {
        if (root is not MappingNode mapping)
        {
            _diagnostics.Report(CliRules.WrongValue, root.Span, DefaultName, "an object");
            return [];
        }

        var shared = ReadSettings(mapping, Settings.Add("targets"));
        if (mapping.GetMember("targets") is not { } targets)
            return [shared];
        if (targets.Value is SequenceNode { Items.IsEmpty: true })
            _diagnostics.Report(CliRules.WrongValue, targets.Value.Span, targets.Name, "a list of at least one object");
        return [.. _values.Mappings(targets).Select(target => ReadSettings(target, Settings).Over(shared))];
    }

    private TargetSettings ReadSettings(MappingNode mapping, ImmutableArray<string> allowed)
    {
        var settings = new TargetSettings();
        foreach (var member in mapping.Members)
        {
            if (allowed.Contains(member.Name))
                settings = Read(member, settings);
            else if (member.Name != "$schema")
                _diagnostics.Report(CliRules.UnknownMember, member.NameSpan, member.Name, string.Join(", ", allowed));
        }

        return settings;
    }

    private TargetSettings Read(Member member, TargetSettings settings) => member.Name switch
    {
        "contracts" => settings with { Contracts = [.. _values.TextNodes(member).Select(node => _paths.Read(node, member.Name, _typed.Contracts.IsEmpty)).OfType<string>()] },
        "output" => settings with { Output = _paths.Read(_values.TextNode(member), member.Name, _typed.Output is null) },
        "namespace" => settings with { Namespace = _values.Name(member, CSharpName.IsNamespace) },
        "runtime" => ReadRuntime(member, settings),
        "visibility" => settings with { IsInternal = _values.Choice(member, ("public", false), ("internal", true)) },
        "emit" => settings with { Emit = _values.Words(member, EmitNames.TryParse, EmitNames.All).Aggregate(EmitKinds.None, (kinds, kind) => kinds | kind) },
        "operations" => settings with { Operations = [.. _values.Texts(member)] },
        "name" => settings with { Name = _values.Name(member, CSharpName.IsIdentifier) },
        "root" => settings with { Root = _paths.Read(_values.TextNode(member), member.Name, _typed.Root is null) },
        "templates" => settings with { Templates = _paths.Read(_values.TextNode(member), member.Name, _typed.Templates is null) },
        "json" => settings with { FreeForm = _values.Choice(member, ("element", FreeFormJson.Element), ("raw", FreeFormJson.Raw)) },
        "numbers" => settings with { UsesDecimal = _values.Choice(member, ("double", false), ("decimal", true)) },
        "enums" => settings with { HasClosedEnums = _values.Choice(member, ("open", false), ("closed", true)) },
        "optional" => settings with { UsesOptional = _values.Boolean(member) },
        "inline" => settings with { SharesInline = _values.Choice(member, ("separate", false), ("shared", true)) },
        "unknown" => settings with { Unknown = _values.Choice(member, ("skip", UnknownMembers.Skip), ("keep", UnknownMembers.Keep), ("refuse", UnknownMembers.Refuse)) },
        "formats" => settings with { ChecksFormats = _values.Choice(member, ("describe", false), ("check", true)) },
        "times" => settings with { HasTimeTypes = _values.Choice(member, ("text", false), ("typed", true)) },
        "unimplemented" => settings with { AllowsUnimplemented = _values.Choice(member, ("abstract", false), ("notImplemented", true)) },
        "lenient" => settings with { Lenient = _values.Words(member, LeniencyNames.TryParse, LeniencyNames.All).Aggregate(Leniency.None, (kinds, kind) => kinds | kind) },
        "strict" => settings with { IsStrict = _values.Boolean(member) },
        "severity" => settings with { Severities = ReadSeverities(member) },
        "tolerate" => settings with { Tolerated = ReadTolerated(member) },
        "names" => settings with { Names = _values.Names(member) },
        "types" => settings with { Types = ConfigTypes.Read(member, _values, _diagnostics) },
        "models" => settings with { Models = ReadModels(member) },
        _ => settings,
    };

    /// <summary>A word, or folder and namespace of a shared runtime.</summary>
    private TargetSettings ReadRuntime(Member member, TargetSettings settings)
    {
        if (member.Value is not MappingNode mapping)
        {
            if (member.Value is ScalarNode { Kind: ScalarKind.String, Text: "copy" or "package" } word)
                return settings with { Runtime = word.Text == "copy" ? RuntimeKind.Copy : RuntimeKind.Package };
            _diagnostics.Report(CliRules.WrongValue, member.Value.Span, member.Name, RuntimeValues);
            return settings;
        }

        settings = settings with { Runtime = RuntimeKind.Shared };
        foreach (var setting in mapping.Members)
        {
            if (setting.Name == "folder")
                settings = settings with { RuntimeFolder = _paths.Read(_values.TextNode(setting), setting.Name, _typed.Runtime is null) };
            else if (setting.Name == "namespace")
                settings = settings with { RuntimeNamespace = _values.Name(setting, CSharpName.IsNamespace) };
            else
                _diagnostics.Report(CliRules.UnknownMember, setting.NameSpan, setting.Name, "folder, namespace");
        }

        if (mapping.GetMember("folder") is null || mapping.GetMember("namespace") is null)
            _diagnostics.Report(CliRules.WrongValue, mapping.Span, member.Name, RuntimeValues);
        return settings;
    }

    private ImmutableArray<ModelSource> ReadModels(Member member)
    {
        var sources = ImmutableArray.CreateBuilder<ModelSource>();
        foreach (var entry in _values.Entries(member))
        {
            if (_values.Name(entry, CSharpName.IsNamespace) is { } name && _paths.Of(entry) is { } path)
                sources.Add(new ModelSource(path, name, entry.NameSpan));
        }

        return sources.DrainToImmutable();
    }

    private ImmutableDictionary<string, Severity> ReadSeverities(Member member)
    {
        var severities = ImmutableDictionary.CreateBuilder<string, Severity>(StringComparer.Ordinal);
        foreach (var entry in _values.Entries(member))
        {
            var severity = _values.Choice(entry, ("none", Severity.None), ("info", Severity.Info), ("warning", Severity.Warning), ("error", Severity.Error));
            if (!RuleTable.ByCode.TryGetValue(entry.Name, out var rule))
                _diagnostics.Report(CliRules.UnknownCode, entry.NameSpan, entry.Name);
            else if (rule.Severity == Severity.Error)
                _diagnostics.Report(CliRules.FixedSeverity, entry.NameSpan, entry.Name);
            else if (severity is { } value)
                severities[entry.Name] = value;
        }

        return severities.ToImmutable();
    }

    private ImmutableHashSet<string> ReadTolerated(Member member)
    {
        var codes = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var node in _values.TextNodes(member))
        {
            if (!RuleTable.ByCode.TryGetValue(node.Text, out var rule))
                _diagnostics.Report(CliRules.UnknownCode, node.Span, node.Text);
            else if (rule.SafeReading is null)
                _diagnostics.Report(CliRules.NotTolerable, node.Span, node.Text, RuleTable.Tolerable);
            else
                codes.Add(node.Text);
        }

        return codes.ToImmutable();
    }
}
