using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns the constraints of a record or a union into its <c>Validate</c>.</summary>
internal static class RulesProjector
{
    /// <summary>The checks of a record's own members; null when there are none.</summary>
    /// <param name="isExtended">Another record derives from it.</param>
    public static ModelRules? OfRecord(Schema schema, RecordMembers members, TypeNames names, Constraints constraints, bool isExtended)
    {
        var patterns = new PatternFields();
        var checks = members.Own
            .Select(member => (Member: member, Function: constraints.FunctionOf(member.Property.Schema, patterns)))
            .Where(pair => pair.Function is not null)
            .Select(pair => new RuleCheck(pair.Member.Type.Text, Literal.Text(pair.Member.Property.Name), ValueOf(pair.Member), pair.Function!))
            .ToImmutableArray();
        var additional = members.Additional is { IsInherited: false } kept ? constraints.AdditionalCalls(kept, (Shape.Object)schema.Shape, patterns) : [];
        var count = Constraints.CountCall((Shape.Object)schema.Shape, CountOf(members));
        var overrides = members.Base is { } @base && constraints.Contains(@base.Id);
        // Whoever holds the record asks for its check, even when nothing in it comes to be checked.
        if (!constraints.Contains(schema.Id) || (overrides && checks.IsEmpty && additional.IsEmpty && count is null))
            return null;
        return new ModelRules(
            Files.NameOf("Models", names.Of[schema.Id] + ".Rules"),
            names.Of[schema.Id],
            overrides ? "internal override" : isExtended ? "internal virtual" : "internal",
            overrides,
            patterns.Declarations,
            checks,
            additional,
            count,
            [],
            (count is null ? members.Own : [.. members.All]).Any(member => member.IsObsolete));
    }

    /// <summary>The checks of a union's cases.</summary>
    public static ModelRules OfUnion(Schema schema, Shape.Union union, ModelUnion model, Constraints constraints, CheckNames checks, CodeStyle style)
    {
        var patterns = new PatternFields();
        var cases = union.Cases.Zip(model.Cases, (id, variant) => (Function: constraints.FunctionOf(id, patterns), variant.Name))
            .Where(pair => pair.Function is not null)
            .Select(pair => new RuleCase(pair.Name, pair.Function!))
            .ToImmutableArray();
        var check = checks.Unknown.GetValueOrDefault(schema.Id);
        return new ModelRules(
            Files.NameOf("Models", model.Name + ".Rules"),
            model.Name,
            "internal",
            false,
            patterns.Declarations,
            [],
            [],
            null,
            cases,
            false)
        {
            Unknown = check is not null ? $"{model.Unknown} match" : model.Unknown,
            UnknownCall = check is not null ? $"at.Unmatched<{model.UnknownType}, {TypeMapper.FreeFormOf(style).Codec}, {check}>(match.Value)" : "at.Unmatched()",
        };
    }

    /// <summary>The expression that counts the members that are there.</summary>
    private static string CountOf(RecordMembers members)
    {
        var required = members.All.Count(member => member.IsRequired);
        var nullable = members.All.Where(member => !member.IsRequired && !member.IsWrapped).Select(member => member.StoreName ?? member.Name).ToArray();
        IEnumerable<string> terms =
        [
            .. required > 0 ? new[] { required.ToString(CultureInfo.InvariantCulture) } : [],
            .. nullable.Length > 0 ? new[] { $"ViolationList.Given([{string.Join(", ", nullable)}])" } : [],
            .. members.All.Where(member => member.IsWrapped).Select(member => $"({member.StoreName ?? member.Name}.IsPresent ? 1 : 0)"),
            .. members.Additional is { } additional ? new[] { $"{additional.Name}.Count" } : [],
        ];
        return terms.Any() ? string.Join(" + ", terms) : "0";
    }

    private static string ValueOf(RecordMember member) => member switch
    {
        { IsWrapped: true } => $"{member.StoreName ?? member.Name}.GetValueOrDefault()",
        { StoreName: { } store } => store,
        _ => member.Name,
    };
}
