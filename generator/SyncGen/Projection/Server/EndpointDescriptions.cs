using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides what descriptions of the API are told of an endpoint.</summary>
internal static class EndpointDescriptions
{
    /// <summary>The calls that describe the operation beyond the tag that all of the group have.</summary>
    public static ImmutableArray<string> Of(ApiModel api, OperationPlan plan, string tag)
    {
        if (!plan.IsDescribed)
            return ["ExcludeFromDescription()"];
        var calls = ImmutableArray.CreateBuilder<string>();
        if (plan.Summary is { } summary)
            calls.Add($"WithSummary({Literal.Text(summary)})");
        if (!plan.Operation.Tags.IsEmpty && !plan.Operation.Tags.SequenceEqual([tag]))
            calls.Add($"WithTags({string.Join(", ", plan.Operation.Tags.Select(Literal.Text))})");
        calls.AddRange(plan.Arguments.Where(IsPlaced).Select(argument => ParameterOf(api, argument)));
        if (ServerMetadata.DescribedBy(plan) is { IsEmpty: false } types)
            calls.Add(BodyOf(plan, string.Join(", ", types)));
        return calls.ToImmutable();
    }

    /// <summary>The type of the body; null for a form, whose fields are described one by one.</summary>
    public static string? BodyTypeOf(OperationPlan plan) => plan.Body!.Kind is not (MediaKind.Form or MediaKind.Multipart) ? plan.Body.Type.Text
        : plan.Arguments.Any(IsField) ? null
        : "object";

    /// <summary>Cookies, whole queries and headers of parts have no place in descriptions, and what is no parameter is the body.</summary>
    private static bool IsPlaced(Argument argument) =>
        argument is { Part: null, Parameter.Location: not (ParameterLocation.Cookie or ParameterLocation.QueryString) } || IsField(argument);

    private static bool IsField(Argument argument) => argument.Field is not null;

    private static string ParameterOf(ApiModel api, Argument argument)
    {
        var place = argument.Parameter is { } parameter ? parameter.Location.ToString() : "Form";
        var name = place == "Path" ? Routes.ParameterName(argument.WireName) : argument.WireName;
        return $"WithParameter(ParameterPlace.{place}, {Literal.Text(name)}, typeof({DescribedTypeOf(api, argument)}){(argument.IsRequired ? ", isRequired: true" : "")})";
    }

    /// <summary>Descriptions do not know the types of enums, which are texts or numbers on the wire.</summary>
    private static string DescribedTypeOf(ApiModel api, Argument argument) => argument.Kind switch
    {
        ArgumentKind.File => "IFormFile",
        ArgumentKind.Files => "IReadOnlyList<IFormFile>",
        ArgumentKind.FileMap or ArgumentKind.FilesMap => "IFormFileCollection",
        _ when argument.Schema is null => argument.Type.Text,
        _ => MediaKinds.ShapeOf(api, argument.Schema.Value) switch
        {
            Shape.Enum @enum => TypeOf(@enum),
            Shape.Array array when MediaKinds.ShapeOf(api, array.Items) is Shape.Enum @enum => $"IReadOnlyList<{TypeOf(@enum)}>",
            _ => argument.Type.Text,
        },
    };

    private static string TypeOf(Shape.Enum @enum) => @enum.IsInteger ? "long" : "string";

    private static string BodyOf(OperationPlan plan, string types) => BodyTypeOf(plan) is { } type && ServerMetadata.ConsumedBy(plan).IsEmpty
        ? $"WithBody(typeof({type}), isRequired: {Literal.Boolean(plan.Operation.Body!.IsRequired)}, {types})"
        : $"WithMetadata(new BodyTypesAttribute({types}))";
}
