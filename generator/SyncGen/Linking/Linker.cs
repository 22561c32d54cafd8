using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>Stage 2: finds the target of every reference. No I/O, nothing is inlined.</summary>
internal static class Linker
{
    public static Contract Link(DocumentSet documents, DiagnosticBag diagnostics) => throw new NotImplementedException();
}
