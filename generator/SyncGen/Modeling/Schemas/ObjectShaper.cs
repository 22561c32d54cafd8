using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Shapes of objects, maps and lists.</summary>
internal sealed class ObjectShaper(ContractReader reader, SchemaFlattener flattener)
{
    public Shape Shape(SchemaKeywords keywords, SchemaScope scope)
    {
        var properties = ReadProperties(keywords, [], scope);
        if (!properties.IsEmpty)
            return new Shape.Object(null, properties, ShapeAdditional(keywords, scope), keywords.IsClosed, keywords.MinProperties, keywords.MaxProperties) { Names = NamesOf(keywords), Undeclared = UndeclaredOf(keywords, []) };
        if (!keywords.PatternProperties.IsEmpty || (keywords.Additional is { } additional && !flattener.Flatten(additional).SaysNothing))
            return new Shape.Map(ShapeAdditional(keywords, scope)!.Value, keywords.MinProperties, keywords.MaxProperties) { Names = NamesOf(keywords) };
        return keywords.IsClosed
            ? new Shape.Object(null, [], null, true, keywords.MinProperties, keywords.MaxProperties)
            : new Shape.Any(true) { MinProperties = keywords.MinProperties, MaxProperties = keywords.MaxProperties };
    }

    public Shape.Object ShapeDerived(SchemaId @base, SchemaKeywords own, HashSet<string> inherited, SchemaScope scope) => new(
        @base,
        ReadProperties(own, inherited, scope),
        ShapeAdditional(own, scope),
        own.IsClosed,
        own.MinProperties,
        own.MaxProperties)
    {
        Names = NamesOf(own),
        Undeclared = UndeclaredOf(own, inherited),
    };

    public Shape.Array ShapeArray(SchemaKeywords keywords, SchemaScope scope) =>
        new(ShapeItems(keywords, scope), keywords.MinItems, keywords.MaxItems, keywords.HasUniqueItems)
        {
            Contains = [.. keywords.Contains.Select(contains => ShapeContained(contains, keywords)).OfType<Contained>()],
        };

    private Contained? ShapeContained(RawContains contains, SchemaKeywords list)
    {
        return list is { PrefixItems.IsEmpty: true, Items: [var items] } && ContainedShaper.TryShape(flattener.Flatten(items), flattener.Flatten(contains.Place)) is { } shape
            ? new Contained(shape, contains.Minimum ?? 1, contains.Maximum)
            : null;
    }

    private SchemaId ShapeItems(SchemaKeywords keywords, SchemaScope scope)
    {
        // Items behind the first ones are free where nothing is said of them.
        if (!keywords.PrefixItems.IsEmpty && keywords.Items.IsEmpty && !(keywords.MaxItems <= keywords.PrefixItems.Length))
            return scope.Derive(scope.Below("items"), [], null);
        if (!keywords.PrefixItems.IsEmpty)
            return OneOf(KeywordMerger.MergePlaces(keywords.PrefixItems, keywords.Items.RemoveAll(IsNever)), "items", scope);
        if (!keywords.Items.IsEmpty)
            return scope.Child(keywords.Items, "items");
        if (scope.Source.Places is [var place, ..] && reader.DialectOf(place) is Dialect.Swagger20 or Dialect.OpenApi30)
            reader.Report(ModelingRules.ArrayWithoutItems, scope.Source.Span);
        return scope.Derive(scope.Below("items"), [], null);
    }

    private ImmutableArray<Property> ReadProperties(SchemaKeywords keywords, HashSet<string> inherited, SchemaScope scope)
    {
        var required = keywords.Required.DistinctBy(name => name.Name).ToDictionary(name => name.Name, name => name.Span, StringComparer.Ordinal);
        var properties = ImmutableArray.CreateBuilder<Property>(keywords.Properties.Length);
        foreach (var property in keywords.Properties)
        {
            var isRequired = required.Remove(property.Name);
            if (property.Places.Any(IsNever))
                continue;
            var schema = scope.Child(property.Places, "properties", property.Name);
            properties.Add(new Property(property.Name, property.NameSpan, schema, isRequired)
            {
                PreferredName = property.Places.Select(place => reader.Words(place, "x-ms-client-name")).FirstOrDefault(name => name is not null),
            });
        }
        foreach (var (name, span) in required.Where(entry => !inherited.Contains(entry.Key)))
            reader.Report(ModelingRules.RequiredUndeclared, span, name);
        return properties.DrainToImmutable();
    }

    private static ImmutableArray<string> UndeclaredOf(SchemaKeywords keywords, HashSet<string> inherited) =>
        [.. keywords.Required.Select(name => name.Name).Where(name => !inherited.Contains(name) && keywords.Properties.All(property => property.Name != name))];

    /// <summary>The schema of members that are not declared; null when the contract says nothing of them.</summary>
    private SchemaId? ShapeAdditional(SchemaKeywords keywords, SchemaScope scope)
    {
        IEnumerable<Location> places = keywords.PatternProperties.Select(pattern => pattern.Place);
        // Beside patterns, a schema for any other member would only take the type away from those that match.
        if (keywords.Additional is { } additional && (keywords.PatternProperties.IsEmpty || !flattener.Flatten(additional).SaysNothing))
            places = places.Append(additional);
        ImmutableArray<Location> all = [.. places.DistinctBy(place => SchemaReader.IdOf(flattener.SkipPlainReferences(place)))];
        return all.IsEmpty ? null : OneOf(all, "additionalProperties", scope);
    }

    private NamePatterns NamesOf(SchemaKeywords keywords)
    {
        if (keywords.PatternProperties.IsEmpty && keywords.NamePatterns.IsEmpty)
            return NamePatterns.None;
        var patterns = keywords.PatternProperties.Select(property => property.Pattern).Distinct().ToList();
        var any = patterns is [var only] ? only : string.Join('|', patterns.Select(pattern => $"(?:{pattern})"));
        if (patterns.Count == 0 || (keywords.Additional is { } additional && !flattener.Flatten(additional).SaysNothing))
            return new NamePatterns(null, keywords.NamePatterns);
        return keywords.IsClosed ? new NamePatterns(null, [any, .. keywords.NamePatterns]) : new NamePatterns(any, keywords.NamePatterns);
    }

    /// <summary>The schema false, which forbids the member or item.</summary>
    private static bool IsNever(Location place) => place.Node is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" };

    /// <summary>A schema whose values match one of several places.</summary>
    private static SchemaId OneOf(ImmutableArray<Location> places, string part, SchemaScope scope)
    {
        if (places is [var only])
            return scope.Child(only);
        var pointer = scope.Below(part);
        var union = new RawUnion(new SchemaId(scope.Source.Id.File, pointer), scope.Source.Span, places);
        return scope.Derive(pointer, [], SchemaKeywords.Empty with { Unions = [union] });
    }
}
