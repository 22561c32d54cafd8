using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How the texts of a form's fields and parts become values.</summary>
internal static class FieldBinding
{
    private const string AllowsText = "AllowsText = true";
    private const string HasAnyName = "HasAnyName = true";
    private const string IsJson = "IsJson = true";
    private const string IsList = "IsList = true";
    private const string IsLiteral = "IsLiteral = true";

    public static TextBinding Of(ApiModel api, Argument argument)
    {
        var field = argument.Field!;
        var shape = argument.Schema is { } schema ? MediaKinds.ShapeOf(api, schema) : null;
        return field.Layout switch
        {
            FieldLayout.Json => Binding(argument, [IsJson, .. shape is Shape.Array ? [IsList] : Array.Empty<string>(), .. AllowsTextIn(shape)]),
            FieldLayout.Items when shape is Shape.Array array => Binding(argument, ["Explode = true", IsList, .. ItemsOf(MediaKinds.ShapeOf(api, array.Items)), .. field.IsWhole ? [HasAnyName] : Array.Empty<string>()]),
            FieldLayout.Items => Binding(argument, [IsJson, AllowsText]),
            FieldLayout.Members or FieldLayout.JsonMembers => Binding(argument, [.. MembersOf(api, argument), .. RestOf(argument)]),
            _ => OfStyled(api, argument, shape!),
        };
    }

    private static TextBinding OfStyled(ApiModel api, Argument argument, Shape shape)
    {
        var field = argument.Field!;
        var binding = TextBinding.Of(api, argument, "Form", field.Style, field.IsExploded, null);
        var hasNamedMembers = field is { Layout: FieldLayout.Styled, Style: ParameterStyle.Form, IsExploded: true };
        var takesRest = hasNamedMembers && shape is Shape.Map or Shape.Object { Additional: not null } or Shape.Object { IsClosed: true };
        var hasOwnNames = hasNamedMembers && shape is Shape.Object;
        return binding with
        {
            Settings =
            [
                .. binding.Settings,
                .. takesRest ? RestOf(argument) : hasOwnNames ? [TextBinding.NamesSetting("Only", Arguments.PropertiesOf(api, argument.Schema!.Value).Select(property => property.Name))] : [],
                .. shape is Shape.Union or Shape.Any ? [IsLiteral, AllowsText] : Array.Empty<string>(),
            ],
        };
    }

    private static TextBinding Binding(Argument argument, ImmutableArray<string> settings) => new("Form", argument.WireName, null, settings);

    private static IEnumerable<string> MembersOf(ApiModel api, Argument argument)
    {
        var field = argument.Field!;
        if (argument.Schema is { } schema && MediaKinds.ShapeOf(api, schema) is Shape.Union)
            return ["Explode = true", .. MemberSettings.Of(api, schema, hasNamedMembers: true)];
        var values = field.Values is { } id ? MediaKinds.ShapeOf(api, id) : null;
        var single = values is Shape.Array array ? MediaKinds.ShapeOf(api, array.Items) : values;
        var isLiteral = field.Layout == FieldLayout.JsonMembers || (single is not null && TextBinding.IsLiteral(single));
        return
        [
            "Explode = true",
            "IsObject = true",
            .. isLiteral ? ["LiteralMembers = [\"[]\"]"] : Array.Empty<string>(),
            .. field.Layout == FieldLayout.Members && values is Shape.Array ? ["ListMembers = [\"[]\"]"] : Array.Empty<string>(),
            .. field.Layout == FieldLayout.JsonMembers ? AllowsTextIn(values) : [],
        ];
    }

    /// <summary>The value takes the fields that no other argument does; a union those that its cases declare.</summary>
    private static IEnumerable<string> RestOf(Argument argument) => argument.Field!.Layout is FieldLayout.Members && argument.Field.Values is null && argument.Schema is not null
        ? []
        : [TextBinding.NamesSetting("Except", argument.Field!.Others)];

    private static IEnumerable<string> ItemsOf(Shape items) => items switch
    {
        Shape.Union or Shape.Any => [IsLiteral, AllowsText],
        _ when TextBinding.IsLiteral(items) || !FormFields.IsSimple(items) => [IsLiteral],
        _ => [],
    };

    private static string[] AllowsTextIn(Shape? shape) => shape is Shape.Union or Shape.Any or Shape.String or null ? [AllowsText] : [];
}
