using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>What one place, the command line or the configuration file, says of a target; null where it says nothing. Paths are full.</summary>
internal sealed record TargetSettings
{
    public ImmutableArray<string> Contracts { get; init; } = [];

    public string? Root { get; init; }

    public string? Output { get; init; }

    public string? Namespace { get; init; }

    public RuntimeKind? Runtime { get; init; }

    public string? RuntimeFolder { get; init; }

    public string? RuntimeNamespace { get; init; }

    public bool? IsInternal { get; init; }

    public string? Name { get; init; }

    public EmitKinds? Emit { get; init; }

    public ImmutableArray<string> Operations { get; init; } = [];

    public string? Templates { get; init; }

    public FreeFormJson? FreeForm { get; init; }

    public bool? UsesDecimal { get; init; }

    public bool? HasClosedEnums { get; init; }

    public bool? UsesOptional { get; init; }

    public bool? SharesInline { get; init; }

    public UnknownMembers? Unknown { get; init; }

    public bool? ChecksFormats { get; init; }

    public bool? HasTimeTypes { get; init; }

    public bool? AllowsUnimplemented { get; init; }

    public Leniency? Lenient { get; init; }

    public bool? IsStrict { get; init; }

    public bool IsForced { get; init; }

    /// <summary>The command line alone says it, for a configuration file may come with the contract that it would let through.</summary>
    public int? MaxOutput { get; init; }

    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    public ImmutableHashSet<string> Tolerated { get; init; } = [];

    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, UserType> Types { get; init; } = ImmutableDictionary<string, UserType>.Empty;

    /// <summary>Only the configuration file says it, in which the other targets stand.</summary>
    public ImmutableArray<ModelSource> Models { get; init; } = [];

    /// <summary>These settings, with <paramref name="defaults"/> where they say nothing.</summary>
    public TargetSettings Over(TargetSettings defaults) => new()
    {
        Contracts = Contracts.IsEmpty ? defaults.Contracts : Contracts,
        Root = Root ?? defaults.Root,
        Output = Output ?? defaults.Output,
        Namespace = Namespace ?? defaults.Namespace,
        Runtime = Runtime ?? defaults.Runtime,
        RuntimeFolder = RuntimeFolder ?? defaults.RuntimeFolder,
        // A folder that is not used takes its namespace along.
        RuntimeNamespace = RuntimeNamespace ?? (Runtime is RuntimeKind.Copy or RuntimeKind.Package ? null : defaults.RuntimeNamespace),
        IsInternal = IsInternal ?? defaults.IsInternal,
        Name = Name ?? defaults.Name,
        Emit = Emit ?? defaults.Emit,
        Operations = Operations.IsEmpty ? defaults.Operations : Operations,
        Templates = Templates ?? defaults.Templates,
        FreeForm = FreeForm ?? defaults.FreeForm,
        UsesDecimal = UsesDecimal ?? defaults.UsesDecimal,
        HasClosedEnums = HasClosedEnums ?? defaults.HasClosedEnums,
        UsesOptional = UsesOptional ?? defaults.UsesOptional,
        SharesInline = SharesInline ?? defaults.SharesInline,
        Unknown = Unknown ?? defaults.Unknown,
        ChecksFormats = ChecksFormats ?? defaults.ChecksFormats,
        HasTimeTypes = HasTimeTypes ?? defaults.HasTimeTypes,
        AllowsUnimplemented = AllowsUnimplemented ?? defaults.AllowsUnimplemented,
        Lenient = Lenient ?? defaults.Lenient,
        IsStrict = IsStrict ?? defaults.IsStrict,
        IsForced = IsForced || defaults.IsForced,
        MaxOutput = MaxOutput ?? defaults.MaxOutput,
        Severities = defaults.Severities.SetItems(Severities),
        Tolerated = defaults.Tolerated.Union(Tolerated),
        Names = defaults.Names.SetItems(Names),
        Types = defaults.Types.SetItems(Types),
        Models = [.. Models, .. defaults.Models.Where(source => Models.All(own => own.File != source.File))],
    };
}
