using Scriban;
using Scriban.Syntax;
using SyncGen.Projection;
using SyncGen.Rendering;

namespace SyncGen.Tests;

/// <summary>Templates lay out and decide nothing: facts are tested, lists are walked, parts are included, and that is all.</summary>
public sealed class TemplateTests
{
    /// <summary>Everything that a template may consist of. An operator, a pipe, an assignment or a function of its own is none of it.</summary>
    private static readonly HashSet<Type> Allowed =
    [
        typeof(ScriptPage), typeof(ScriptBlockStatement), typeof(ScriptRawStatement), typeof(ScriptEscapeStatement), typeof(ScriptExpressionStatement),
        typeof(ScriptForStatement), typeof(ScriptIfStatement), typeof(ScriptElseStatement), typeof(ScriptEndStatement), typeof(ScriptNopStatement),
        typeof(ScriptVariableGlobal), typeof(ScriptMemberExpression), typeof(ScriptUnaryExpression), typeof(ScriptFunctionCall), typeof(ScriptLiteral),
        typeof(ScriptKeyword), typeof(ScriptToken), typeof(ScriptIdentifier),
    ];

    private static readonly Type[] Declarations =
        [.. typeof(Declaration).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Declaration))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static TheoryData<string> Templates => [.. TemplateSet.Embedded.Keys.Where(name => name.EndsWith(".scriban", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_decides_nothing(string name)
    {
        var template = Template.Parse(TemplateSet.Embedded[name], name);
        Assert.False(template.HasErrors, string.Join('\n', template.Messages));
        Assert.Empty(Nodes(template.Page).Where(node => !IsAllowed(node)).Select(node => $"{name}({node.Span.Start.Line + 1}): {node.GetType().Name} {node}"));
    }

    [Fact]
    public void Each_declaration_has_a_template_and_each_template_a_use()
    {
        var included = TemplateSet.Embedded
            .Where(template => template.Key.EndsWith(".scriban", StringComparison.Ordinal))
            .SelectMany(template => Nodes(Template.Parse(template.Value, template.Key).Page).OfType<ScriptFunctionCall>())
            .Select(call => $"{((ScriptLiteral)call.Arguments[0]).Value}.scriban");
        var used = Declarations.Append(typeof(FileHeader)).Select(type => $"{type.Name}.scriban").Concat(included).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(used, TemplateSet.Embedded.Keys.Where(name => name.EndsWith(".scriban", StringComparison.Ordinal)));
    }

    [Fact]
    public void Model_md_describes_what_templates_see()
    {
        var path = Repository.At("templates", "MODEL.md");
        var text = TemplateModel.Describe(Declarations.Append(typeof(FileHeader)));
        if (Environment.GetEnvironmentVariable("SYNCGEN_ACCEPT") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(text, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    private static bool IsAllowed(ScriptNode node) => node switch
    {
        ScriptUnaryExpression unary => unary.Operator == ScriptUnaryOperator.Not,
        ScriptFunctionCall call => call.Target is ScriptVariableGlobal { Name: "include" } && call.Arguments is [ScriptLiteral],
        _ => Allowed.Contains(node.GetType()) || node.GetType().Name.StartsWith("ScriptList", StringComparison.Ordinal),
    };

    private static IEnumerable<ScriptNode> Nodes(ScriptNode? node)
    {
        if (node is null)
            yield break;
        yield return node;
        for (var index = 0; index < node.ChildrenCount; index++)
        {
            foreach (var inner in Nodes(node.GetChildren(index)))
                yield return inner;
        }
    }
}
