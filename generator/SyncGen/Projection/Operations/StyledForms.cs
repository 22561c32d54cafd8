using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Which values of a parameter have a form in its style: OpenAPI and RFC 6570 lay out lists of texts and objects of texts, no more.</summary>
internal static class StyledForms
{
    /// <summary>The kinds of value that a client may send and a server can read, for a parameter of several kinds; none for others.</summary>
    public static ImmutableArray<string> KindsOf(ApiModel api, SchemaId schema, string place, ParameterStyle style, bool isExploded)
    {
        var isUnion = MediaKinds.ShapeOf(api, schema) is Shape.Union;
        var hasList = isUnion && place is "Query" or "Form" && style != ParameterStyle.DeepObject;
        var hasObject = isUnion && TextBinding.HasNamedMembers(place, style, isExploded);
        return TextKinds.Of(api, schema).RemoveAll(kind => (kind == TextKinds.List && !hasList) || (kind == TextKinds.Object && !hasObject));
    }

    /// <summary>Reports values that the contract allows and the style has no form for.</summary>
    public static void Report(ApiModel api, Parameter parameter, DiagnosticBag diagnostics)
    {
        if (parameter.ContentType is not null)
            return;
        var place = parameter.Location.ToString();
        var isExploded = TextBinding.IsExploded(parameter);
        if (MissingOf(api, parameter.Schema, place, parameter.Style, isExploded) is { } missing)
            diagnostics.Report(ProjectionRules.ValueWithoutForm, parameter.Span, $"parameter '{parameter.Name}'", missing, "'content'");
    }

    /// <summary>Reports values of a form's field that the contract allows and its style has no form for.</summary>
    public static void Report(ApiModel api, SchemaId schema, FormField field, PropertyEncoding encoding, DiagnosticBag diagnostics)
    {
        if (MissingOf(api, schema, "Form", field.Style, field.IsExploded) is { } missing)
            diagnostics.Report(ProjectionRules.ValueWithoutForm, encoding.Span, $"form field '{encoding.Property}'", missing, "'encoding'");
    }

    private static string? MissingOf(ApiModel api, SchemaId schema, string place, ParameterStyle style, bool isExploded)
    {
        var hasNames = TextBinding.HasNamedMembers(place, style, isExploded);
        switch (MediaKinds.ShapeOf(api, schema))
        {
            case Shape.Array array:
                return MissingOfItems(api, array);
            case Shape.Union union:
                var kinds = KindsOf(api, schema, place, style, isExploded);
                return TextKinds.Of(api, schema).FirstOrDefault(kind => !kinds.Contains(kind)) is { } kind
                    ? kind == TextKinds.List ? "a list beside other kinds" : "an object beside other kinds"
                    : MissingOfCases(api, union, hasNames, []);
            case var shape when FormFields.IsObject(shape):
                return MissingOfMembers(api, schema, hasNames, []);
            default:
                return null;
        }
    }

    private static string? MissingOfCases(ApiModel api, Shape.Union union, bool hasNames, ImmutableArray<SchemaId> outer) =>
        union.Cases.Select(inner => MissingOfMember(api, inner, hasNames, outer)).FirstOrDefault(missing => missing is not null);

    private static string? MissingOfMembers(ApiModel api, SchemaId schema, bool hasNames, ImmutableArray<SchemaId> outer)
    {
        var id = api.Resolve(schema).Id;
        if (outer.Contains(id))
            return null;
        IEnumerable<SchemaId> members = MediaKinds.ShapeOf(api, id) is Shape.Map map
            ? [map.Values]
            : [.. Arguments.PropertiesOf(api, id).Select(property => property.Schema), .. Arguments.AdditionalOf(api, id) is { } additional ? new[] { additional } : []];
        return members.Select(member => MissingOfMember(api, member, hasNames, outer.Add(id))).FirstOrDefault(missing => missing is not null);
    }

    private static string? MissingOfMember(ApiModel api, SchemaId schema, bool hasNames, ImmutableArray<SchemaId> outer) => MediaKinds.ShapeOf(api, schema) switch
    {
        Shape.Array or Shape.Object or Shape.Map or Shape.Any { IsObject: true } when !hasNames => "lists or objects within an object",
        Shape.Array array => MissingOfItems(api, array),
        Shape.Union union => MissingOfCases(api, union, hasNames, outer),
        var shape when FormFields.IsObject(shape) => MissingOfMembers(api, schema, hasNames, outer),
        _ => null,
    };

    private static string? MissingOfItems(ApiModel api, Shape.Array array) =>
        MediaKinds.ShapeOf(api, array.Items) is not Shape.Any { IsObject: false } and var items
        && (items is Shape.Array || FormFields.IsObject(items) || TextKinds.Of(api, array.Items).Any(kind => kind is TextKinds.List or TextKinds.Object))
            ? "lists or objects within a list"
            : null;
}
