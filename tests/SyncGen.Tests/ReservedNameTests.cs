using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Projection;
using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>A type of the contract must not hide one that generated code names: each such name is reserved.</summary>
public sealed class ReservedNameTests
{
    [Fact]
    public void Types_that_generated_code_names_are_reserved()
    {
        var used = Case.All
            .Where(@case => @case.HasExpectedFiles)
            .AsParallel()
            .SelectMany(@case => NamesOf(Case.Run(@case.Folder)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(used);
        var free = used.Where(name => !ReservedNames.IsType(name)).ToArray();
        Assert.True(free.Length == 0, "Not reserved: " + string.Join(", ", free));
    }

    /// <summary>
    /// The simple names in source that mean a type of the framework, or of a runtime file in the API's own namespace. C# finds an attribute also where
    /// its short name means a type that is none, so that its long name is enough.
    /// </summary>
    private static IEnumerable<string> NamesOf(Outcome outcome)
    {
        var compilation = OutputCompiler.Compile(outcome.Files.Select(file => (file.Path, file.Text)), usesAspNetCore: true);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.IsVar || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name))
                    continue;
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : null);
                if (type is not null && (type.Locations[0].IsInMetadata || tree.FilePath.StartsWith("Runtime/", StringComparison.Ordinal)) && type.ContainingType is null)
                    yield return name.Parent is AttributeSyntax && ReservedNames.IsType(type.Name) ? type.Name : name.Identifier.ValueText;
            }
        }
    }
}
