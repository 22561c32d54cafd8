using System.Collections.Frozen;

namespace SyncGen.Rendering;

/// <summary>Finds the namespaces that a file needs by the types and extension methods that its text names.</summary>
internal sealed class UsingDirectives
{
    private readonly string _jsonNamespace;
    private readonly FrozenDictionary<string, string> _types;

    /// <param name="namespace">The API's namespace.</param>
    /// <param name="jsonTypes">The contract's types in the JSON namespace.</param>
    public UsingDirectives(string @namespace, IEnumerable<string> jsonTypes)
    {
        _jsonNamespace = $"{@namespace}.Json";
        _types = KnownNames.Types
            .Concat(jsonTypes.Concat(TemplateSet.RuntimeJsonTypes).Select(type => KeyValuePair.Create(type, _jsonNamespace)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Each namespace once, those of System first, then by name.</summary>
    /// <param name="text">The file from its namespace on.</param>
    public ImmutableArray<string> Of(string text)
    {
        var isJson = text.StartsWith($"namespace {_jsonNamespace};", StringComparison.Ordinal);
        return
        [
            .. new TypeNameFinder(_types, text).Namespaces()
                .Where(name => !isJson || name != _jsonNamespace)
                .OrderBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
    }
}
