using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the calls that put arguments into a request.</summary>
internal static class ClientParameters
{
    /// <summary>For example <c>AddQuery("filter", filter)</c>.</summary>
    public static string CallOf(Argument argument)
    {
        var parameter = argument.Parameter!;
        var name = Literal.Text(argument.WireName);
        var method = "Add" + parameter.Location;
        if (parameter.ContentType is { } contentType && MediaKinds.Of(contentType, isBinary: false) == MediaKind.Json && argument.Type.Text != "string")
            return $"{method}({name}, ApiRequest.Json{argument.TypeArguments}({argument.Name}))";
        var layout = argument.HasParts || parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? LayoutOf(parameter) : "";
        if (layout.Length == 0 && IsPlain(argument, parameter.Location))
            return $"{method}({name}, {argument.Name}{ReservedOf(parameter)})";
        return $"{method}{argument.TypeArguments}({name}, {argument.Name}{layout}{ReservedOf(parameter)})";
    }

    /// <summary>For example <c>AddField("grant_type", grantType)</c>.</summary>
    public static string FieldCallOf(Argument argument, MediaKind kind)
    {
        var method = kind == MediaKind.Multipart ? "AddPart" : "AddField";
        var name = Literal.Text(argument.WireName);
        var media = kind == MediaKind.Multipart && argument.Encoding?.ContentType is { } contentType && IsOne(contentType) ? $", {Literal.Text(contentType.Trim())}" : "";
        if (argument.Type.Text == "string")
            return $"{method}({name}, {argument.Name}{media})";
        var layout = kind == MediaKind.Multipart || !argument.HasParts || argument.Encoding is not { } encoding ? "" : LayoutOf(encoding.Style, encoding.IsExploded, ParameterStyle.Form, true);
        return $"{method}{argument.TypeArguments}({name}, {argument.Name}{layout}{media})";
    }

    /// <summary>One media type, not a range or several.</summary>
    private static bool IsOne(string contentType) =>
        !contentType.Contains('*', StringComparison.Ordinal) && !contentType.Contains(',', StringComparison.Ordinal) && MediaTypeNames.IsValid(contentType.Trim());

    /// <summary>The runtime has an overload of its own for this type.</summary>
    private static bool IsPlain(Argument argument, ParameterLocation location) => argument.Type.Text switch
    {
        "string" or "long" or "int" => true,
        "bool" => location != ParameterLocation.Path,
        _ => false,
    };

    private static string LayoutOf(Parameter parameter) => parameter.Location switch
    {
        ParameterLocation.Query => LayoutOf(parameter.Style, parameter.IsExploded, ParameterStyle.Form, true),
        ParameterLocation.Path => LayoutOf(parameter.Style, parameter.IsExploded, ParameterStyle.Simple, false),
        ParameterLocation.Header when parameter.IsExploded => ", explode: true",
        _ => "",
    };

    private static string LayoutOf(ParameterStyle style, bool isExploded, ParameterStyle defaultStyle, bool defaultExplode)
    {
        var text = style == defaultStyle ? "" : $", ParameterStyle.{style}";
        return isExploded == defaultExplode ? text : $"{text}, explode: {Literal.Boolean(isExploded)}";
    }

    private static string ReservedOf(Parameter parameter) =>
        parameter is { AllowsReserved: true, Location: ParameterLocation.Query } ? ", allowReserved: true" : "";
}
