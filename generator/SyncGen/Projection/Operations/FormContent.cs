using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What a form may hold: the properties of an object, or those of all cases where it is one of several objects.</summary>
/// <param name="Properties">In contract order, each with the schemas that the cases give it. Required is what every case requires.</param>
/// <param name="Additional">The schema of properties that are not declared, or null where none are meant.</param>
internal sealed record FormContent(ImmutableArray<(Property Property, ImmutableArray<SchemaId> Schemas)> Properties, SchemaId? Additional)
{
    /// <summary>The names of the properties.</summary>
    public IEnumerable<string> Names => Properties.Select(entry => entry.Property.Name);

    /// <summary>Null when the form declares no properties: when it is no object, or one of any properties.</summary>
    public static FormContent? Of(ApiModel api, SchemaId? schema)
    {
        return schema is { } id && CasesOf(api, id, []) is { IsEmpty: false } cases ? Unite(cases) : null;
    }

    /// <summary>The properties of the cases of a union that are objects.</summary>
    public static FormContent OfObjects(ApiModel api, Shape.Union union) => Unite(ObjectsOf(api, union));

    /// <summary>The cases of a union that are objects.</summary>
    public static ImmutableArray<FormCase> ObjectsOf(ApiModel api, Shape.Union union) => [.. union.Cases.SelectMany(inner => CasesOf(api, inner, []) ?? [])];

    /// <summary>The objects of which the form is one; null where it is no union of objects.</summary>
    public static ImmutableArray<FormCase>? CasesOf(ApiModel api, SchemaId? schema) =>
        schema is { } id && MediaKinds.ShapeOf(api, id) is Shape.Union ? CasesOf(api, id, []) : null;

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
        // In a case that does not declare it, it is one of those that may have any name.
        var others = cases.Where(item => item.Properties.All(property => property.Name != name)).Select(item => item.Additional).OfType<SchemaId>();
        return (all[0] with { IsRequired = isRequired }, [.. all.Select(property => property.Schema).Concat(others).Distinct()]);
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
                return [new FormCase([.. Arguments.PropertiesOf(api, resolved)], shape.Additional, shape.IsClosed, [])];
            case Shape.Union union:
                var cases = union.Cases.Select(inner => (Schema: inner, Forms: CasesOf(api, inner, outer.Add(resolved)))).ToImmutableArray();
                return cases.Any(item => item.Forms is null) ? null : [.. cases.SelectMany(item => item.Forms!.Value.Select(form => form with { Told = form.Told.AddRange(ToldBy(api, union, item.Schema)) }))];
            default:
                return null;
        }
    }

    /// <summary>The values of the discriminator that mean a case.</summary>
    private static IEnumerable<(string Name, string Value)> ToldBy(ApiModel api, Shape.Union union, SchemaId inner) => union.Discriminator is { } discriminator
        ? discriminator.Values.Where(value => api.Resolve(value.Case).Id == api.Resolve(inner).Id).Select(value => (discriminator.PropertyName, value.Value))
        : [];
}

/// <summary>One of the objects that a form may be.</summary>
/// <param name="Told">The values of discriminators that mean it.</param>
internal sealed record FormCase(ImmutableArray<Property> Properties, SchemaId? Additional, bool IsClosed, ImmutableArray<(string Name, string Value)> Told)
{
    /// <summary>The schema of a property, or of those that are not declared; null where none is meant.</summary>
    public SchemaId? SchemaOf(string name) => Properties.Where(property => property.Name == name).Select(property => (SchemaId?)property.Schema).FirstOrDefault() ?? Additional;
}
