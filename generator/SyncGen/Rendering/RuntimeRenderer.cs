using System.Text.RegularExpressions;
using SyncGen.Diagnostics;
using SyncGen.Projection;

namespace SyncGen.Rendering;

/// <summary>Writes runtime files as they stand in an output.</summary>
internal static partial class RuntimeRenderer
{
    private const string Prefix = "runtime/";

    /// <summary>Some of the files.</summary>
    /// <param name="files">Their names below templates/runtime/.</param>
    /// <param name="folder">Where they go, with its '/'.</param>
    public static IEnumerable<GeneratedFile> Render(IEnumerable<string> files, string folder, string @namespace, bool isInternal, TemplateSet templates) =>
        files.Select(file => new GeneratedFile(folder + NameOf(file), Visibility.Of(TextOf(file, @namespace, templates), isInternal)));

    /// <summary>Every file that code of these kinds may need, and the others of a kind of which some are there already: they belong to other code.</summary>
    /// <remarks>The code may stand in other assemblies, so what it needs of the runtime is public there, out of sight of users.</remarks>
    /// <param name="present">The files that are there already.</param>
    public static ImmutableArray<GeneratedFile> RenderAll(EmitKinds emit, string @namespace, bool isInternal, IEnumerable<string> present, TemplateSet templates)
    {
        var names = present.ToHashSet(StringComparer.Ordinal);
        foreach (var file in Files().Where(file => names.Contains(NameOf(file))))
            emit |= KindOf(file);
        return
        [
            .. Render(FilesOf(emit), "", @namespace, isInternal: false, templates)
                .Select(file => file with { Text = Visibility.Of(Published(file.Text), isInternal) })
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every file as the NuGet packages have it, below a folder for each package.</summary>
    public static ImmutableArray<GeneratedFile> RenderPackages(TemplateSet templates) =>
    [
        .. Files()
            .GroupBy(PackageOf, StringComparer.Ordinal)
            .SelectMany(package => Render(package, $"{package.Key}/", RuntimeNames.Namespace, isInternal: false, templates))
            .Select(file => file with { Text = Published(file.Text) })
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>Reports the user's own runtime files where the runtime comes from packages.</summary>
    public static void RefuseOverrides(ImmutableDictionary<string, SourceFile> overrides, DiagnosticBag diagnostics)
    {
        foreach (var (name, file) in overrides.OrderBy(template => template.Key, StringComparer.Ordinal))
        {
            // A whole export of the templates replaces nothing.
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && TemplateSet.Embedded.TryGetValue(name, out var text) && file.Text != text)
                diagnostics.Report(RenderingRules.PackagedRuntimeFile, new SourceSpan(file, 1, 1), name);
        }
    }

    /// <summary>The files that code of these kinds may need, by their names below templates/runtime/.</summary>
    public static IEnumerable<string> FilesOf(EmitKinds emit)
    {
        if ((emit & EmitKinds.AnyServer) != 0)
            emit |= EmitKinds.Server;
        if (emit.HasFlag(EmitKinds.WebhookSenders))
            emit |= EmitKinds.Client;
        return Files().Where(file => emit.HasFlag(KindOf(file)));
    }

    private static IEnumerable<string> Files() =>
        TemplateSet.Embedded.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);

    /// <summary>The kind of code that a file is for alone. All that serves shares its files; what is for several kinds is for all.</summary>
    private static EmitKinds KindOf(string file) => file switch
    {
        // These need a package each.
        "client/ClientConfiguration.cs" => EmitKinds.DependencyInjection,
        "server/OpenApiContract.cs" => EmitKinds.OpenApi,
        _ when file.StartsWith("client/", StringComparison.Ordinal) => EmitKinds.Client,
        _ when file.StartsWith("server/", StringComparison.Ordinal) => EmitKinds.Server,
        _ => EmitKinds.None,
    };

    private static string PackageOf(string file) => KindOf(file) switch
    {
        EmitKinds.Server => RuntimePackages.Server,
        EmitKinds.DependencyInjection => RuntimePackages.DependencyInjection,
        EmitKinds.OpenApi => RuntimePackages.OpenApi,
        _ => RuntimePackages.Core,
    };

    private static string NameOf(string file) => $"{Path.GetFileNameWithoutExtension(file)}.g.cs";

    /// <summary>The file for code in other assemblies: what that needs is public.</summary>
    private static string Published(string text) =>
        Plumbing().Replace(text, match => match.Groups[1].Value + (match.Groups[2].Value == "internal" ? "public" : "protected"));

    /// <summary>
    /// A runtime file is C# in the namespace SyncGen.Runtime; the copy stands in a namespace of the user's. Its using directives stand inside the namespace, where they come before
    /// the types of the contract, and must not be read as names in it.
    /// </summary>
    private static string TextOf(string file, string @namespace, TemplateSet templates)
    {
        var text = templates.TextOf(Prefix + file) ?? throw new InvalidOperationException($"There is no runtime file '{file}'.");
        return $"// <auto-generated/>\n#nullable enable\n\n{UsingDirective().Replace(RuntimeNamespace().Replace(text, @namespace), "using global::")}";
    }

    [GeneratedRegex(@"^( *\[EditorBrowsable\(EditorBrowsableState\.Never\)\]\n *)(internal|private protected)", RegexOptions.Multiline)]
    private static partial Regex Plumbing();

    [GeneratedRegex(@"\bSyncGen\.Runtime\b")]
    private static partial Regex RuntimeNamespace();

    [GeneratedRegex(@"^using (?=[A-Z])", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();
}
