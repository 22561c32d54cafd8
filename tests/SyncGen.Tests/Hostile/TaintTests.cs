using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Bundling;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Rendering;

namespace SyncGen.Tests.Hostile;

/// <summary>
/// A contract with a payload in every free text becomes the same code as its harmless twin, token by token, but for comments and for literals,
/// which hold the payloads exactly.
/// </summary>
public sealed class TaintTests
{
    private static readonly string[] Payloads =
    [
        "*/ } public class Pwned { } /*",
        "</summary></remarks><Pwned attribute=\"&x;\">",
        "]]> <!-- ]]> --> <![CDATA[",
        "\r\n#error Pwned\r\n#line 1\npublic class Pwned;",
        "\u2028public class Pwned;\u2029\u0085public class Pwned;\v\f",
        "\"; throw new System.Exception(); //",
        "\"\"\" {{ 1 + 1 }} {% raw %} ${Pwned} {Pwned} {{{Pwned}}}",
        "\\\" + Pwned + \\u0022; \\",
        "\u202Ereversed\u202C \u200B\uFEFF \u0000\u0001",
        "' + Pwned + '\n::error::Pwned\n##vso[task.setvariable]Pwned",
    ];

    private static readonly string[] FreeTexts = ["description", "summary", "termsOfService", "example", "examples", "x-example", "x-note", "externalDocs", "contact", "license"];

