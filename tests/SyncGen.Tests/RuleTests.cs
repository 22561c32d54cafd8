using System.Reflection;
using System.Text.RegularExpressions;
using SyncGen.Cli;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Modeling;
using SyncGen.Rendering;

namespace SyncGen.Tests;

/// <summary>A rule is three things: an entry in the rules of its stage, a heading in DIAGNOSTICS.md, a folder in tests/cases/errors.</summary>
public sealed partial class RuleTests
{
    private static readonly (Type Owner, Rule Rule)[] Rules =
    [
        .. from type in typeof(Rule).Assembly.GetTypes()
           where type.Name.EndsWith("Rules", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true }
           from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           where field.FieldType == typeof(Rule)
           select (type, (Rule)field.GetValue(null)!),
    ];

    private static readonly Dictionary<string, char> Stages = new(StringComparer.Ordinal)
    {
        ["Cli"] = '0',
        ["Documents"] = '1',
        ["Linking"] = '2',
        ["Modeling"] = '3',
        ["Projection"] = '4',
        ["Rendering"] = '5',
        ["Writing"] = '6',
        ["Bundling"] = '7',
    };

    /// <summary>Rules about sizes: such files do not belong into the repository, so DocumentLoaderTests and BudgetTests make them.</summary>
    private static readonly string[] TestedWithoutCase =
    [
        DocumentRules.FileTooLarge.Code,
        DocumentRules.TextTooLong.Code,
        DocumentRules.TooMuchText.Code,
        DocumentRules.TooManyValues.Code,
        ModelingRules.TooMuchCode.Code,
        RenderingRules.TooMuchCode.Code,
    ];

    [Fact]
    public void No_two_rules_have_the_same_code_or_title()
    {
        Assert.Empty(Rules.GroupBy(rule => rule.Rule.Code).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Empty(Rules.GroupBy(rule => rule.Rule.Title).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void The_code_of_a_rule_begins_with_the_digit_of_its_stage() =>
        Assert.Empty(Rules.Where(rule => !Regex.IsMatch(rule.Rule.Code, $"^SG{Stages[rule.Owner.Namespace!.Split('.')[^1]]}[0-9]{{3}}$")).Select(rule => rule.Rule.Code));

    [Fact]
    public void The_rule_table_holds_every_rule() =>
        Assert.Equal(Rules.Select(rule => rule.Rule.Code).Order(StringComparer.Ordinal), RuleTable.ByCode.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Diagnostics_md_has_one_heading_a_rule_sorted_by_code()
    {
        var headings = Heading().Matches(File.ReadAllText(Repository.At("generator", "DIAGNOSTICS.md"))).Select(match => match.Groups[1].Value);
        Assert.Equal(Rules.Select(rule => $"{rule.Rule.Code} {rule.Rule.Title}").Order(StringComparer.Ordinal), headings);
    }

    [Fact]
    public void Every_rule_has_a_case_that_reports_it()
    {
        var cases = Case.All.Where(@case => @case.Name.StartsWith("errors/", StringComparison.Ordinal)).ToArray();
        var missing = Rules.Where(rule => !cases.Any(@case => Reports(@case, rule.Rule))).Select(rule => rule.Rule.Code).Order(StringComparer.Ordinal);
        Assert.Empty(missing.Except(TestedWithoutCase));
    }

    [Fact]
    public void Every_error_case_is_called_after_a_rule_that_it_reports()
    {
        var cases = Case.All.Where(@case => @case.Name.StartsWith("errors/", StringComparison.Ordinal));
        Assert.Empty(cases.Where(@case => !Rules.Any(rule => Reports(@case, rule.Rule))).Select(@case => @case.Name));
    }

    private static bool Reports(Case @case, Rule rule) =>
        @case.Name.StartsWith($"errors/{rule.Code}-", StringComparison.Ordinal)
        && File.Exists(@case.DiagnosticsFile)
        && File.ReadAllText(@case.DiagnosticsFile).Contains($" {rule.Code}: ", StringComparison.Ordinal);

    [GeneratedRegex("^## (SG.*?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
