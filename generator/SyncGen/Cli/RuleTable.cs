using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using SyncGen.Bundling;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;
using SyncGen.Modeling;
using SyncGen.Projection;
using SyncGen.Rendering;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary>Every rule of every stage by its code.</summary>
internal static class RuleTable
{
    public static FrozenDictionary<string, Rule> ByCode { get; } = new[]
    {
        RulesOf(typeof(CliRules)),
        RulesOf(typeof(DocumentRules)),
        RulesOf(typeof(LinkingRules)),
        RulesOf(typeof(ModelingRules)),
        RulesOf(typeof(ProjectionRules)),
        RulesOf(typeof(RenderingRules)),
        RulesOf(typeof(WritingRules)),
        RulesOf(typeof(BundlingRules)),
    }.SelectMany(rules => rules).ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The codes of the errors that can be tolerated, for a message.</summary>
    public static string Tolerable { get; } =
        string.Join(", ", ByCode.Values.Where(rule => rule.SafeReading is not null).Select(rule => rule.Code).Order(StringComparer.Ordinal));

    private static IEnumerable<Rule> RulesOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Rule>();
}
