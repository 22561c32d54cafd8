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
        if (parameter.Location == ParameterLocation.QueryString)
            return argument.IsJson ? $"{method}({JsonOf(argument)})" : argument.Type.Text == "string" ? $"{method}({argument.Name})" : $"{method}{argument.TypeArguments}({name}, {argument.Name})";
        if (argument.IsJson)
            return parameter.Location == ParameterLocation.Header ? $"AddJsonHeader{argument.TypeArguments}({name}, {argument.Name}{NullOf(argument)})" : $"{method}({name}, {JsonOf(argument)})";
        var layout = argument.HasParts || parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? LayoutOf(parameter) : "";
        if (layout.Length == 0 && IsPlain(argument, parameter.Location))
            return $"{method}({name}, {argument.Name}{ReservedOf(parameter)})";
        return $"{method}{argument.TypeArguments}({name}, {argument.Name}{layout}{ReservedOf(parameter)}{ExceptOf(argument.QueryOfOthers ?? [])}{KindsOf(argument)})";
    }

    /// <summary>The JSON text of an argument; null where it is not sent.</summary>
    public static string JsonOf(Argument argument) => $"ApiRequest.Json{argument.TypeArguments}({argument.Name}){(argument.SendsNull ? " ?? \"null\"" : "")}";

    /// <summary>The setting of a call that sends null as JSON.</summary>
    public static string NullOf(Argument argument) => argument.SendsNull ? ", sendsNull: true" : "";

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
        // A delimiter of Swagger 2.0 holds in headers, too.
        ParameterLocation.Header when parameter.Style != ParameterStyle.Simple => $", style: ParameterStyle.{parameter.Style}",
        _ => "",
    };

    /// <summary>The arguments that say how a value is laid out, where that is not the usual way.</summary>
    public static string LayoutOf(ParameterStyle style, bool isExploded, ParameterStyle defaultStyle, bool defaultExplode)
    {
        var text = style == defaultStyle ? "" : $", ParameterStyle.{style}";
        return isExploded == defaultExplode ? text : $"{text}, explode: {Literal.Boolean(isExploded)}";
    }

    /// <summary>What the value may be, where it may be of several kinds of which not all have a form.</summary>
    public static string KindsOf(Argument argument) => argument.Kinds.IsEmpty ? "" : $", kinds: {TextKinds.TextOf(argument.Kinds)}";

    /// <summary>The names that the value's members cannot have; nothing where they may have any.</summary>
    public static string ExceptOf(ImmutableArray<string> names) => names.IsEmpty ? "" : $", except: {Literal.Texts(names)}";

    private static string ReservedOf(Parameter parameter) =>
        parameter is { AllowsReserved: true, Location: ParameterLocation.Query } ? ", allowReserved: true" : "";
}
