namespace SyncGen.Rendering;

/// <summary>What templates/FileHeader.scriban sees, which begins every file.</summary>
/// <param name="Usings">The namespaces that the file needs, sorted, System first.</param>
internal sealed record FileHeader(ImmutableArray<string> Usings);
