using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides how an action's parameter is bound: by the framework's own attribute where that is exact, else by the runtime's.</summary>
internal static class ServerBindings
{
    /// <summary>The attributes, without the outer brackets.</summary>
    public static string Of(ApiModel api, Argument argument, BodyPlan? body) => argument.Kind switch
    {
        ArgumentKind.Body => OfBody(argument, body!),
        ArgumentKind.ContentType => Named("FromHeader", argument),
        ArgumentKind.File or ArgumentKind.Files => Named("FromForm", argument),
        ArgumentKind.Field => OfText(
            api,
            argument,
            "Form",
            body!.Kind == MediaKind.Multipart ? ParameterStyle.Form : argument.Encoding?.Style ?? ParameterStyle.Form,
            body.Kind == MediaKind.Multipart || (argument.Encoding?.IsExploded ?? true),
            body.Kind == MediaKind.Multipart && argument.HasParts && MediaKinds.ShapeOf(api, argument.Schema!.Value) is not Shape.Array ? "application/json" : null),
        _ => OfParameter(api, argument, argument.Parameter!),
    };

    private static string OfBody(Argument argument, BodyPlan body) => body.Kind switch
    {
        MediaKind.Json => $"FromJson{argument.TypeArguments}",
        MediaKind.Text => "FromText",
        _ => "FromStream",
    };

    private static string OfParameter(ApiModel api, Argument argument, Parameter parameter) => (parameter.Location, argument.Type.Text) switch
    {
        (ParameterLocation.Path, "string") when parameter.Style == ParameterStyle.Simple => $"FromPath({Literal.Text(Routes.ParameterName(argument.WireName))})",
        (ParameterLocation.Path, "bool" or "int" or "long" or "Guid") when parameter.Style == ParameterStyle.Simple =>
            $"FromRoute(Name = {Literal.Text(Routes.ParameterName(argument.WireName))})",
        (ParameterLocation.Query, "string" or "bool" or "int" or "long" or "Guid") when parameter.ContentType is null => Named("FromQuery", argument),
        (ParameterLocation.Header, "string") when parameter.ContentType is null => Named("FromHeader", argument),
        _ => OfText(api, argument, parameter.Location.ToString(), parameter.Style, parameter.IsExploded && parameter.Location != ParameterLocation.Cookie, parameter.ContentType),
    };

    private static string Named(string attribute, Argument argument) =>
        $"{attribute}(Name = {Literal.Text(argument.WireName)}){(argument.IsRequired ? ", BindRequired" : "")}";

    private static string OfText(ApiModel api, Argument argument, string place, ParameterStyle style, bool isExploded, string? contentType)
    {
        var name = place == "Path" ? Routes.ParameterName(argument.WireName) : argument.WireName;
        var shape = MediaKinds.ShapeOf(api, argument.Schema!.Value);
        var isJson = contentType is not null && MediaKinds.Of(contentType, isBinary: false) == MediaKind.Json && argument.Type.Text != "string";
        string[] layout = isJson ? ["IsJson = true"] :
        [
            .. IsDefault(place, style) ? [] : new[] { $"Style = {Literal.Text(style.ToString())}" },
            .. isExploded && shape is not (Shape.String or Shape.Number or Shape.Boolean or Shape.Enum) ? new[] { "Explode = true" } : [],
            .. ShapeFlags(api, shape),
        ];
        return $"FromParameter{argument.TypeArguments}({string.Join(", ", [$"ParameterPlace.{place}", Literal.Text(name), .. layout])})";
    }

    private static bool IsDefault(string place, ParameterStyle style) =>
        style == (place is "Path" or "Header" ? ParameterStyle.Simple : ParameterStyle.Form);

    private static IEnumerable<string> ShapeFlags(ApiModel api, Shape shape)
    {
        if (shape is Shape.Array array)
            return IsLiteral(MediaKinds.ShapeOf(api, array.Items)) ? ["IsList = true", "IsLiteral = true"] : ["IsList = true"];
        if (shape is not (Shape.Object or Shape.Map))
            return IsLiteral(shape) ? ["IsLiteral = true"] : [];
        var literals = shape is Shape.Object record
            ? record.Properties.Where(property => IsLiteral(MediaKinds.ShapeOf(api, property.Schema))).Select(property => Literal.Text(property.Name)).ToArray()
            : [];
        return literals.Length == 0 ? ["IsObject = true"] : ["IsObject = true", $"LiteralMembers = [{string.Join(", ", literals)}]"];
    }

    private static bool IsLiteral(Shape shape) => shape is Shape.Number or Shape.Boolean or Shape.Enum { IsInteger: true };
}
