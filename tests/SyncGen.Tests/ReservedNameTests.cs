using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Projection;
using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>A type of the contract must not hide one that generated code names beside it, nor be called as what users see of the runtime: each such name is reserved.</summary>
public sealed class ReservedNameTests
{
    private static readonly Lazy<ImmutableSortedSet<string>> Named = new(() => Case.All
        .Where(@case => @case.HasExpectedFiles)
        .AsParallel()
        .SelectMany(@case => NamesOf(Case.Run(@case.Folder)))
        .ToImmutableSortedSet(StringComparer.Ordinal));

    [Fact]
    public void Types_that_generated_code_names_are_reserved()
    {
        Assert.NotEmpty(Named.Value);
        var free = Named.Value.Where(name => !ReservedNames.IsType(name)).ToArray();
        Assert.True(free.Length == 0, "Not reserved: " + string.Join(", ", free));
    }

    [Fact]
    public void Public_types_of_the_runtime_are_reserved_and_others_only_when_generated_code_names_them()
    {
        var wrong = Directory.EnumerateFiles(Path.Combine(Repository.Root, "templates", "runtime"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).ChildNodes())
            .OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(space => space.Members.OfType<BaseTypeDeclarationSyntax>())
            .Where(type => ReservedNames.IsType(type.Identifier.Text) != (type.Modifiers.Any(SyntaxKind.PublicKeyword) || Named.Value.Contains(type.Identifier.Text)))
            .Select(type => type.Identifier.Text)
            .Order(StringComparer.Ordinal);
        Assert.Equal("", string.Join(", ", wrong));
    }

    /// <summary>
    /// The simple names in source, documentation included, that mean a type of the framework or of the runtime. C# finds an attribute also where
    /// its short name means a type that is none, so that its long name is enough. Runtime files do not see the contract's types.
    /// </summary>
    private static IEnumerable<string> NamesOf(Outcome outcome)
    {
        var compilation = OutputCompiler.Compile(outcome.Files.Select(file => (file.Path, file.Text)), usesAspNetCore: true);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => !IsRuntime(tree)))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
            {
                if (name.IsVar || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name))
                    continue;
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : null);
                if (type is not null && (type.Locations[0].SourceTree is not { } home || IsRuntime(home)) && type.ContainingType is null)
                    yield return name.Parent is AttributeSyntax && ReservedNames.IsType(type.Name) ? type.Name : name.Identifier.ValueText;
            }
        }
    }

    private static bool IsRuntime(SyntaxTree tree) => tree.FilePath.StartsWith("Runtime/", StringComparison.Ordinal);
}
