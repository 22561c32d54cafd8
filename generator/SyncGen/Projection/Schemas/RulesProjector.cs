using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns the constraints of a record or a union into its <c>Validate</c>.</summary>
internal static class RulesProjector
{
    private const string Implementation = "void IValidatedPart.Validate";

    /// <summary>The checks of a record's own members; null when there are none.</summary>
    /// <param name="isExtended">Another record derives from it.</param>
    public static ModelRules? OfRecord(Schema schema, RecordMembers members, Constraints constraints, bool isExtended)
    {
        var overrides = members.Base is { } @base && constraints.Contains(@base.Id);
        if (!constraints.Contains(schema.Id))
            return null;
        var shape = (Shape.Object)schema.Shape;
        var patterns = new PatternFields();
        var additional = members.Additional is { IsInherited: false } kept ? constraints.AdditionalCalls(kept, shape, patterns) : [];
        var count = Constraints.CountCall(shape, CountOf(members));
        ImmutableArray<string> calls =
        [
            .. members.Own.SelectMany(member => constraints.CallsOf(member.Property.Schema, ValueOf(member), patterns).Select(call => $"at.At({Literal.Text(member.Property.Name)}).{call}")),
            .. additional.Add(count ?? "").Where(call => call.Length > 0).Select(call => $"at.AtItself().{call}"),
        ];
        // Whoever holds the record asks for its check, even when nothing in it comes to be checked.
        if (overrides && calls.IsEmpty)
            return null;
        return new ModelRules(
            overrides ? "internal override void Check" : isExtended ? "internal virtual void Check" : Implementation,
            overrides,
            isExtended && !overrides,
            patterns.Declarations,
            calls,
            [],
            (count is null ? members.Own : [.. members.All]).Any(member => member.IsObsolete));
    }

    /// <summary>The checks of a union's cases.</summary>
    public static ModelRules OfUnion(Schema schema, Shape.Union union, ModelUnion model, Constraints constraints, CheckNames checks, CodeStyle style)
    {
        var patterns = new PatternFields();
        var cases = union.Cases.Zip(model.Cases, (id, variant) => new RuleCase($"{variant.Name}(var value)", [.. constraints.CallsOf(id, CheckedValue.Given, patterns).Select(call => $"at.{call}")]))
            .Where(variant => !variant.Calls.IsEmpty)
            .ToList();
        var unknown = checks.Unknown.GetValueOrDefault(schema.Id) is { } check
            ? new RuleCase($"{model.Unknown}(var value)", [$"at.Unmatched<{model.UnknownType}, {TypeMapper.FreeFormOf(style).Codec}, {check}>(value)"])
            : new RuleCase(model.Unknown, ["at.Unmatched()"]);
        return new ModelRules(Implementation, false, false, patterns.Declarations, [], [.. cases, unknown], false);
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

    private static CheckedValue ValueOf(RecordMember member)
    {
        var name = member.StoreName ?? member.Name;
        return member switch
        {
            // Of a value type, what is absent would be its default.
            { IsWrapped: true, IsNullable: false, Type.IsValueType: true, StoreName: null } => new($"({name}.IsPresent ? {name}.Value : default({member.Type.Annotated(true)}))", IsNullable: true),
            { IsWrapped: true } => new($"{name}.GetValueOrDefault()", IsNullable: true),
            _ => new(name, member.StoreName is not null || member.PropertyType.EndsWith('?')),
        };
    }
}
