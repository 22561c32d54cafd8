using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncGen.Tests.Hostile;

/// <summary>What no contract can bring into generated files, whatever its texts say.</summary>
internal static partial class OutputCheck
{
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp13)
        .WithDocumentationMode(DocumentationMode.Diagnose)
        .WithPreprocessorSymbols("NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER");

    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the names and texts of files.</summary>
    public static IEnumerable<string> ProblemsOf(IReadOnlyList<(string Path, string Text)> files)
    {
        foreach (var twice in files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return $"{twice.Key}: two files differ in letter case alone";
        foreach (var (path, text) in files)
        {
            var parts = path.Split('/');
            if (!FileName().IsMatch(parts[^1]) || parts.Any(part => part is ".." or "." or "" || Reserved.Contains(part.Split('.')[0])))
                yield return $"{path}: is no safe file name";
            if (Hidden().Match(text) is { Success: true } hidden)
                yield return $"{path}: has the character U+{(int)hidden.Value[0]:X4}";
            foreach (var problem in ProblemsOf(path, CSharpSyntaxTree.ParseText(text, Parsing)))
                yield return $"{path}: {problem}";
        }
    }

    private static IEnumerable<string> ProblemsOf(string path, SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        foreach (var diagnostic in tree.GetDiagnostics())
            yield return diagnostic.ToString();
        // Runtime files do not depend on the contract, but for the namespace.
        var isRuntime = path.StartsWith("Runtime/", StringComparison.Ordinal);
        foreach (var directive in root.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString().Trim()))
        {
            if (!isRuntime && directive is not "#nullable enable annotations" && !Pragma().IsMatch(directive))
                yield return $"has the directive {directive}";
        }

        if (!root.AttributeLists.Any())
        {
            if (root.Members is not [FileScopedNamespaceDeclarationSyntax { Members: { Count: > 0 } types }] || types.Any(type => type is not BaseTypeDeclarationSyntax))
                yield return "declares something else than types in one namespace";
            else if (!isRuntime && !types.OfType<BaseTypeDeclarationSyntax>().Any(type => IsCalled(type, System.IO.Path.GetFileName(path))))
                yield return "declares no type that is called as the file";
        }
        else
        {
            yield return "has attributes of the assembly";
        }

        foreach (var token in root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Any(character => !SyntaxFacts.IsIdentifierPartCharacter(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format)))
            yield return $"has the identifier {token.ValueText}";
    }

    private static bool IsCalled(BaseTypeDeclarationSyntax type, string file) =>
        // Names beyond ASCII or 120 characters become other file names.
        !type.Identifier.ValueText.All(char.IsAscii) || type.Identifier.ValueText.Length > 100 || file.StartsWith(type.Identifier.ValueText, StringComparison.Ordinal);

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,120}\.g\.cs\z")]
    private static partial Regex FileName();

    /// <summary>Control characters, marks of direction, characters without width, and line ends that editors do not agree about.</summary>
    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\A#pragma warning disable CS0618( // [A-Za-z ,]+\.)?\z")]
    private static partial Regex Pragma();
}
