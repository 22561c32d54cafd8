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
    public static DocumentSet? Load(ImmutableArray<string> contracts, string root, DiagnosticBag diagnostics)
    {
        var folder = ContractFolder.At(root);
        var found = contracts.Select(contract => RealPathOf(contract, root, folder, diagnostics)).ToList();
        if (found.Count == 0 || found.Contains(null))
            return null;
        var paths = found.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var reader = new DocumentReader(Path.GetDirectoryName(paths[0])!, diagnostics);
        var entries = paths.Select(path => ReadContract(path, reader, diagnostics)).OfType<Document>().ToImmutableArray();
        if (entries.Length < paths.Count)
            return null;
        var references = new ReferenceFiles(entries, folder, reader, diagnostics).Collect();
        return new DocumentSet(
            entries,
            reader.Documents.ToImmutableSortedDictionary(document => document.File.Path, document => document, StringComparer.Ordinal),
            references);
    }

    private static string? RealPathOf(string contract, string root, ContractFolder folder, DiagnosticBag diagnostics)
    {
        var path = RealPath.Of(contract);
        if (path is null || Directory.Exists(path))
        {
            diagnostics.Report(DocumentRules.ContractUnreadable, null, Shown(contract, root), path is null ? "it does not exist" : "it is a folder");
            return null;
        }

        if (folder.Contains(path))
            return path;
        diagnostics.Report(DocumentRules.ContractOutsideRoot, null, Shown(contract, root));
        return null;
    }

    /// <summary>The path below the root folder, which says the same on every machine.</summary>
    private static string Shown(string contract, string root) => Path.GetRelativePath(root, contract).Replace(Path.DirectorySeparatorChar, '/');

    private static Document? ReadContract(string path, DocumentReader reader, DiagnosticBag diagnostics)
    {
        var document = reader.Read(path, reason => diagnostics.Report(DocumentRules.ContractUnreadable, null, Path.GetFileName(path), reason));
        if (document is null or { Root: MappingNode })
            return document;
        diagnostics.Report(DocumentRules.RootIsNoMapping, document.Root.Span, document.Root is SequenceNode ? "a list" : "a single value");
        return null;
    }
}
