using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds the property that tells a union's cases apart.</summary>
internal sealed class DiscriminatorFinder(ContractReader reader, SchemaFlattener flattener)
{
    /// <summary>The contract has events, whose type tells them apart wherever it is fixed.</summary>
    public bool TellsEvents { get; set; }

    /// <summary>
    /// By the contract's discriminator; else by that of the objects which the cases extend; else by a required property that each case fixes
    /// to its own values.
    /// </summary>
    /// <param name="raw">The contract's discriminator, or null.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="ids">Their schemas.</param>
    /// <param name="ownsMapping">Every entry of its mapping is meant for these cases.</param>
    public Discriminator? Find(RawDiscriminator? raw, ImmutableArray<UnionCase> cases, ImmutableArray<SchemaId> ids, bool ownsMapping)
    {
        if (raw is not null)
            return Read(raw, cases, ids, ownsMapping);
        if (cases.Any(unionCase => unionCase.Kind != CaseKind.Object))
            return null;
        if (cases[0].Keywords.Discriminator is { } inherited && cases.All(unionCase => unionCase.Keywords.Discriminator?.PropertyName == inherited.PropertyName))
            return Read(inherited with { Mapping = [], Default = null }, cases, ids, ownsMapping: false);
        foreach (var property in cases[0].Keywords.Properties)
        {
            if (FindValues(property.Name, cases, ids) is { } values)
                return new Discriminator(property.Name, KindOf(property.Name, cases), values);
        }
        return null;
    }

    /// <summary>
    /// Whether the discriminator has a value for a schema that others extend: one that is mapped, one that its property lists, else its name. Of a
    /// property that may be any text nothing says that the name is none of its values.
    /// </summary>
    public bool Names(RawDiscriminator raw, UnionCase owner)
    {
        if (raw.Mapping.Any(mapping => mapping.Schema is { } target && IndexOf(target, [owner]) == 0) || DeclaredValue(owner) is not null)
            return true;
        var fixedValues = FixedValues(owner.Keywords, raw.PropertyName);
        return NameOf(owner, KindOf(raw.PropertyName, [owner]), fixedValues) is { } name && (fixedValues.IsEmpty || fixedValues.Contains(name, StringComparer.Ordinal));
    }

    private Discriminator Read(RawDiscriminator raw, ImmutableArray<UnionCase> cases, ImmutableArray<SchemaId> ids, bool ownsMapping)
    {
        var kind = KindOf(raw.PropertyName, cases);
        var values = ImmutableArray.CreateBuilder<DiscriminatorValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var mapped = new HashSet<int>();
        if (ownsMapping && cases.All(unionCase => unionCase.Kind == CaseKind.Object && !unionCase.Keywords.Properties.Any(property => property.Name == raw.PropertyName)))
            reader.Keywords.Add(ModelingRules.DiscriminatorOfNothing, raw.Span, raw.PropertyName, "");
        var other = raw.Default?.Schema is { } meant ? IndexOf(meant, cases) : -1;
        if (ownsMapping && other < 0 && raw.Default is { Schema: not null } lost)
            reader.Report(ModelingRules.DefaultWithoutCase, lost.Span, lost.Target);
        foreach (var mapping in raw.Mapping)
        {
            // Linking reports what leads nowhere.
            if (mapping.Schema is not { } schema)
                continue;
            var index = IndexOf(schema, cases);
            if (index < 0)
            {
                if (ownsMapping)
                    reader.Report(ModelingRules.MappingWithoutCase, mapping.Span, mapping.Value, mapping.Target);
                continue;
            }
            if (WireText(mapping.Value, kind) is not { } value)
            {
                if (ownsMapping)
                    reader.Report(ModelingRules.MappingOfWrongType, mapping.Span, mapping.Value, raw.PropertyName, kind == DiscriminatorKind.Boolean ? "a boolean" : "a whole number");
                continue;
            }
            mapped.Add(index);
            if (seen.Add(value) && index != other)
                values.Add(new DiscriminatorValue(value, ids[index]));
        }
        ImmutableArray<ImmutableArray<string>> fixedValues = [.. cases.Select(unionCase => FixedValues(unionCase.Keywords, raw.PropertyName))];
        // A base lists the values of all that extend it; lists that cases share fix none.
        var areShared = fixedValues.SelectMany(list => list).GroupBy(value => value, StringComparer.Ordinal).Any(group => group.Count() > 1);
        for (var index = 0; index < cases.Length; index++)
        {
            if (mapped.Contains(index) || index == other)
                continue;
            var own = ValuesOf(cases[index], raw.PropertyName, kind, fixedValues[index], areShared).Where(seen.Add).ToList();
            values.AddRange(own.Select(value => new DiscriminatorValue(value, ids[index])));
            if (own.Count == 0 && cases[index].Kind is CaseKind.Object or CaseKind.Union)
                reader.Report(ModelingRules.CaseWithoutValue, cases[index].Place.Node.Span, cases[index].Target.Pointer, raw.PropertyName);
        }
        return new Discriminator(raw.PropertyName, kind, values.DrainToImmutable()) { Default = other < 0 ? null : ids[other] };
    }

