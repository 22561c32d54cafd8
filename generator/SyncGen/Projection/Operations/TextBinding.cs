using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Where the text of an argument stands in a request and how it becomes a value.</summary>
/// <param name="Place">A member of the runtime's enum.</param>
/// <param name="Name">The name on the wire; in a path the name in the route.</param>
/// <param name="Style">A member of the runtime's enum; null for the place's own style.</param>
/// <param name="Settings">The initializers of the members that are not as usual.</param>
internal sealed record TextBinding(string Place, string Name, string? Style, ImmutableArray<string> Settings)
{
    private static readonly ImmutableArray<string> AsItStands = ["IsJson = true"];
    private static readonly ImmutableArray<string> Exploded = ["Explode = true"];

    public static TextBinding Of(ApiModel api, Argument argument)
    {
        var binding = argument.Parameter is { } parameter ? OfParameter(api, argument, parameter) : FieldBinding.Of(api, argument);
        // An empty text is a text; of anything else it is nothing, where the contract says so or reading forgives it.
        var allowsEmpty = (argument.Parameter is { AllowsEmptyValue: true } && argument.Type.Text != "string")
            || (!argument.IsRequired && TextTypes.CodecOfEmpty(argument.Type, argument.IsNullable) is not null);
        return allowsEmpty ? binding with { Settings = binding.Settings.Add("AllowsEmpty = true") } : binding;
    }

    private static TextBinding OfParameter(ApiModel api, Argument argument, Parameter parameter)
    {
        var isExploded = IsExploded(parameter);
        var binding = Of(api, argument, parameter.Location.ToString(), parameter.Style, isExploded, parameter.ContentType);
        if (argument.Part is { } part)
            binding = binding with { Settings = binding.Settings.Add($"Part = {Literal.Text(part)}") };
        if (argument.QueryOfOthers is { } others)
            binding = binding with { Settings = binding.Settings.Add(NamesSetting("Except", others)) };
        return QueryMembers.MembersOf(api, parameter) is { } members ? binding with { Settings = binding.Settings.Add(NamesSetting("Only", members)) } : binding;
    }

    /// <summary>Whether the parts of a parameter stand apart; a cookie holds one text.</summary>
    public static bool IsExploded(Parameter parameter) => parameter.IsExploded && parameter.Location != ParameterLocation.Cookie;

    /// <summary>A setting that lists names: <c>Only = ["a", "b"]</c>.</summary>
    public static string NamesSetting(string setting, IEnumerable<string> names) => $"{setting} = {Literal.Texts(names)}";

    /// <summary>A value that a style lays out.</summary>
    public static TextBinding Of(ApiModel api, Argument argument, string place, ParameterStyle style, bool isExploded, string? contentType)
    {
        var name = place == "Path" ? Routes.ParameterName(argument.WireName) : argument.WireName;
        var shape = MediaKinds.ShapeOf(api, argument.Schema!.Value);
        if (MediaKinds.IsJson(contentType))
            return new TextBinding(place, name, null, argument is { IsNullable: true, Default: null } ? AsItStands.Add(FieldBinding.AllowsNull) : AsItStands);
        return new TextBinding(
            place,
            name,
            IsDefault(place, style) ? null : style.ToString(),
            [
                .. style == ParameterStyle.Matrix && name != argument.WireName ? new[] { $"WireName = {Literal.Text(argument.WireName)}" } : [],
                .. isExploded && shape is not (Shape.String or Shape.Number or Shape.Boolean or Shape.Enum) ? Exploded : [],
                .. SettingsOf(api, argument.Schema.Value, shape, place, style, isExploded),
            ]);
    }

    private static IEnumerable<string> SettingsOf(ApiModel api, SchemaId schema, Shape shape, string place, ParameterStyle style, bool isExploded)
    {
        var hasNamedMembers = HasNamedMembers(place, style, isExploded);
        if (FormFields.IsObject(shape))
            return MemberSettings.Of(api, schema, hasNamedMembers);
        var kinds = StyledForms.KindsOf(api, schema, place, style, isExploded);
        return kinds.IsEmpty ? ShapeFlags(api, shape) : MemberSettings.OfUnion(api, schema, kinds, hasNamedMembers);
    }

    private static bool IsDefault(string place, ParameterStyle style) =>
        style == (place is "Path" or "Header" ? ParameterStyle.Simple : ParameterStyle.Form);

    /// <summary>Each member of an object is a parameter of the query, or a field, with a name of its own.</summary>
    public static bool HasNamedMembers(string place, ParameterStyle style, bool isExploded) =>
        place is "Query" or "Form" && (style == ParameterStyle.DeepObject || (style == ParameterStyle.Form && isExploded));

    private static IEnumerable<string> ShapeFlags(ApiModel api, Shape shape)
    {
        if (shape is Shape.Array array)
            return ["IsList = true", .. IsLiteral(api, array.Items) ? ["IsLiteral = true"] : TextKinds.SettingOf(TextKinds.Of(api, array.Items))];
        return IsLiteral(shape) ? ["IsLiteral = true"] : [];
    }

    /// <summary>The text of a value is JSON as it stands.</summary>
    public static bool IsLiteral(ApiModel api, SchemaId schema) => IsLiteral(MediaKinds.ShapeOf(api, schema));

    /// <summary>The text of a value is JSON as it stands.</summary>
    public static bool IsLiteral(Shape shape) => shape is Shape.Number or Shape.Boolean or Shape.Enum { IsInteger: true };
}
