namespace SyncGen.Modeling;

/// <summary>
/// Has the checks of values that are read as none of a union's cases look at the schema that a discriminator means, as reading such a value alone does: the schema that names the
/// discriminator says less.
/// </summary>
internal sealed class DiscriminatedChecks
{
    private readonly ApiModel _api;
    private readonly SchemaShaper _shaper;

    private DiscriminatedChecks(ApiModel api, SchemaShaper shaper) => (_api, _shaper) = (api, shaper);

    /// <summary>The model with its checks settled, and the whole checks of all schemas that they refer to.</summary>
    public static ApiModel Settle(ApiModel api, SchemaShaper shaper)
    {
        var checks = new DiscriminatedChecks(api, shaper);
        ImmutableArray<Schema> schemas = [.. api.Schemas.Select(schema => schema.UnknownCheck is { } check ? schema with { UnknownCheck = checks.Settle(check) } : schema)];
        return api.WithSchemas(schemas) with { WholeChecks = shaper.WholeChecks };
    }

    private SchemaCheck Settle(SchemaCheck check) => check switch
    {
        SchemaCheck.Reference reference => Settle(reference, []),
        SchemaCheck.All several => new SchemaCheck.All(Settle(several.Checks)),
        SchemaCheck.AnyOf several => new SchemaCheck.AnyOf(Settle(several.Checks)),
        SchemaCheck.OneOf several => new SchemaCheck.OneOf(Settle(several.Checks)),
        SchemaCheck.AtMostOneOf several => new SchemaCheck.AtMostOneOf(Settle(several.Checks)),
        SchemaCheck.Items items => new SchemaCheck.Items(Settle(items.First), items.Rest is { } rest ? Settle(rest) : null),
        SchemaCheck.Members members => members with
        {
            Properties = [.. members.Properties.Select(property => (property.Name, Settle(property.Check)))],
            Additional = members.Additional is { } additional ? Settle(additional) : null,
        },
        _ => check,
    };

    private ImmutableArray<SchemaCheck> Settle(ImmutableArray<SchemaCheck> checks) => [.. checks.Select(Settle)];

    /// <param name="outer">The schemas whose discriminators have been followed to it.</param>
    private SchemaCheck Settle(SchemaCheck.Reference reference, ImmutableArray<SchemaId> outer)
    {
        if (outer.Contains(reference.Target) || !_api.Contains(reference.Target) || !_shaper.NamesDiscriminator(reference.Target) || _api.Resolve(reference.Target).Shape is not Shape.Union { Discriminator: { } discriminator })
            return reference;
        var cases = discriminator.Values.GroupBy(value => value.Case).Select(values => (SchemaCheck)new SchemaCheck.All(
        [
            new SchemaCheck.Required([discriminator.PropertyName], TravelWay.Both),
            new SchemaCheck.Members([(discriminator.PropertyName, new SchemaCheck.Listed([.. values.Select(value => DiscriminatedCases.ValueOf(value.Value, discriminator.Kind))]))], [], null),
            .. CaseOf(values.Key, reference.Target, outer.Add(reference.Target)),
        ]));
        return new SchemaCheck.All([reference, new SchemaCheck.AnyOf([.. cases, .. OtherOf(discriminator, reference.Target, outer.Add(reference.Target))])]);
    }

    /// <summary>The case of objects that have none of the values.</summary>
    private IEnumerable<SchemaCheck> OtherOf(Discriminator discriminator, SchemaId whole, ImmutableArray<SchemaId> outer)
    {
        if (discriminator.Default is not { } other)
            return [];
        var listed = new SchemaCheck.Listed([.. discriminator.Values.Select(value => DiscriminatedCases.ValueOf(value.Value, discriminator.Kind))]);
        return
        [
            new SchemaCheck.All(
            [
                new SchemaCheck.Members([(discriminator.PropertyName, new SchemaCheck.Not(listed))], [], null),
                .. CaseOf(other, whole, outer),
            ]),
        ];
    }

    /// <summary>Nothing for the case that is what the schema itself says.</summary>
    private ImmutableArray<SchemaCheck> CaseOf(SchemaId id, SchemaId whole, ImmutableArray<SchemaId> outer) =>
        _shaper.ReferenceTo(_api[id].InputOf ?? id) is { } reference && reference.Target != whole ? [Settle(reference, outer)] : [];
}
