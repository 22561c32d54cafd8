using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds the property that tells a union's cases apart.</summary>
internal sealed class DiscriminatorFinder(ContractReader reader, SchemaFlattener flattener)
{
    /// <summary>By the contract's discriminator; else by a required property that each case fixes to its own values.</summary>
    public Discriminator? Find(RawDiscriminator? raw, ImmutableArray<UnionCase> cases, ImmutableArray<SchemaId> ids)
    {
        if (raw is not null)
            return Read(raw, cases, ids);
        if (cases.Any(unionCase => unionCase.Kind != CaseKind.Object))
            return null;
        foreach (var property in cases[0].Keywords.Properties)
        {
            if (FindValues(property.Name, cases, ids) is { } values)
                return new Discriminator(property.Name, values);
        }
        return null;
    }

    /// <summary>Whether the discriminator has a value for its owner itself.</summary>
    public bool Names(RawDiscriminator raw, Location owner) =>
        raw.Mapping.Any(mapping => mapping.Schema is { } target && SchemaReader.IdOf(target) == SchemaReader.IdOf(owner))
        || FixedValues(flattener.Flatten(owner), raw.PropertyName).Contains(ImplicitName(owner) ?? "", StringComparer.Ordinal);

    private Discriminator Read(RawDiscriminator raw, ImmutableArray<UnionCase> cases, ImmutableArray<SchemaId> ids)
    {
        var values = ImmutableArray.CreateBuilder<DiscriminatorValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var mapped = new HashSet<int>();
        foreach (var mapping in raw.Mapping)
        {
            // Linking reports what leads nowhere.
            if (mapping.Schema is not { } schema)
                continue;
            var index = IndexOf(schema, cases);
            if (index < 0)
            {
                reader.Report(ModelingRules.MappingWithoutCase, mapping.Span, mapping.Value, mapping.Target);
                continue;
            }
            mapped.Add(index);
            if (seen.Add(mapping.Value))
                values.Add(new DiscriminatorValue(mapping.Value, ids[index]));
        }
        ImmutableArray<ImmutableArray<string>> fixedValues = [.. cases.Select(unionCase => FixedValues(unionCase.Keywords, raw.PropertyName))];
        // A base lists the values of all that extend it; lists that cases share fix none.
        var areShared = fixedValues.SelectMany(list => list).GroupBy(value => value, StringComparer.Ordinal).Any(group => group.Count() > 1);
        for (var index = 0; index < cases.Length; index++)
        {
            if (mapped.Contains(index))
                continue;
            foreach (var value in ValuesOf(cases[index], fixedValues[index], areShared).Where(seen.Add))
                values.Add(new DiscriminatorValue(value, ids[index]));
        }
        return new Discriminator(raw.PropertyName, values.DrainToImmutable());
    }

    /// <summary>What an unmapped case is called: the values its property is fixed to, else the schema's name.</summary>
    private static ImmutableArray<string> ValuesOf(UnionCase unionCase, ImmutableArray<string> fixedValues, bool areShared)
    {
        if (unionCase.Target.Child("x-ms-discriminator-value") is { Node: ScalarNode { Kind: ScalarKind.String } named })
            return [named.Text];
        return ImplicitName(unionCase.Target) is not { } name ? fixedValues
            : fixedValues.Contains(name, StringComparer.Ordinal) ? [name]
            : fixedValues.Length == 1 || (!fixedValues.IsEmpty && !areShared) ? fixedValues
            : [name];
    }

    private ImmutableArray<DiscriminatorValue>? FindValues(string propertyName, ImmutableArray<UnionCase> cases, ImmutableArray<SchemaId> ids)
    {
        var values = ImmutableArray.CreateBuilder<DiscriminatorValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < cases.Length; index++)
        {
            if (!cases[index].Keywords.Required.Any(name => name.Name == propertyName))
                return null;
            var own = FixedValues(cases[index].Keywords, propertyName);
            if (own.IsEmpty || !own.All(seen.Add))
                return null;
            foreach (var value in own)
                values.Add(new DiscriminatorValue(value, ids[index]));
        }
        return values.DrainToImmutable();
    }

    private ImmutableArray<string> FixedValues(SchemaKeywords keywords, string propertyName)
    {
        foreach (var property in keywords.Properties.Where(property => property.Name == propertyName))
        {
            var smallest = property.Places
                .Select(place => flattener.Flatten(place).Values)
                .Where(values => values is { IsEmpty: false } list && list.All(value => value.Value is JsonValue.String))
                .MinBy(values => values!.Value.Length);
            if (smallest is { } fixedValues)
                return [.. fixedValues.Select(value => ((JsonValue.String)value.Value).Value)];
        }
        return [];
    }

    private int IndexOf(Location target, ImmutableArray<UnionCase> cases)
    {
        var id = SchemaReader.IdOf(flattener.SkipPlainReferences(target));
        for (var index = 0; index < cases.Length; index++)
        {
            if (SchemaReader.IdOf(cases[index].Target) == SchemaReader.IdOf(target)
                || SchemaReader.IdOf(flattener.SkipPlainReferences(cases[index].Place)) == id)
            {
                return index;
            }
        }
        return -1;
    }

    private static string? ImplicitName(Location place) => SchemaNames.DeclaredName(place.Document.File.Path, place.Pointer);
}
