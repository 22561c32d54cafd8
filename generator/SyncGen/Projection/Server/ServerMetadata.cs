using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What controllers say of an operation by attributes and endpoints by metadata, as literals.</summary>
internal static class ServerMetadata
{
    /// <summary>The schemes of an alternative, and the scopes of each; no scopes where there are none.</summary>
    public static (ImmutableArray<string> Schemes, ImmutableArray<string> Scopes) SecurityOf(SecurityRequirement requirement)
    {
        var scopes = requirement.Schemes.Select(scheme => string.Join(' ', scheme.Scopes.Distinct())).ToList();
        var last = scopes.FindLastIndex(text => text.Length > 0);
        return ([.. requirement.Schemes.Select(scheme => Literal.Text(scheme.Scheme))], [.. scopes.Take(last + 1).Select(Literal.Text)]);
    }

    /// <summary>The media types by which routing finds the operation; none when any may be, or when it takes what its other representations do not.</summary>
    public static ImmutableArray<string> ConsumedBy(OperationPlan plan) =>
        plan is { Body: { HasRange: false } body, TakesTheRest: false } ? TypesOf(body) : [];

    /// <summary>The media types of an operation that takes what its other representations do not; none for others.</summary>
    public static ImmutableArray<string> ConsumedByDefault(OperationPlan plan) =>
        plan is { Body: { } body, TakesTheRest: true } ? TypesOf(body) : [];

    /// <summary>The media types of a body that descriptions of the API do not learn from those by which routing finds the operation; none where they do.</summary>
    public static ImmutableArray<string> DescribedBy(OperationPlan plan)
    {
        var types = LiteralsOf(plan.BodyTypes);
        return !plan.IsDescribed || types.SequenceEqual(ConsumedBy(plan)) ? [] : types;
    }

    /// <summary>The parts of a multipart body that is no form, in their order, as literals; none for other bodies.</summary>
    public static ImmutableArray<string> PartsOf(OperationPlan plan) => plan.Body is not { Kind: MediaKind.Multipart } body || body.MediaTypes.All(type => MediaKinds.EssenceOf(type) == "multipart/form-data")
        ? []
        : [.. plan.Arguments.Where(argument => argument is { Field: not null, Kind: ArgumentKind.Field or ArgumentKind.File or ArgumentKind.Files }).OrderBy(argument => argument.Field!.Position).Where(argument => !argument.Field!.IsWhole && argument.Field.Values is null).Select(argument => Literal.Text(argument.WireName))];

    /// <summary>The arguments and settings of each form, where the contract has several of which a multipart body is one.</summary>
    public static ImmutableArray<(ImmutableArray<string> Arguments, ImmutableArray<string> Settings)> FormsOf(ApiModel api, OperationPlan plan)
    {
        if (plan.Body is not { Kind: MediaKind.Multipart, Media.Schema: { } schema } || FormContent.CasesOf(api, schema) is not { Length: > 1 } cases)
            return [];
        var isExclusive = IsExclusive(api.Resolve(schema).Check);
        return [.. cases.Select(item => (RequiredBy(api, item), SettingsOf(api, item, isExclusive)))];
    }

    /// <summary>The parts by which a form is known. A list without items has none, nor has null.</summary>
    private static ImmutableArray<string> RequiredBy(ApiModel api, FormCase form) =>
    [
        .. form.Properties
            .Where(property => property.IsRequired && !api[property.Schema].IsNullable && !api.Resolve(property.Schema).IsNullable)
            .Where(property => MediaKinds.ShapeOf(api, property.Schema) is not Shape.Array { MinItems: null or 0 })
            .Select(property => property.Name)
            .Union(form.Told.Select(told => told.Name))
            .Select(Literal.Text),
    ];

    private static ImmutableArray<string> SettingsOf(ApiModel api, FormCase form, bool isExclusive)
    {
        string[] values =
        [
            .. form.Told.Select(told => $"{told.Name}={told.Value}"),
            .. form.Properties
                .Where(property => form.Told.All(told => told.Name != property.Name))
                .SelectMany(property => MediaKinds.ShapeOf(api, property.Schema) is Shape.Enum { IsOpen: false } list ? list.Values : [], (property, value) => $"{property.Name}={TextOf(value.Value)}"),
        ];
        return
        [
            .. values.Length > 0 ? [TextBinding.NamesSetting("Values", values)] : Array.Empty<string>(),
            .. form.IsClosed ? [TextBinding.NamesSetting("Only", form.Properties.Select(property => property.Name))] : Array.Empty<string>(),
            .. isExclusive ? ["IsExclusive = true"] : Array.Empty<string>(),
        ];
    }

    private static string TextOf(JsonValue value) => value is JsonValue.String text ? text.Value : ((JsonValue.Number)value).Text;

    /// <summary>Exactly one case may match, which nothing else settles.</summary>
    private static bool IsExclusive(SchemaCheck? check) => check switch
    {
        SchemaCheck.OneOf or SchemaCheck.AtMostOneOf => true,
        SchemaCheck.All several => several.Checks.Any(IsExclusive),
        _ => false,
    };

    /// <summary>The responses by status. Descriptions of the API have one type for a status, and no place for ranges of statuses.</summary>
    public static ImmutableArray<DescribedResponse> ResponsesOf(OperationPlan plan) =>
    [
        .. plan.Responses
            .Where(response => !response.Status.IsRange)
            .GroupBy(response => response.Status)
            .Select(group => DescribedOf(group.Key, [.. group.Select(response => response.Body).OfType<BodyPlan>()])),
    ];

    private static ImmutableArray<string> TypesOf(BodyPlan body) => LiteralsOf(body.MediaTypes);

    private static ImmutableArray<string> LiteralsOf(ImmutableArray<string> mediaTypes) => [.. mediaTypes.Select(MediaKinds.EssenceOf).Distinct().Select(Literal.Text)];

    private static DescribedResponse DescribedOf(ResponseStatus status, ImmutableArray<BodyPlan> bodies)
    {
        var types = bodies.SelectMany(body => body.MediaTypes.Select(type => body.Kind == MediaKind.Json ? MediaKinds.Concrete(type, body.Kind) : type)).Distinct().ToImmutableArray();
        return new DescribedResponse(status, bodies.FirstOrDefault()?.Type, [.. types.Select(Literal.Text)], types.Any(MediaKinds.IsRange));
    }
}

/// <summary>A response as descriptions of the API show it.</summary>
/// <param name="Type">The type of the body in its preferred representation; null when there is none.</param>
/// <param name="MediaTypes">Literals of the media types of the body in all its representations.</param>
/// <param name="HasRange">One of them is a range.</param>
internal sealed record DescribedResponse(ResponseStatus Status, CSharpType? Type, ImmutableArray<string> MediaTypes, bool HasRange);
