using SyncGen.Cli;
using SyncGen.Diagnostics;

namespace SyncGen.ForeignServers;

/// <summary>What the generator makes of a contract.</summary>
/// <param name="Name">The contract's path below the folder of all, without extension.</param>
/// <param name="File">Its full path.</param>
/// <param name="Namespace">The namespace of its code.</param>
/// <param name="Files">Its code without the runtime; empty where the contract is refused.</param>
/// <param name="Index">What `inspect` tells.</param>
/// <param name="Told">The diagnostics.</param>
internal sealed record GeneratedContract(string Name, string File, string Namespace, ImmutableArray<(string Path, string Text)> Files, string Index, ImmutableArray<string> Told)
{
    public const EmitKinds Emit = EmitKinds.Models | EmitKinds.Client | EmitKinds.Server | EmitKinds.Endpoints;

    /// <summary>The folder that a contract's spec is: <c>payload/multipart</c>.</summary>
    public string Spec => System.IO.Path.GetDirectoryName(Name)!.Replace('\\', '/');

    public static GeneratedContract Generate(string name, string file)
    {
        var diagnostics = new DiagnosticBag();
        var options = OptionsFor(file, "N" + string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_')));
        var files = Pipeline.Generate(options, diagnostics);
        var index = files is null ? "" : InspectCommand.ToJson(Pipeline.Describe(options, new DiagnosticBag())!.CSharp.Index);
        return new GeneratedContract(
            name,
            file,
            options.Namespace,
            [.. (files ?? []).Select(generated => ($"{options.Namespace}/{generated.Path}", generated.Text))],
            index,
            [.. diagnostics.ToImmutable().Select(diagnostic => DiagnosticFormatter.Format(diagnostic, source => System.IO.Path.GetFileName(source.Path)))]);
    }

    public static Options OptionsFor(string file, string targetNamespace)
    {
        var folder = System.IO.Path.GetDirectoryName(file)!;
        return new Options([file], folder, folder, targetNamespace, null, Emit, [], CodeStyle.Default, ImmutableDictionary<string, SourceFile>.Empty, DiagnosticSettings.Default, false)
        {
            Runtime = new SharedRuntime(folder, GeneratedCode.RuntimeNamespace),
        };
    }
}
