using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How the texts of a form's fields and parts become values.</summary>
internal static class FieldBinding
{
    private const string HasAnyName = "HasAnyName = true";
    private const string IsJson = "IsJson = true";
    private const string IsList = "IsList = true";
    public const string AllowsNull = "AllowsNull = true";
    public const string IsRequiredWithBody = "IsRequiredWithBody = true";

    private const string IsLiteral = "IsLiteral = true";

    public static TextBinding Of(ApiModel api, Argument argument)
    {
        var binding = LaidOut(api, argument);
        return binding with
        {
            Settings =
            [
                .. binding.Settings,
                .. argument.IsRequiredWithBody ? [IsRequiredWithBody] : Array.Empty<string>(),
                .. argument.IsNullable ? [AllowsNull] : Array.Empty<string>(),
            ],
        };
    }

    private static TextBinding LaidOut(ApiModel api, Argument argument)
    {
        var field = argument.Field!;
        // Which of the cases it is, the other parts tell as well.
        if (TextKinds.OfCases(api, argument) is { Length: > 1 } kinds)
            return Binding(argument, [.. TextKinds.SettingOf(kinds)]);
        var shape = argument.Schema is { } schema ? MediaKinds.ShapeOf(api, schema) : null;
        return field.Layout switch
        {
            FieldLayout.Json => Binding(argument, [IsJson, .. ShapeOf(api, argument.Schema)]),
            FieldLayout.JsonItems when shape is Shape.Array => Binding(argument, [IsJson, .. ShapeOf(api, argument.Schema)]),
            FieldLayout.Items when shape is Shape.Array array => Binding(argument, ["Explode = true", IsList, .. ItemsOf(api, array.Items), .. field.IsWhole ? [HasAnyName] : Array.Empty<string>()]),
            FieldLayout.Items => Binding(argument, ShapeOf(api, argument.Schema)),
            FieldLayout.Members or FieldLayout.JsonMembers => Binding(argument, [.. MembersOf(api, argument), .. RestOf(argument), HasAnyName]),
            _ => OfStyled(api, argument, shape!),
        };
    }

    private static TextBinding OfStyled(ApiModel api, Argument argument, Shape shape)
    {
        var field = argument.Field!;
        var binding = TextBinding.Of(api, argument, "Form", field.Style, field.IsExploded, null);
        if (field is not { Layout: FieldLayout.Styled, Style: ParameterStyle.Form, IsExploded: true })
            return binding;
        var names = shape switch
        {
            Shape.Map or Shape.Any { IsObject: true } or Shape.Object { Additional: not null } or Shape.Object { IsClosed: true } => RestOf(argument),
            Shape.Object => [TextBinding.NamesSetting("Only", Arguments.PropertiesOf(api, argument.Schema!.Value).Select(property => property.Name))],
            Shape.Union union when TextKinds.Of(api, argument.Schema!.Value).Contains(TextKinds.Object) => [TextBinding.NamesSetting("Only", FormContent.OfObjects(api, union).Names)],
            _ => Enumerable.Empty<string>(),
        };
        return binding with { Settings = [.. binding.Settings, .. names] };
    }

    /// <summary>The settings of a value that is JSON, or parts of it by names in brackets.</summary>
    private static ImmutableArray<string> ShapeOf(ApiModel api, SchemaId? schema)
    {
        if (schema is not { } id)
            return [$"Kinds = {TextKinds.Text}"];
        var kinds = TextKinds.Of(api, id);
        return MediaKinds.ShapeOf(api, id) switch
        {
            Shape.Array array => [IsList, .. MemberSettings.OfItems(api, array.Items), .. TextKinds.SettingOf(TextKinds.Of(api, array.Items))],
            Shape.String or Shape.Enum { IsInteger: false } => [$"Kinds = {TextKinds.Text}"],
            var shape when FormFields.IsObject(shape) => [.. MemberSettings.Of(api, id, hasNamedMembers: true)],
            _ => [.. MemberSettings.OfUnion(api, id, kinds, hasNamedMembers: true)],
        };
    }

    private static TextBinding Binding(Argument argument, ImmutableArray<string> settings) => new("Form", argument.WireName, null, settings);

    private static IEnumerable<string> MembersOf(ApiModel api, Argument argument)
    {
        var field = argument.Field!;
        if (argument.Schema is { } schema && MediaKinds.ShapeOf(api, schema) is Shape.Union)
            return ["Explode = true", .. MemberSettings.Of(api, schema, hasNamedMembers: true)];
        return
        [
            "Explode = true",
            "IsObject = true",
            .. field switch
            {
                { Layout: FieldLayout.JsonMembers, Values: { } values } => JsonMembersOf(api, values),
                { Layout: FieldLayout.JsonMembers } => ["LiteralMembers = [\"[]\"]"],
                { Values: { } values } => MemberSettings.OfValues(api, values),
                _ => [],
            },
        ];
    }

    private static IEnumerable<string> JsonMembersOf(ApiModel api, SchemaId values) => MediaKinds.ShapeOf(api, values) is Shape.Array { Items: var items }
        ? ["LiteralMembers = [\"[]\"]", TextBinding.NamesSetting("ListMembers", MediaKinds.ShapeOf(api, items) is Shape.Array ? ["[]", "[][]"] : ["[]"]), .. TextKinds.SettingOf(TextKinds.Of(api, items))]
        : ["LiteralMembers = [\"[]\"]", .. TextKinds.SettingOf(TextKinds.Of(api, values))];

    /// <summary>The value takes the fields that no other argument does; a union those that its cases declare.</summary>
    private static IEnumerable<string> RestOf(Argument argument) => argument.Field!.Layout is FieldLayout.Members && argument.Field.Values is null && argument.Schema is not null
        ? []
        : [TextBinding.NamesSetting("Except", argument.Field!.Others)];

    private static IEnumerable<string> ItemsOf(ApiModel api, SchemaId items)
    {
        var shape = MediaKinds.ShapeOf(api, items);
        var kinds = TextKinds.Of(api, items);
        return
        [
            .. MemberSettings.OfItems(api, items),
            .. kinds.IsEmpty && (TextBinding.IsLiteral(shape) || !FormFields.IsSimple(shape)) ? [IsLiteral] : TextKinds.SettingOf(kinds),
        ];
    }
}