    public static TheoryData<string> Cases =>
    [
        .. Case.All
            .Where(@case => !@case.Name.StartsWith("errors/", StringComparison.Ordinal) && !@case.Name.StartsWith("bundling/", StringComparison.Ordinal))
            .Where(@case => Directory.GetFiles(@case.Folder, "contract*").Length == 1)
            .Select(@case => @case.Name),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Free_text_becomes_comments_and_literals_alone(string name)
    {
        using var folder = new ScratchFolder();
        var harmless = Generate(folder, name, "harmless", number => $"harmless{number}end");
        var tainted = Generate(folder, name, "tainted", number => Payloads[number % Payloads.Length]);

        AssertSame(harmless, tainted);
    }

    [Fact]
    public void Matrix_becomes_the_same_code()
    {
        var contract = Repository.At("..", "shared", "corpus", "matrix");
        Assert.SkipUnless(Directory.Exists(contract), "The Matrix contracts lie beside the project in ../shared/corpus/matrix, which is not there.");
        using var folder = new ScratchFolder();
        folder.CopyFrom(contract, "matrix");
        (string Path, JsonNode Root)[] files = [.. Directory.EnumerateFiles(folder.At("matrix"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, JsonOf(path)))];
        var entries = files.Where(file => file.Root is JsonObject root && (root.ContainsKey("swagger") || root.ContainsKey("openapi"))).Where((_, index) => index % 40 == 0).Select(file => file.Path).ToArray();
        Assert.NotEmpty(entries);
        ImmutableArray<GeneratedFile>[] Run(Func<int, string> text)
        {
            var count = 0;
            foreach (var (path, root) in files)
            {
                var copy = root.DeepClone();
                Taint(copy, isFree: false, () => text(count++));
                File.WriteAllText(path, copy.ToJsonString());
            }

            return [.. entries.Select(entry => Generate(entry, folder.At("matrix")))];
        }

        var harmless = Run(number => $"harmless{number}end");
        var tainted = Run(number => Payloads[number % Payloads.Length]);
        for (var index = 0; index < entries.Length; index++)
            AssertSame(harmless[index], tainted[index]);
    }

    private static void AssertSame(ImmutableArray<GeneratedFile> harmless, ImmutableArray<GeneratedFile> tainted)
    {
        Assert.Equal(harmless.Select(file => file.Path), tainted.Select(file => file.Path));
        Assert.Empty(OutputCheck.ProblemsOf([.. tainted.Select(file => (file.Path, file.Text)).Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))]));
        foreach (var (first, second) in harmless.Zip(tainted).Where(pair => pair.First.Text != pair.Second.Text))
        {
            var (left, right) = (TokensOf(first), TokensOf(second));
            Assert.Equal(left.Select(token => token.IsText ? "text" : token.Text), right.Select(token => token.IsText ? "text" : token.Text));
            foreach (var (token, other) in left.Zip(right).Where(pair => pair.First.Text != pair.Second.Text))
                // Descriptions stand without the white space around them.
                Assert.Equal(TextsIn(token.Text).Select(text => WithPayloads(text).Trim()), TextsIn(other.Text).Select(text => text.Trim()));
        }
    }

    /// <summary>The text itself, or the texts of a contract that a server serves, as JSON or as YAML.</summary>
    private static IEnumerable<string> TextsIn(string literal)
    {
        if (!literal.StartsWith("{\n", StringComparison.Ordinal) && !literal.StartsWith("openapi: ", StringComparison.Ordinal))
            return [literal];
        var diagnostics = new DiagnosticBag();
        var node = YamlNodeReader.Read(SourceText.Decode("contract", "contract", System.Text.Encoding.UTF8.GetBytes(literal), diagnostics)!, new NodeBudget(), diagnostics);
        Assert.Empty(diagnostics.ToImmutable());
        return TextsIn(node!);
    }

    private static IEnumerable<string> TextsIn(Node node) => node switch
    {
        MappingNode mapping => mapping.Members.SelectMany(member => TextsIn(member.Value).Prepend(member.Name)),
        SequenceNode sequence => sequence.Items.SelectMany(TextsIn),
        _ => [((ScalarNode)node).Text],
    };

    private static string WithPayloads(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, "harmless([0-9]+)end", match => Payloads[int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) % Payloads.Length]);

    private static (bool IsText, string Text)[] TokensOf(GeneratedFile file) =>
    [
        .. CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens().Select(token =>
            (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken, token.ValueText)),
    ];

    private static ImmutableArray<GeneratedFile> Generate(ScratchFolder scratch, string name, string variant, Func<int, string> text)
    {
        scratch.CopyFrom(new Case(name).Folder, variant);
        var contract = Directory.GetFiles(scratch.At(variant), "contract*").Single();
        var root = JsonOf(contract);
        var count = 0;
        Taint(root, isFree: false, () => text(count++));
        File.WriteAllText(contract, root.ToJsonString());
        // The names of the variants' folders stand nowhere.
        return Case.Run(scratch.At(variant)).Files;
    }

    private static ImmutableArray<GeneratedFile> Generate(string contract, string root)
    {
        var options = new Options(
            [contract], root, System.IO.Path.Combine(root, "output"), "Example", null, EmitKinds.Models | EmitKinds.Client | EmitKinds.Server | EmitKinds.Endpoints, [], CodeStyle.Default,
            ImmutableDictionary<string, SourceFile>.Empty, DiagnosticSettings.Default, IsForced: false);
        var diagnostics = new DiagnosticBag();
        var files = Pipeline.Generate(options, diagnostics);
        Assert.True(files is not null, string.Join('\n', diagnostics.ToImmutable().Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Message)));
        return files.Value;
    }

    private static JsonNode JsonOf(string path)
    {
        var diagnostics = new DiagnosticBag();
        var source = SourceText.Decode("contract", path, File.ReadAllBytes(path), diagnostics)!;
        var node = path.EndsWith(".json", StringComparison.Ordinal) ? JsonNodeReader.Read(source, new NodeBudget(), diagnostics) : YamlNodeReader.Read(source, new NodeBudget(), diagnostics);
        return JsonNode.Parse(JsonNodeWriter.Write(node!), documentOptions: new System.Text.Json.JsonDocumentOptions { MaxDepth = 200 })!;
    }

    /// <summary>Replaces the texts that are free: what stands below certain names, where these are keywords and not names of properties.</summary>
    private static void Taint(JsonNode? node, bool isFree, Func<string> next, bool areNames = false)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToArray())
                {
                    var isText = !areNames && (isFree || Array.IndexOf(FreeTexts, name) >= 0) && name is not ("$ref" or "url" or "value" or "externalValue" or "identifier");
                    if (isText && value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                        members[name] = next();
                    else
                        Taint(value, isText, next, name is "properties" or "definitions" or "schemas" or "patternProperties" or "$defs" or "paths" or "responses" or "parameters" or "headers" or "examples" && !areNames);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    if (isFree && items[index] is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                        items[index] = next();
                    else
                        Taint(items[index], isFree, next);
                }

                break;
        }
    }
}
