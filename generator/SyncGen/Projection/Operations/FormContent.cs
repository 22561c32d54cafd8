using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What a form may hold: the properties of an object, or those of all cases where it is one of several objects.</summary>
/// <param name="Properties">In contract order, each with the schemas that the cases give it. Required is what every case requires.</param>
/// <param name="Additional">The schema of properties that are not declared, or null where none are meant.</param>
internal sealed record FormContent(ImmutableArray<(Property Property, ImmutableArray<SchemaId> Schemas)> Properties, SchemaId? Additional)
{
    /// <summary>Null when the form declares no properties: when it is no object, or one of any properties.</summary>
    public static FormContent? Of(ApiModel api, SchemaId? schema)
    {
        return schema is { } id && CasesOf(api, id, []) is { IsEmpty: false } cases ? Unite(cases) : null;
    }

    /// <summary>The properties of the cases of a union that are objects.</summary>
    public static FormContent OfObjects(ApiModel api, Shape.Union union) =>
        Unite([.. union.Cases.SelectMany(inner => CasesOf(api, inner, []) ?? [])]);

    private static FormContent Unite(ImmutableArray<FormCase> cases)
    {
        var names = cases.SelectMany(item => item.Properties).Select(property => property.Name).Distinct();
        var additional = cases.Select(item => item.Additional).FirstOrDefault(item => item is not null);
        return new FormContent([.. names.Select(name => Unite(name, cases))], additional);
    }

    private static (Property Property, ImmutableArray<SchemaId> Schemas) Unite(string name, ImmutableArray<FormCase> cases)
    {
        var all = cases.SelectMany(item => item.Properties).Where(property => property.Name == name).ToImmutableArray();
        var isRequired = cases.All(item => item.Properties.Any(property => property.Name == name && property.IsRequired));
        return (all[0] with { IsRequired = isRequired }, [.. all.Select(property => property.Schema).Distinct()]);
    }

    /// <summary>The objects that the form may be; null when it may be something else, or has no declared properties.</summary>
    private static ImmutableArray<FormCase>? CasesOf(ApiModel api, SchemaId id, ImmutableArray<SchemaId> outer)
    {
        var resolved = api.Resolve(id).Id;
        if (outer.Contains(resolved))
            return [];
        switch (MediaKinds.ShapeOf(api, resolved))
        {
            case Shape.Object shape:
                return [new FormCase([.. Arguments.PropertiesOf(api, resolved)], shape.Additional)];
            case Shape.Union union:
                var cases = union.Cases.Select(inner => CasesOf(api, inner, outer.Add(resolved))).ToImmutableArray();
                return cases.Any(item => item is null) ? null : [.. cases.SelectMany(item => item!.Value)];
            default:
                return null;
        }
    }

    private sealed record FormCase(ImmutableArray<Property> Properties, SchemaId? Additional);
}
