using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>Stage 1: reads the contracts and every file they reach.</summary>
internal static class DocumentLoader
{
    /// <summary>Reads the contracts and, by worklist, every file a reference names.</summary>
    /// <param name="contracts">Full paths of the contracts, in the user's order.</param>
    /// <param name="root">Full path of the folder that no reference may leave.</param>
    /// <param name="diagnostics">Receives every SG1xxx report.</param>
    /// <returns>Null when a contract itself cannot be read.</returns>
    public static DocumentSet? Load(ImmutableArray<string> contracts, string root, DiagnosticBag diagnostics) =>
        throw new NotImplementedException();
}
