using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The forms of which a multipart body is one, where the contract has several: by what each is known.</summary>
/// <param name="Required">Literals of the parts that must be there.</param>
/// <param name="Settings">The initializers of what else is known.</param>
/// <param name="Parts">The parts that are something else in another form.</param>
internal sealed record FormCases(ImmutableArray<string> Required, ImmutableArray<string> Settings, ImmutableArray<Argument> Parts)
{
    public static ImmutableArray<FormCases> Of(ApiModel api, OperationPlan plan, Leniency lenient)
    {
        if (plan.Body is not { Kind: MediaKind.Multipart, Media.Schema: { } schema } || FormContent.CasesOf(api, schema) is not { Length: > 1 } cases)
            return [];
        var isExclusive = IsExclusive(api.Resolve(schema).Check);
        return [.. cases.Select(item => new FormCases(RequiredBy(api, item), SettingsOf(api, item, isExclusive, lenient), [.. PartsOf(api, plan, item)]))];
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

    private static ImmutableArray<string> SettingsOf(ApiModel api, FormCase form, bool isExclusive, Leniency lenient)
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
            .. form.IsClosed && !lenient.HasFlag(Leniency.Extra) ? [TextBinding.NamesSetting("Only", form.Properties.Select(property => property.Name))] : Array.Empty<string>(),
            .. isExclusive ? ["IsExclusive = true"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Listed values are among the settings.</summary>
    private static IEnumerable<Argument> PartsOf(ApiModel api, OperationPlan plan, FormCase form) => plan.Arguments
        .SelectMany(argument => argument.ByCase)
        .Where(part => MediaKinds.ShapeOf(api, part.Schema!.Value) is not Shape.Enum { IsOpen: false })
        .Where(part => form.SchemaOf(part.WireName) is { } schema && schema.Equals(part.Schema));

    private static string TextOf(JsonValue value) => value is JsonValue.String text ? text.Value : ((JsonValue.Number)value).Text;

    /// <summary>Exactly one case may match, which nothing else settles.</summary>
    private static bool IsExclusive(SchemaCheck? check) => check switch
    {
        SchemaCheck.OneOf or SchemaCheck.AtMostOneOf => true,
        SchemaCheck.All several => several.Checks.Any(IsExclusive),
        _ => false,
    };
}
