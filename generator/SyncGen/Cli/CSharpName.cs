using SyncGen.Projection;

namespace SyncGen.Cli;

/// <summary>Judges the C# names that the user gives.</summary>
internal static class CSharpName
{
    public const string Rule = "letters, digits and underscores, no leading digit, no keyword";

    public static bool IsNamespace(string name) => name.Split('.').All(IsIdentifier);

    public static bool IsIdentifier(string name) =>
        name.Length is > 0 and <= Identifier.MaximumLength
        && (Identifier.IsStart(name[0]) || name[0] == '_')
        && name.All(character => Identifier.IsPart(character) || character == '_')
        && !Keywords.Contains(name);
}
