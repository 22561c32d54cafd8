using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>The options that generate, check and inspect share.</summary>
internal sealed class TargetOptions
{
    private const string Copy = "copy";

    private const string Package = "package";

    private readonly Argument<string[]> _contracts = new("contract")
    {
        Description = "Contract files, or patterns such as api/*.yaml; several become one API. Without any, the ones in the configuration file.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _config = Text("--config", "FILE", "Configuration file. Without contracts, syncgen.json in the current folder.");
    private readonly Option<string> _output = Text("--output", "DIR", "Folder to write to.", "-o");
    private readonly Option<string> _namespace = Text("--namespace", "NAME", "Namespace of the generated code.", "-n");
    private readonly Option<string> _runtime = Text("--runtime", "copy|package|DIR", "Where the code's runtime is: in the output, in NuGet packages, or in a folder that several outputs share.");
    private readonly Option<string> _runtimeNamespace = Text("--runtime-namespace", "NAME", "Namespace of a shared runtime.");
    private readonly Option<Chosen<bool>?> _visibility = Choice<bool>("--visibility", "Whether other assemblies can use the generated types.", ("public", false), ("internal", true));
    private readonly Option<string> _name = Text("--name", "NAME", "The API's name; otherwise the first contract's file name.");
    private readonly Option<string> _root = Text("--root", "DIR", "Folder that no reference may leave.");
    private readonly Option<string> _templates = Text("--templates", "DIR", "Folder with templates that replace the built-in ones of the same name.");
    private readonly Option<Chosen<FreeFormJson>?> _json = Choice<FreeFormJson>("--json", "Type of free-form JSON.", ("element", FreeFormJson.Element), ("raw", FreeFormJson.Raw));
    private readonly Option<Chosen<bool>?> _numbers = Choice<bool>("--numbers", "Type of numbers.", ("double", false), ("decimal", true));
    private readonly Option<Chosen<bool>?> _enums = Choice<bool>("--enums", "Whether unknown values of an enum are kept or refused.", ("open", false), ("closed", true));
    private readonly Option<bool?> _optional = Flag("--optional", "Tell absent from null by Optional<T>.");
    private readonly Option<Chosen<bool>?> _inline = Choice<bool>("--inline", "Whether inline schemas that say the same are a type each, or share one that is named after the first.", ("separate", false), ("shared", true));
    private readonly Option<Chosen<UnknownMembers>?> _unknown = Choice<UnknownMembers>("--unknown", "Whether properties that the contract neither declares nor forbids are passed over, kept or refused.", ("skip", UnknownMembers.Skip), ("keep", UnknownMembers.Keep), ("refuse", UnknownMembers.Refuse));
    private readonly Option<Chosen<bool>?> _formats = Choice<bool>("--formats", "Whether texts are compared with a format that C# has no type for.", ("describe", false), ("check", true));
    private readonly Option<Chosen<bool>?> _times = Choice<bool>("--times", "The types of the formats time and duration: string, or TimeOnly and TimeSpan.", ("text", false), ("typed", true));
    private readonly Option<Chosen<bool>?> _unimplemented = Choice<bool>("--unimplemented", "Whether a server must implement every operation, or returns 501 for those that it leaves out.", ("abstract", false), ("notImplemented", true));
    private readonly Option<bool?> _strict = Flag("--strict", "Warnings are errors.");

    private readonly Option<int?> _maxOutput = new("--max-output")
    {
        Description = "How much code the contract may make; otherwise 32 MiB and 20 times its own size.",
        HelpName = "MIB",
        CustomParser = ParseMaxOutput,
    };

    private readonly Option<string[]> _suppress = new("--suppress")
    {
        Description = "Warnings not to be shown, separated by commas.",
        HelpName = "CODES",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseSuppress,
    };

    private readonly Option<string[]> _tolerate = Tolerate();

    private readonly Option<EmitKinds?> _emit = new("--emit")
    {
        Description = $"What to generate: any of {string.Join(", ", EmitNames.All)}, separated by commas.",
        HelpName = "KINDS",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseEmit,
    };

    private readonly Option<string[]> _operations = new("--operations")
    {
        Description = "Only these operations, and what they reach: GET /pets, /pets/*, listPets, tag:pets; without those behind an exclamation mark: !deprecated. May be given several times.",
        HelpName = "PATTERN",
    };

    private readonly Option<Leniency?> _lenient = new("--lenient")
    {
        Description = $"What reading forgives: any of {string.Join(", ", LeniencyNames.All)}, separated by commas.",
        HelpName = "KINDS",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseLenient,
    };

    /// <summary>What a command falls back to where neither command line nor configuration file says anything.</summary>
    public TargetSettings Defaults { get; init; } = new();

    /// <summary>The option by which errors with a safe reading become warnings.</summary>
    public static Option<string[]> Tolerate() => new("--tolerate")
    {
        Description = "Errors with a safe reading that shall be warnings, separated by commas, for contracts that are not yours to mend.",
        HelpName = "CODES",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseTolerate,
    };

    public void AddTo(Command command)
    {
        command.Add(_contracts);
        Option[] options = [_output, _namespace, _runtime, _runtimeNamespace, _visibility, _emit, _operations, _config, _name, _root, _templates, _json, _numbers, _enums, _optional, _inline, _unknown, _formats, _times, _unimplemented, _lenient, _strict, _suppress, _tolerate, _maxOutput];
        foreach (var option in options)
            command.Add(option);
    }

    /// <summary>The configuration file that the user names, as typed.</summary>
    public string? ConfigOf(ParseResult parsed) => parsed.GetValue(_config);

    public TargetSettings Read(ParseResult parsed, Terminal terminal)
    {
        string? Full(Option<string> option) => parsed.GetValue(option) is { } path ? terminal.FullPath(path) : null;
        return new TargetSettings
        {
            Contracts = [.. (parsed.GetValue(_contracts) ?? []).Select(terminal.FullPath)],
            Root = Full(_root),
            Output = Full(_output),
            Namespace = parsed.GetValue(_namespace),
            Runtime = parsed.GetValue(_runtime) switch
            {
                null => null,
                Copy => RuntimeKind.Copy,
                Package => RuntimeKind.Package,
                _ => RuntimeKind.Shared,
            },
            RuntimeFolder = parsed.GetValue(_runtime) is not (Copy or Package) ? Full(_runtime) : null,
            RuntimeNamespace = parsed.GetValue(_runtimeNamespace),
            IsInternal = parsed.GetValue(_visibility)?.Value,
            Name = parsed.GetValue(_name),
            Emit = parsed.GetValue(_emit),
            Operations = [.. parsed.GetValue(_operations) ?? []],
            Templates = Full(_templates),
            FreeForm = parsed.GetValue(_json)?.Value,
            UsesDecimal = parsed.GetValue(_numbers)?.Value,
            HasClosedEnums = parsed.GetValue(_enums)?.Value,
            UsesOptional = parsed.GetValue(_optional),
            SharesInline = parsed.GetValue(_inline)?.Value,
            Unknown = parsed.GetValue(_unknown)?.Value,
            ChecksFormats = parsed.GetValue(_formats)?.Value,
            HasTimeTypes = parsed.GetValue(_times)?.Value,
            AllowsUnimplemented = parsed.GetValue(_unimplemented)?.Value,
            Lenient = parsed.GetValue(_lenient),
            IsStrict = parsed.GetValue(_strict),
            Severities = (parsed.GetValue(_suppress) ?? []).Distinct().ToImmutableDictionary(code => code, _ => Severity.None),
            Tolerated = [.. parsed.GetValue(_tolerate) ?? []],
            MaxOutput = parsed.GetValue(_maxOutput),
        };
    }

    private static Option<string> Text(string name, string helpName, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = helpName, Description = description };

    private static Option<bool?> Flag(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.Zero,
        CustomParser = _ => true,
    };

    private static Option<Chosen<T>?> Choice<T>(string name, string description, params (string Word, T Value)[] choices)
        where T : struct
    {
        var words = string.Join("|", choices.Select(choice => choice.Word));
        return new Option<Chosen<T>?>(name)
        {
            Description = description,
            HelpName = words,
            CustomParser = result =>
            {
                foreach (var (word, value) in choices)
                {
                    if (result.Tokens[0].Value == word)
                        return new Chosen<T>(value);
                }

                result.AddError($"'{result.Tokens[0].Value}' is no value of {name}: write {words}.");
                return null;
            },
        };
    }

    private static int? ParseMaxOutput(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes) && mebibytes > 0)
            return mebibytes;
        result.AddError($"'{text}' is no value of --max-output: write a number of MiB.");
        return null;
    }

    private static string[] ParseSuppress(ArgumentResult result)
    {
        var codes = Words(result);
        foreach (var code in codes)
        {
            if (!RuleTable.ByCode.TryGetValue(code, out var rule))
                result.AddError($"There is no diagnostic '{code}'.");
            else if (rule.Severity == Severity.Error)
                result.AddError($"'{code}' is an error and cannot be suppressed.");
        }

        return codes;
    }

    private static string[] ParseTolerate(ArgumentResult result)
    {
        var codes = Words(result);
        foreach (var code in codes)
        {
            if (!RuleTable.ByCode.TryGetValue(code, out var rule))
                result.AddError($"There is no diagnostic '{code}'.");
            else if (rule.SafeReading is null)
                result.AddError($"'{code}' cannot be tolerated. Those that can are {RuleTable.Tolerable}.");
        }

        return codes;
    }

    private static string[] Words(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static EmitKinds? ParseEmit(ArgumentResult result) =>
        Values(result, EmitNames.TryParse, EmitNames.All, "generated").Aggregate(EmitKinds.None, (kinds, kind) => kinds | kind);

    private static Leniency? ParseLenient(ArgumentResult result) =>
        Values(result, LeniencyNames.TryParse, LeniencyNames.All, "forgiven").Aggregate(Leniency.None, (kinds, kind) => kinds | kind);

    /// <summary>What the words of an argument mean.</summary>
    /// <param name="done">What can be done with words that there are.</param>
    private static IEnumerable<T> Values<T>(ArgumentResult result, Func<string, T?> tryParse, ImmutableArray<string> words, string done)
        where T : struct
    {
        foreach (var word in Words(result))
        {
            if (tryParse(word) is { } value)
                yield return value;
            else
                result.AddError($"'{word}' cannot be {done}: write any of {string.Join(", ", words)}, separated by commas.");
        }
    }

    /// <summary>What a word means. An option whose type is a bool would take no word but true and false.</summary>
    private readonly record struct Chosen<T>(T Value);
}
