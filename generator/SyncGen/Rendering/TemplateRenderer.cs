using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;
using SyncGen.Diagnostics;
using SyncGen.Projection;

namespace SyncGen.Rendering;

/// <summary>Stage 5: lays the C# model out by templates. Knows Scriban, knows no kind of declaration.</summary>
internal static partial class TemplateRenderer
{
    /// <summary>More failing templates are not told: each may fail only after it took all that it may take.</summary>
    private const int MostFailures = 5;

    /// <summary>A file takes a block of the disk.</summary>
    private const int SmallestFile = 4096;

    private const long Mebibyte = 1024 * 1024;

    /// <summary>The files of the declarations and the runtime files, sorted by path.</summary>
    /// <param name="isInternal">Types are internal.</param>
    /// <param name="mostBytes">How much code there may be.</param>
    /// <param name="contract">Where the contract begins, for what concerns all of it.</param>
    public static ImmutableArray<GeneratedFile> Render(CSharpModel model, bool isInternal, ImmutableDictionary<string, SourceFile> overrides, long mostBytes, SourceSpan contract, DiagnosticBag diagnostics)
    {
        var size = 0L;
        var templates = new TemplateSet(overrides);
        var header = Parse(nameof(FileHeader), templates, diagnostics);
        var parsed = model.Declarations.Select(TemplateOf).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => Parse(name, templates, diagnostics), StringComparer.Ordinal);
        if (header is null || parsed.ContainsValue(null))
            return [];
        var files = ImmutableArray.CreateBuilder<GeneratedFile>();
        var usings = new UsingDirectives(model.Namespace, model.RuntimeNamespace, model.Aliases, model.JsonTypes);
        var obsolete = new ObsoleteTypes(model.ObsoleteTypes);
        var failures = 0;
        foreach (var file in model.Declarations.GroupBy(declaration => declaration.FileName, StringComparer.Ordinal))
        {
            if (TextOf(file) is { } text && Render(header, new FileHeader(usings.Of(text)), model.Namespace, templates, diagnostics) is { } head)
            {
                files.Add(new GeneratedFile(file.Key, Visibility.Of(head + obsolete.Tolerated(text), isInternal)));
                if ((size += Math.Max(text.Length, SmallestFile)) > mostBytes)
                {
                    diagnostics.Report(RenderingRules.TooMuchCode, contract, mostBytes / Mebibyte, file.Key);
                    break;
                }
            }
            else if (++failures == MostFailures)
                break;
        }

        files.AddRange(RuntimeRenderer.Render(model.RuntimeFiles, "Runtime/", model.RuntimeNamespace, isInternal, templates));
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files.DrainToImmutable();

        // A file's declarations stand in the namespace that the first one opens.
        string? TextOf(IEnumerable<Declaration> declarations)
        {
            var text = new StringBuilder();
            foreach (var declaration in declarations)
            {
                if (Render(parsed[TemplateOf(declaration)]!, declaration, model.Namespace, templates, diagnostics) is not { } part)
                    return null;
                text.Append(text.Length == 0 ? part : Namespace().Replace(part, "", 1));
            }

            return text.ToString();
        }
    }

    private static string TemplateOf(Declaration declaration) => declaration.GetType().Name;

    /// <summary>Lays declarations out by the built-in templates, each from its namespace on.</summary>
    public static Func<Declaration, string, string> BuiltIn(DiagnosticBag diagnostics)
    {
        var templates = new TemplateSet(ImmutableDictionary<string, SourceFile>.Empty);
        var parsed = new Dictionary<string, Template>(StringComparer.Ordinal);
        return (declaration, @namespace) =>
        {
            var name = TemplateOf(declaration);
            if (!parsed.TryGetValue(name, out var template))
                parsed.Add(name, template = Parse(name, templates, diagnostics)!);
            return Render(template, declaration, @namespace, templates, diagnostics)!;
        };
    }

    private static Template? Parse(string name, TemplateSet templates, DiagnosticBag diagnostics)
    {
        var text = templates.TextOf($"{name}.scriban") ?? throw new InvalidOperationException($"There is no template '{name}.scriban'.");
        var template = Template.Parse(text, $"{name}.scriban");
        if (!template.HasErrors)
            return template;
        Report(template.Messages, templates, diagnostics);
        return null;
    }

    private static void Report(IEnumerable<Scriban.Parsing.LogMessage> messages, TemplateSet templates, DiagnosticBag diagnostics)
    {
        foreach (var message in messages)
            diagnostics.Report(RenderingRules.TemplateSyntax, SpanOf(message.Span, templates), message.Message);
    }

    private static string? Render(Template template, object declaration, string @namespace, TemplateSet templates, DiagnosticBag diagnostics)
    {
        var globals = TemplateValue.Of(declaration);
        globals.SetValue("Namespace", @namespace, readOnly: true);
        // Of Scriban's functions a template may call one.
        var functions = new ScriptObject();
        functions.SetValue("include", new IncludeFunction(), readOnly: true);
        var context = templates.IsBuiltIn ? new TemplateContext(functions) { LoopLimit = 0, LimitToString = 0 } : new BoundedContext(functions);
        context.TemplateLoader = templates;
        context.StrictVariables = true;
        context.EnableRelaxedMemberAccess = false;
        context.EnableRelaxedTargetAccess = false;
        context.EnableRelaxedIndexerAccess = false;
        context.EnableRelaxedFunctionAccess = false;
        context.NewLine = "\n";
        context.MemberRenamer = member => member.Name;
        context.PushGlobal(globals);
        context.PushCulture(CultureInfo.InvariantCulture);
        try
        {
            return template.Render(context);
        }
        catch (ScriptParserRuntimeException exception)
        {
            // An included template cannot be parsed: its own places say more than that of the include.
            Report(exception.ParserMessages, templates, diagnostics);
            return null;
        }
        catch (ScriptRuntimeException exception)
        {
            diagnostics.Report(RenderingRules.TemplateFailed, SpanOf(exception.Span, templates), exception.OriginalMessage);
            return null;
        }
    }

    private static SourceSpan? SpanOf(Scriban.Parsing.SourceSpan span, TemplateSet templates) =>
        templates.FileOf(span.FileName) is { } file ? new SourceSpan(file, span.Start.Line + 1, span.Start.Column + 1) : null;

    [GeneratedRegex(@"^namespace .*\n", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
