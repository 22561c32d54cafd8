using System.Collections.Immutable;
using System.Text;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Tests;

/// <summary>Contracts in a folder of their own, for what a case folder cannot hold: odd bytes, links, sizes.</summary>
internal sealed class ContractScratch : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The codes and places of what was reported, in order of place.</summary>
    public IEnumerable<string> Reports => Diagnostics.ToImmutable()
        .OrderBy(diagnostic => diagnostic.Span?.Line).ThenBy(diagnostic => diagnostic.Span?.Column)
        .Select(diagnostic => $"{diagnostic.Rule.Code} {diagnostic.Span}");

    public string At(string path) => _folder.At(path);

    public ContractScratch With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public ContractScratch With(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    public DocumentSet? Load(params ImmutableArray<string> contracts) => LoadBelow("", contracts);

    public DocumentSet? LoadBelow(string root, params ImmutableArray<string> contracts) =>
        DocumentLoader.Load([.. contracts.Select(At)], At(root), Diagnostics);

    /// <summary>A contract that has nothing wrong.</summary>
    public Document LoadOne(string path, string text)
    {
        var documents = With(path, text).Load(path);
        Assert.Empty(Reports);
        return documents!.Entries.Single();
    }

    /// <summary>Where each reference leads, as <c>line:column -> file#pointer</c> of its holder, in order of place.</summary>
    public IEnumerable<string> Links(params ImmutableArray<string> contracts)
    {
        var documents = Load(contracts);
        Assert.NotNull(documents);
        return Linker.Link(documents, Diagnostics).Targets
            .OrderBy(target => target.Key.Span.File.Path, StringComparer.Ordinal).ThenBy(target => target.Key.Span.Line).ThenBy(target => target.Key.Span.Column)
            .Select(target => $"{target.Key.Span} -> {target.Value.Document.File.Path}#{target.Value.Pointer}");
    }

    public void Dispose() => _folder.Dispose();
}
