using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>An entry of the setting <c>models</c>: where the types of a file's schemas come from.</summary>
/// <param name="File">Full path of the file.</param>
/// <param name="Namespace">The namespace of the target that makes them.</param>
/// <param name="Span">Where the entry stands.</param>
internal sealed record ModelSource(string File, string Namespace, SourceSpan Span);
