using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides how the arguments of an operation are bound, alike for controllers and endpoints.</summary>
internal static class ServerBindings
{
    /// <summary>The attributes of an action's parameter, without the outer brackets.</summary>
    public static string AttributesOf(ApiModel api, Argument argument, BodyPlan? body) =>
        $"{(IsBoundAlways(argument) ? "BindRequired, " : "")}{AttributeOf(api, argument, body)}";

    /// <summary>A request without the argument finds the action and is refused by it. Without a value in the path it does not get there.</summary>
    public static bool IsBoundAlways(Argument argument) => argument is { IsRequired: true, Parameter: not { Location: ParameterLocation.Path } };

    private static string AttributeOf(ApiModel api, Argument argument, BodyPlan? body) => argument.Kind switch
    {
        ArgumentKind.Body when body!.Kind == MediaKind.Json => JsonAttributeOf(argument),
        ArgumentKind.Body when body!.Kind == MediaKind.Lines => Attribute("FromItems", "ItemsBinder", body.TypeArguments, []),
        ArgumentKind.Body => body!.Kind == MediaKind.Text ? "FromText" : "FromStream",
        ArgumentKind.ContentType => $"FromHeader(Name = {Literal.Text(argument.WireName)})",
        _ when argument.IsFile => $"FromFile({string.Join(", ", [Literal.Text(argument.WireName), .. FileSettingsOf(argument)])})",
        _ => AttributeOf(argument, TextBinding.Of(api, argument)),
    };

    /// <summary>The expression that binds a local of an endpoint.</summary>
    /// <param name="input">The local that reads the request.</param>
    /// <param name="fieldOf">The field that has a layout, of which it is given what follows <c>new</c>.</param>
    public static string CallOf(ApiModel api, Argument argument, BodyPlan? body, string input, Func<string, string> fieldOf) => argument.Kind switch
    {
        ArgumentKind.Body when body!.Kind == MediaKind.Json => JsonCallOf(argument, input),
        ArgumentKind.Body when body!.Kind == MediaKind.Text => $"await {input}.TextAsync().ConfigureAwait(false)",
        ArgumentKind.Body when body!.Kind == MediaKind.Lines => $"{input}.Items{body.TypeArguments}()",
        ArgumentKind.Body => $"{input}.Stream()",
        ArgumentKind.ContentType => $"{input}.ContentType",
        _ when argument.IsFile => $"{input}.{(MayBeNone(argument) ? "All" : argument.IsRequired ? "Required" : "Optional")}{argument.Kind}({FileArgumentsOf(argument)})",
        _ => CallOf(argument, TextBinding.Of(api, argument), input, fieldOf),
    };

    private static IEnumerable<string> FileSettingsOf(Argument argument) => argument.Kind switch
    {
        ArgumentKind.FileMap or ArgumentKind.FilesMap when !argument.Field!.Others.IsEmpty => [TextBinding.NamesSetting("Except", argument.Field.Others)],
        _ =>
        [
            .. argument.Field!.IsWhole ? ["HasAnyName = true"] : Array.Empty<string>(),
            .. MayBeNone(argument) ? ["AllowsNone = true"] : Array.Empty<string>(),
            .. argument.IsRequiredWithBody ? [FieldBinding.IsRequiredWithBody] : Array.Empty<string>(),
        ],
    };

    /// <summary>A form without the files has an empty list of them.</summary>
    private static bool MayBeNone(Argument argument) => argument is { IsRequired: true, Kind: ArgumentKind.Files, Field.AllowsNone: true };

    private static string FileArgumentsOf(Argument argument) => FileNamesOf(argument) + (argument.IsRequiredWithBody ? ", isRequiredWithBody: true" : "");

    private static string FileNamesOf(Argument argument) => argument.Kind switch
    {
        ArgumentKind.FileMap or ArgumentKind.FilesMap => NamesOf(argument.Field!.Others),
        _ when argument.Field!.IsWhole => "",
        _ => Literal.Text(argument.WireName),
    };

    private static string NamesOf(ImmutableArray<string> names) => string.Join(", ", names.Select(Literal.Text));

    private static string JsonAttributeOf(Argument argument) => Attribute("FromJson", "JsonBinder", argument.TypeArguments, argument.IsNullable ? ["AllowsNull = true"] : []);

    private static string JsonCallOf(Argument argument, string input)
    {
        var method = argument is { IsRequired: true, IsNullable: true } ? $"NullableJson{(argument.Type.IsValueType ? "Value" : "")}Async" : MethodOf(argument, "Json", "Async");
        var setting = argument is { IsRequired: false, IsNullable: true } ? "allowsNull: true" : "";
        return $"await {input}.{method}{argument.TypeArguments}({setting}).ConfigureAwait(false)";
    }

    private static string AttributeOf(Argument argument, TextBinding binding)
    {
        string[] settings =
        [
            .. binding.Style is { } style ? new[] { $"Style = {Literal.Text(style)}" } : [],
            .. binding.Settings,
        ];
        return Attribute("FromParameter", "ParameterBinder", argument.TypeArguments, [$"ParameterPlace.{binding.Place}", Literal.Text(binding.Name), .. settings]);
    }

    /// <summary>An attribute cannot have a type argument that says where references may be null; the type of its binder can.</summary>
    private static string Attribute(string name, string binder, string types, string[] settings)
    {
        var isPlain = !types.Contains('?', StringComparison.Ordinal);
        string[] all = isPlain ? settings : [$"typeof({binder}{types})", .. settings];
        return $"{name}{(isPlain ? types : "")}{(all.Length == 0 ? "" : $"({string.Join(", ", all)})")}";
    }

    private static string CallOf(Argument argument, TextBinding binding, string input, Func<string, string> fieldOf)
    {
        string[] settings =
        [
            .. binding.Style is { } style ? new[] { $"Style = ParameterStyle.{style}" } : [],
            .. binding.Settings,
        ];
        // Null is no value of a struct.
        var isValueOrNull = argument is { IsRequired: true, Type.IsValueType: true, IsNullable: true } && (argument.Field is not null || argument.IsJson);
        if (isValueOrNull)
            settings = [.. settings, "IsRequired = true"];
        var layout = $"(ParameterPlace.{binding.Place}, {Literal.Text(binding.Name)}){(settings.Length == 0 ? "" : $" {{ {string.Join(", ", settings)} }}")}";
        var hasNames = Array.Exists(settings, setting => setting.EndsWith(']'));
        return $"{input}.{(isValueOrNull ? "OptionalValue" : MethodOf(argument, "", ""))}{argument.TypeArguments}({(hasNames ? fieldOf(layout) : "new" + layout)})";
    }

    /// <summary>What is absent is null, which C# writes differently for values and for references.</summary>
    private static string MethodOf(Argument argument, string what, string suffix) => (argument.IsRequired, argument.Type.IsValueType) switch
    {
        (true, _) => $"Required{what}{suffix}",
        (false, true) => $"Optional{what}Value{suffix}",
        (false, false) => $"Optional{what}{suffix}",
    };
}
