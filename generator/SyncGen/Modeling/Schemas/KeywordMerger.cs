using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Unites the keywords of schemas that must all hold.</summary>
internal sealed class KeywordMerger(ContractReader reader)
{
    /// <summary>Both must hold. Where only one can be kept, it is the second: the part closer to the schema itself.</summary>
    public SchemaKeywords Merge(SchemaKeywords first, SchemaKeywords second, SourceSpan span)
    {
        if (first.SaysNothing && !first.IsNullable && first.Discriminator is null)
            return second;
        ReportClosed(first, second, span);
        ReportClosed(second, first, span);
        var additional = second.Additional ?? (second.IsClosed ? null : first.Additional);
        return second with
        {
            Types = MergeTypes(first.Types, second.Types, span),
            IsNullable = AllowsNull(first, second) || AllowsNull(second, first),
            Format = second.Format ?? first.Format,
            ContentEncoding = second.ContentEncoding ?? first.ContentEncoding,
            ContentMediaType = second.ContentMediaType ?? first.ContentMediaType,
            ContentSchema = second.ContentSchema ?? first.ContentSchema,
            MinLength = Larger(first.MinLength, second.MinLength),
            MaxLength = Smaller(first.MaxLength, second.MaxLength),
            Pattern = second.Pattern ?? first.Pattern,
            Minimum = first.Minimum is null ? second.Minimum : second.Minimum is null ? first.Minimum : SchemaLimitReader.Higher(first.Minimum, second.Minimum),
            Maximum = first.Maximum is null ? second.Maximum : second.Maximum is null ? first.Maximum : SchemaLimitReader.Lower(first.Maximum, second.Maximum),
            MultipleOf = second.MultipleOf ?? first.MultipleOf,
            Values = MergeValues(first.Values, second.Values),
            Items = MergePlaces(first.Items, second.Items),
            PrefixItems = second.PrefixItems.IsEmpty ? first.PrefixItems : second.PrefixItems,
            MinItems = Larger(first.MinItems, second.MinItems),
            MaxItems = Smaller(first.MaxItems, second.MaxItems),
            HasUniqueItems = first.HasUniqueItems || second.HasUniqueItems,
            Contains = [.. first.Contains, .. second.Contains],
            Properties = MergeProperties(first.Properties, second.Properties),
            HasProperties = first.HasProperties || second.HasProperties,
            Required = [.. first.Required.Concat(second.Required).DistinctBy(name => name.Name)],
            Additional = additional,
            // By JSON Schema a closed part forbids the properties of the others; what is meant is that the whole has no more than they declare.
            IsClosed = (first.IsClosed || second.IsClosed) && additional is null,
            ForbidsOthers = first.ForbidsOthers || second.ForbidsOthers,
            PatternProperties = [.. first.PatternProperties, .. second.PatternProperties],
            NamePatterns = [.. first.NamePatterns, .. second.NamePatterns],
            MinProperties = Larger(first.MinProperties, second.MinProperties),
            MaxProperties = Smaller(first.MaxProperties, second.MaxProperties),
            Unions = [.. first.Unions, .. second.Unions],
            Discriminator = second.Discriminator ?? first.Discriminator,
        };
    }

    /// <summary>One part allows null, and the other does not forbid it: a list of types speaks of its part, <c>nullable</c> of the whole.</summary>
    private static bool AllowsNull(SchemaKeywords part, SchemaKeywords other) =>
        part.IsNullable && (other.IsNullable || other.Types == SchemaTypes.None || !part.Types.HasFlag(SchemaTypes.Null));

    /// <summary>Tells of a part that forbids what another one declares, or says of it what it says of members that nobody declares.</summary>
    public void ReportClosed(SchemaKeywords closed, SchemaKeywords other, SourceSpan span)
    {
        if (closed.ForbidsOthers && other.Properties.FirstOrDefault(property => closed.Properties.All(own => own.Name != property.Name)) is { } forbidden)
            reader.Report(ModelingRules.ClosedPart, span, forbidden.Name);
        if (closed.Additional is { Node: MappingNode { Members.IsEmpty: false } } && other.Properties.FirstOrDefault(property => closed.Properties.All(own => own.Name != property.Name)) is { } additional)
            reader.Report(ModelingRules.AdditionalOfPart, span, additional.Name);
    }

    public static ImmutableArray<Location> MergePlaces(ImmutableArray<Location> first, ImmutableArray<Location> second) =>
        first.IsEmpty ? second
        : second.IsEmpty ? first
        : [.. first.Concat(second).DistinctBy(SchemaReader.IdOf)];

    private SchemaTypes MergeTypes(SchemaTypes first, SchemaTypes second, SourceSpan span)
    {
        var both = SchemaTypeSets.Intersect(first, second);
        if (both != SchemaTypes.None || first == SchemaTypes.None)
            return both;
        reader.Report(ModelingRules.ContradictingTypes, span, Names(first), Names(second));
        return second;
    }

    private static ImmutableArray<EnumValue>? MergeValues(ImmutableArray<EnumValue>? first, ImmutableArray<EnumValue>? second)
    {
        if (first is not { } left || second is not { } right)
            return first ?? second;
        ImmutableArray<EnumValue> both = [.. right.Where(value => left.Any(other => other.Value == value.Value))];
        return both.IsEmpty ? right : both;
    }

    private static ImmutableArray<PropertyKeywords> MergeProperties(ImmutableArray<PropertyKeywords> first, ImmutableArray<PropertyKeywords> second)
    {
        if (first.IsEmpty || second.IsEmpty)
            return first.IsEmpty ? second : first;
        var merged = new List<PropertyKeywords>(first);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < merged.Count; index++)
            positions.Add(merged[index].Name, index);
        foreach (var property in second)
        {
            if (positions.TryGetValue(property.Name, out var position))
            {
                merged[position] = property with { Places = MergePlaces(merged[position].Places, property.Places) };
            }
            else
            {
                positions.Add(property.Name, merged.Count);
                merged.Add(property);
            }
        }
        return [.. merged];
    }

    private static string Names(SchemaTypes types) => string.Join(", ", SchemaTypeSets.Split(types)).ToLowerInvariant();

    private static int? Larger(int? first, int? second) => first is null ? second : second is null ? first : Math.Max(first.Value, second.Value);

    private static int? Smaller(int? first, int? second) => first is null ? second : second is null ? first : Math.Min(first.Value, second.Value);
}
