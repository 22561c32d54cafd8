namespace SyncGen.Diagnostics;

/// <summary>A place in a file. Line and column count from 1; columns and length are UTF-16 units, after any byte order mark.</summary>
internal readonly record struct SourceSpan(SourceFile File, int Line, int Column, int Length = 1)
{
    public override string ToString() => $"{File.Path}({Line},{Column})";
}