    /// <summary>What an unmapped case is called: as a discriminator that it inherits maps it, the values its property is fixed to, else the schema's name.</summary>
    private ImmutableArray<string> ValuesOf(UnionCase unionCase, string propertyName, DiscriminatorKind kind, ImmutableArray<string> fixedValues, bool areShared)
    {
        if (unionCase.Keywords.Discriminator is { } inherited && inherited.PropertyName == propertyName)
        {
            ImmutableArray<string> mapped =
            [
                .. inherited.Mapping
                    .Where(mapping => mapping.Schema is { } schema && IndexOf(schema, [unionCase]) == 0)
                    .Select(mapping => WireText(mapping.Value, kind))
                    .OfType<string>(),
            ];
            if (!mapped.IsEmpty)
                return mapped;
        }
        if (DeclaredValue(unionCase) is { } declared)
            return [declared];
        // The value that is spelled as the schema is called, where the case lists what others list, too.
        return NameOf(unionCase, kind, areShared ? fixedValues : []) is not { } name ? fixedValues
            : fixedValues.Contains(name, StringComparer.Ordinal) ? [name]
            : fixedValues.Length == 1 || (!fixedValues.IsEmpty && !areShared) ? fixedValues
            : [name];
    }

    private static string? DeclaredValue(UnionCase unionCase) =>
        (unionCase.Target.Child("x-ms-discriminator-value") ?? unionCase.Place.Child("x-ms-discriminator-value")) is { Node: ScalarNode { Kind: ScalarKind.String } named }
            ? named.Text
            : null;

    private ImmutableArray<DiscriminatorValue>? FindValues(string propertyName, ImmutableArray<UnionCase> cases, ImmutableArray<SchemaId> ids)
    {
        var values = ImmutableArray.CreateBuilder<DiscriminatorValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < cases.Length; index++)
        {
            if (!cases[index].Keywords.Required.Any(name => name.Name == propertyName) && !(TellsEvents && propertyName == EventSchemas.Type))
                return null;
            var own = FixedValues(cases[index].Keywords, propertyName);
            if (own.IsEmpty || !own.All(seen.Add))
                return null;
            foreach (var value in own)
                values.Add(new DiscriminatorValue(value, ids[index]));
        }
        // A number and the same digits as a text are different values.
        return cases.Select(unionCase => KindOf(propertyName, [unionCase])).Distinct().Count() == 1 ? values.DrainToImmutable() : null;
    }

    /// <summary>The values that a property is fixed to, as the mapping writes them; none when they are of several kinds.</summary>
    private ImmutableArray<string> FixedValues(SchemaKeywords keywords, string propertyName)
    {
        foreach (var property in keywords.Properties.Where(property => property.Name == propertyName))
        {
            var smallest = property.Places
                .Select(place => flattener.Flatten(place).Values)
                .Where(values => values is { IsEmpty: false } list && KindOf(list[0].Value) is { } kind && list.All(value => KindOf(value.Value) == kind))
                .MinBy(values => values!.Value.Length);
            if (smallest is { } fixedValues)
                return [.. fixedValues.Select(value => TextOf(value.Value))];
        }
        return [];
    }

    /// <summary>The kind of JSON value that the property has, by the first case that declares it.</summary>
    private DiscriminatorKind KindOf(string propertyName, ImmutableArray<UnionCase> cases)
    {
        foreach (var property in cases.SelectMany(unionCase => unionCase.Keywords.Properties).Where(property => property.Name == propertyName))
        {
            foreach (var place in property.Places)
            {
                switch (TypeInference.TypesOf(flattener.Flatten(place)))
                {
                    case SchemaTypes.Integer:
                    case SchemaTypes.Number:
                        return DiscriminatorKind.Integer;
                    case SchemaTypes.Boolean:
                        return DiscriminatorKind.Boolean;
                    case SchemaTypes.String:
                        return DiscriminatorKind.Text;
                }
            }
        }
        return DiscriminatorKind.Text;
    }

    private static DiscriminatorKind? KindOf(JsonValue value) => value switch
    {
        JsonValue.String => DiscriminatorKind.Text,
        JsonValue.Number number when JsonNumber.IsInt64(number.Text) => DiscriminatorKind.Integer,
        JsonValue.Boolean => DiscriminatorKind.Boolean,
        _ => null,
    };

    private static string TextOf(JsonValue value) => value switch
    {
        JsonValue.String text => text.Value,
        JsonValue.Number number => number.Text,
        JsonValue.Boolean { Value: true } => "true",
        _ => "false",
    };

    /// <summary>A key of the mapping, which is always text, as JSON writes the value: contracts map <c>'True'</c>; null when it is none of the kind.</summary>
    private static string? WireText(string key, DiscriminatorKind kind) => kind switch
    {
        DiscriminatorKind.Integer => JsonNumber.IsNumber(key) && JsonNumber.IsInt64(key) ? JsonNumber.WholeText(key) : null,
        DiscriminatorKind.Boolean => bool.TryParse(key, out var value) ? (value ? "true" : "false") : null,
        _ => key,
    };

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

    /// <summary>The schema's own name as a value; as the property lists it, where that differs in case alone and no other spelling is valid.</summary>
    private static string? NameOf(UnionCase unionCase, DiscriminatorKind kind, ImmutableArray<string> listed)
    {
        if (SchemaNames.DeclaredName(unionCase.Target.Document.File.Path, unionCase.Target.Pointer) is not { } declared || WireText(declared, kind) is not { } name)
            return null;
        return listed.Contains(name, StringComparer.Ordinal) ? name : listed.FirstOrDefault(value => string.Equals(value, name, StringComparison.OrdinalIgnoreCase)) ?? name;
    }
}
