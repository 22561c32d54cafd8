using System.Collections.Frozen;

namespace SyncGen.Projection;

/// <summary>Words that C# reads as its own where a name of a local, a parameter or a type could stand.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short",
        "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked",
        "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        // Contextual words that some place where a name can stand gives a meaning to.
        "await", "dynamic", "field", "file", "nameof", "record", "required", "scoped", "var", "when", "where", "with", "yield", "_");

    public static bool Contains(string name) => Words.Contains(name);
}
