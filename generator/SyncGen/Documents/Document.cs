using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>One file that was read: a contract, or something a contract refers to.</summary>
/// <param name="File">Its path and text. The same real file reached by two paths is one document.</param>
/// <param name="Root">The value at pointer "".</param>
internal sealed record Document(SourceFile File, Node Root);
