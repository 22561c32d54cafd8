namespace SyncGen.Rendering;

/// <summary>A file as it shall stand on disk.</summary>
/// <param name="Path">Below the output folder, with '/'.</param>
/// <param name="Text">With LF line ends.</param>
internal sealed record GeneratedFile(string Path, string Text);
