using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SyncGen.Projection;

namespace SyncGen.Rendering;

/// <summary>What generated code may name of the runtime files: their types and extension methods, each with its namespace as the files have it.</summary>
internal static partial class RuntimeNames
{
    /// <summary>The namespace of the runtime files.</summary>
    public const string Namespace = PackagedRuntime.Name;

    private const string Attribute = "Attribute";

    static RuntimeNames()
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var extensions = new List<(string Receiver, string Name, string Namespace)>();
        foreach (var text in TemplateSet.Embedded.Where(file => file.Key.StartsWith("runtime/", StringComparison.Ordinal)).Select(file => file.Value))
        {
            var @namespace = NamespaceDeclaration().Match(text).Groups[1].Value;
            foreach (Match type in TypeDeclaration().Matches(text))
                types[type.Groups[1].Value] = @namespace;
            foreach (Match method in ExtensionDeclaration().Matches(text))
                extensions.Add((method.Groups[2].Value, method.Groups[1].Value, @namespace));
        }

        // A type of the contract may have the name of one that generated code never names.
        Types = types.Where(type => ReservedNames.IsType(type.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        Attributes = types.Where(type => type.Key.EndsWith(Attribute, StringComparison.Ordinal))
            .ToFrozenDictionary(type => type.Key[..^Attribute.Length], type => type.Value, StringComparer.Ordinal);
        // What extends a type of the runtime is called where that type is named.
        Extensions = extensions.Where(method => !types.ContainsKey(method.Receiver))
            .DistinctBy(method => method.Name)
            .ToFrozenDictionary(method => method.Name, method => method.Namespace, StringComparer.Ordinal);
    }

    /// <summary>The namespace of each type.</summary>
    public static FrozenDictionary<string, string> Types { get; }

    /// <summary>The namespace of each attribute, by its short name.</summary>
    public static FrozenDictionary<string, string> Attributes { get; }

    /// <summary>The namespace of each extension method of a type of the frameworks.</summary>
    public static FrozenDictionary<string, string> Extensions { get; }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"^(?:public|internal) (?:[a-z]+ )*(?:class|struct|record|interface|enum) ([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^    (?:public|internal) static [^\n(]*? (\w+)(?:<[^\n(]*>)?\(this (\w+)", RegexOptions.Multiline)]
    private static partial Regex ExtensionDeclaration();
}
