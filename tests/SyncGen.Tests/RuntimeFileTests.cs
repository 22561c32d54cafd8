using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Diagnostics;
using SyncGen.Projection;
using SyncGen.Rendering;
using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>The output carries a runtime file exactly when something in the output needs it.</summary>
public sealed class RuntimeFileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "templates", "runtime");

    private static readonly ImmutableSortedDictionary<string, string> Texts = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    [Fact]
    public void Needs_are_what_the_files_name()
    {
        var homes = Texts.SelectMany(file => TypesOf(file.Value).Select(type => (Type: type, File: file.Key))).ToLookup(home => home.Type, home => home.File);
        var problems = new List<string>();
        foreach (var (file, text) in Texts)
        {
            var named = IdentifiersOf(text).SelectMany(name => homes[name]).Where(home => home != file).ToHashSet(StringComparer.Ordinal);
            var carried = RuntimeFiles.Closure([file]);
            problems.AddRange(named.Except(carried).Select(missing => $"{file} needs {missing}"));
            problems.AddRange(RuntimeFiles.Needs.GetValueOrDefault(file, []).Except(named).Select(needless => $"{file} does not need {needless}"));
        }

        problems.AddRange(RuntimeFiles.Needs.Keys.Except(Texts.Keys).Select(gone => $"{gone} is no file"));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task All_files_compile_and_please_the_analyzers()
    {
        var compilation = OutputCompiler.Compile([.. FilesOf("My.Api.Runtime"), ("Assembly.cs", "[assembly: System.Reflection.AssemblyVersion(\"1.0\")]")], usesAspNetCore: true);
        Assert.Empty(OutputCompiler.Emit(compilation).Problems);
        Assert.Empty(await StrictAnalyzers.Run(compilation, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Types_of_a_contract_may_be_called_as_what_runtime_files_name()
    {
        var compilation = OutputCompiler.Compile(FilesOf("My.Api.Runtime"), usesAspNetCore: true);
        var names = compilation.SyntaxTrees.SelectMany(tree => FrameworkTypesOf(tree, compilation.GetSemanticModel(tree))).Concat(["System", "Microsoft", "My"]).Distinct(StringComparer.Ordinal).ToArray();
        Assert.Contains("ActionModel", names);
        var types = "namespace My.Api;\n" + string.Concat(names.Select(name => $"internal sealed class {name};\n"));
        Assert.Empty(OutputCompiler.Emit(OutputCompiler.Compile([.. FilesOf("My.Api.Runtime"), ("Contract.cs", types)], usesAspNetCore: true)).Problems);
    }

    private static IEnumerable<(string Path, string Text)> FilesOf(string @namespace) =>
        TemplateRenderer.RenderRuntime([.. Texts.Keys], @namespace, new TemplateSet(ImmutableDictionary<string, SourceFile>.Empty)).Select(file => (file.Path, file.Text));

    private static IEnumerable<string> FrameworkTypesOf(SyntaxTree tree, SemanticModel model) => tree.GetRoot(TestContext.Current.CancellationToken)
        .DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Where(name => !name.IsVar && model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol is INamedTypeSymbol { ContainingType: null } type && type.Locations[0].IsInMetadata)
        .Select(name => name.Identifier.ValueText);

    private static IEnumerable<string> TypesOf(string text) => CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
        .GetRoot(TestContext.Current.CancellationToken)
        .DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Where(type => type.Parent is BaseNamespaceDeclarationSyntax)
        .Select(type => type.Identifier.Text)
        .Distinct();

    private static IEnumerable<string> IdentifiersOf(string text) => CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
        .GetRoot(TestContext.Current.CancellationToken)
        .DescendantNodes(descendIntoTrivia: true)
        .OfType<SimpleNameSyntax>()
        // What stands behind a dot is a member.
        .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
        // What is qualified is a type of .NET.
        .Where(name => name.Parent is not QualifiedNameSyntax qualified || qualified.Right != name)
        .Select(name => name.Identifier.Text)
        .Distinct();
}
