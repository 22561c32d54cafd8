namespace SyncGen.Diagnostics;

/// <summary>A file that diagnostics point into, with the text that a source excerpt is cut from.</summary>
/// <param name="path">The path relative to the folder of the first contract, with '/' on every machine: the file's identity.</param>
/// <param name="fullPath">The real path on this machine, links resolved. Never printed into generated code.</param>
/// <param name="text">The decoded text, or an empty string where the bytes are not text.</param>
internal sealed class SourceFile(string path, string fullPath, string text)
{
    public string Path { get; } = path;

    public string FullPath { get; } = fullPath;

    public string Text { get; } = text;

    public override string ToString() => Path;
}
