using System.Collections.Frozen;
using SyncGen.Projection;

namespace SyncGen.Rendering;

/// <summary>Finds the namespaces that a file needs by the types and extension methods that its text names.</summary>
internal sealed class UsingDirectives
{
    private readonly string _jsonNamespace;
    private readonly NamespaceTable _names;

    /// <param name="namespace">The API's namespace.</param>
    /// <param name="runtimeNamespace">The namespace of the runtime.</param>
    /// <param name="aliases">The names of the user's own types, with the namespaces that they stand in.</param>
    /// <param name="jsonTypes">The contract's types in the JSON namespace.</param>
    public UsingDirectives(string @namespace, string runtimeNamespace, IReadOnlyDictionary<string, string> aliases, IEnumerable<string> jsonTypes)
    {
        FrozenDictionary<string, string> Join(IEnumerable<KeyValuePair<string, string>> known, FrozenDictionary<string, string> runtime) => known
            .Concat(runtime.Select(name => KeyValuePair.Create(name.Key, runtimeNamespace + name.Value[RuntimeNames.Namespace.Length..])))
            .ToFrozenDictionary(StringComparer.Ordinal);

        _jsonNamespace = $"{@namespace}.Json";
        _names = new NamespaceTable(
            Join(KnownNames.Types.Concat(aliases.Select(alias => KeyValuePair.Create(alias.Key, $"{alias.Key} = {alias.Value}"))).Concat(jsonTypes.Select(type => KeyValuePair.Create(type, _jsonNamespace))), RuntimeNames.Types),
            Join(KnownNames.Attributes, RuntimeNames.Attributes),
            Join(KnownNames.Extensions, RuntimeNames.Extensions));
    }

    /// <summary>Each namespace once, those of System first, then by name, and aliases last.</summary>
    /// <param name="text">The file from its namespace on.</param>
    public ImmutableArray<string> Of(string text)
    {
        var isJson = text.StartsWith($"namespace {_jsonNamespace};", StringComparison.Ordinal);
        return
        [
            .. new TypeNameFinder(_names, text).Namespaces()
                .Where(name => !isJson || name != _jsonNamespace)
                .OrderBy(name => name.Contains('=', StringComparison.Ordinal))
                .ThenBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
    }
}
