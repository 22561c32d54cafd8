using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Cli;

/// <summary>Reads the setting <c>types</c> of the configuration file.</summary>
internal static class ConfigTypes
{
    private const string Keys = "format: with the name of a format behind it, or schema: with file#pointer";

    private const string Value = "an object with type and codec";

    public static ImmutableDictionary<string, UserType> Read(Member member, ConfigValues values, DiagnosticBag diagnostics)
    {
        var types = ImmutableDictionary.CreateBuilder<string, UserType>(StringComparer.Ordinal);
        foreach (var entry in values.Entries(member))
        {
            if (!IsKey(entry.Name))
                diagnostics.Report(CliRules.WrongValue, entry.NameSpan, entry.Name, Keys);
            else if (entry.Value is not MappingNode mapping)
                diagnostics.Report(CliRules.WrongValue, entry.Value.Span, entry.Name, Value);
            else if (Read(entry, mapping, values, diagnostics) is { } type)
                types[entry.Name] = type;
        }

        return types.ToImmutable();
    }

    private static bool IsKey(string name) =>
        (name.StartsWith("format:", StringComparison.Ordinal) && name.Length > "format:".Length) || (name.StartsWith("schema:", StringComparison.Ordinal) && name.Contains('#', StringComparison.Ordinal));

    private static UserType? Read(Member entry, MappingNode mapping, ConfigValues values, DiagnosticBag diagnostics)
    {
        string? type = null;
        string? codec = null;
        var isClass = false;
        foreach (var setting in mapping.Members)
        {
            if (setting.Name == "type")
                type = values.Name(setting, CSharpName.IsNamespace);
            else if (setting.Name == "codec")
                codec = values.Name(setting, CSharpName.IsNamespace);
            else if (setting.Name == "kind")
                isClass = values.Choice(setting, ("struct", false), ("class", true)) ?? false;
            else
                diagnostics.Report(CliRules.UnknownMember, setting.NameSpan, setting.Name, "type, codec, kind");
        }

        if (mapping.GetMember("type") is null || mapping.GetMember("codec") is null)
            diagnostics.Report(CliRules.WrongValue, mapping.Span, entry.Name, Value);
        return type is null || codec is null ? null : new UserType(type, codec, isClass, entry.NameSpan);
    }
}
