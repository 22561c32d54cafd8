using System.Collections.Frozen;

namespace SyncGen.Rendering;

/// <summary>The namespace of each name that generated files may use without declaring it.</summary>
/// <param name="Types">Of types.</param>
/// <param name="Attributes">Of attributes, by their short names.</param>
/// <param name="Extensions">Of extension methods.</param>
internal sealed record NamespaceTable(
    FrozenDictionary<string, string> Types, FrozenDictionary<string, string> Attributes, FrozenDictionary<string, string> Extensions);
