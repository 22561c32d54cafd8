using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The arguments of an operation: its parameters and its body, required ones first, those with one possible value last.</summary>
internal static class Arguments
{
    /// <summary>The arguments, whose C# names are unique.</summary>
    public static ImmutableArray<Argument> Of(ApiModel api, TypeTable types, DefaultValue defaults, CSharpType freeForm, Operation operation, BodyPlan? body, DiagnosticBag diagnostics)
    {
        var names = new NameTable(StringComparer.Ordinal);
        names.TryAdd("cancellationToken", "");
        var arguments = new List<Argument>();
        foreach (var parameter in operation.Parameters.Where(IsSent))
        {
            if (parameter is { ContentType: null, Location: not ParameterLocation.Path } && api.AllowsNullOnly(parameter.Schema))
            {
                diagnostics.Report(ProjectionRules.ParameterOfNull, parameter.Span, parameter.Name);
                continue;
            }

            StyledForms.Report(api, parameter, diagnostics);
            arguments.Add(OfParameter(api, types, parameter, names));
        }

        PathSegments.Report(api, operation, diagnostics);
        if (body is { Kind: MediaKind.Form or MediaKind.Multipart })
            arguments.AddRange(FormArguments.Of(api, types, freeForm, operation.Body!, body, names, diagnostics));
        else if (body is not null)
            arguments.Add(OfBody(operation.Body!, body, names));
        if (body is { HasOpenType: true })
            arguments.Add(OfContentType(body, names));
        return
        [
            .. arguments
                .Select(argument => argument with
                {
                    Kinds = argument.Schema is { } value ? KindsOf(api, argument, value) : [],
                    HasParts = argument.Schema is { } schema && !FormFields.IsSimple(MediaKinds.ShapeOf(api, schema)),
                    Default = DefaultOf(api, defaults, argument),
                    Constant = ConstantOf(api, defaults, argument),
                    QueryOfOthers = argument.Parameter is { } parameter ? QueryMembers.OthersOf(api, operation, parameter) : null,
                })
                .OrderBy(argument => argument.MustBePassed ? 0 : argument.Constant is null ? 1 : 2),
        ];
    }

    /// <summary>The schema of the properties that an object, or what it extends, does not declare; null where none are meant.</summary>
    public static SchemaId? AdditionalOf(ApiModel api, SchemaId id) =>
        MediaKinds.ShapeOf(api, id) is Shape.Object shape ? shape.Additional ?? (shape.Base is { } @base ? AdditionalOf(api, @base) : null) : null;

    /// <summary>The properties of an object that requests carry, with those of what it extends, base first.</summary>
    public static IEnumerable<Property> PropertiesOf(ApiModel api, SchemaId id) => DeclaredBy(api, id).Where(property => !Directions.IsReadOnly(api, property));

    /// <summary>All properties of an object, with those of what it extends, base first.</summary>
    public static IEnumerable<Property> DeclaredBy(ApiModel api, SchemaId id) => MediaKinds.ShapeOf(api, id) is not Shape.Object shape ? []
        : shape.Base is { } @base ? DeclaredBy(api, @base).Concat(shape.Properties)
        : shape.Properties;

    private static ImmutableArray<string> KindsOf(ApiModel api, Argument argument, SchemaId schema) => argument switch
    {
        { Parameter: { ContentType: null } parameter } => StyledForms.KindsOf(api, schema, parameter.Location.ToString(), parameter.Style, TextBinding.IsExploded(parameter)),
        { Field: { Layout: FieldLayout.Styled } field } => StyledForms.KindsOf(api, schema, "Form", field.Style, field.IsExploded),
        { Field.Layout: FieldLayout.Items, ByCase.IsEmpty: false } => TextKinds.OfCases(api, argument),
        { Field.Layout: FieldLayout.Items } => TextKinds.Of(api, MediaKinds.ShapeOf(api, schema) is Shape.Array array ? array.Items : schema),
        _ => [],
    };

    private static string? DefaultOf(ApiModel api, DefaultValue defaults, Argument argument)
    {
        if (argument.IsRequired || argument.Kind is not (ArgumentKind.Parameter or ArgumentKind.Field) || argument.Schema is not { } schema)
            return null;
        return (api[schema].Default ?? api.Resolve(schema).Default) is { } value and not JsonValue.Null ? defaults.ExpressionOf(value, schema) : null;
    }

    private static string? ConstantOf(ApiModel api, DefaultValue defaults, Argument argument)
    {
        var canBeConstant = argument is { IsRequired: true, IsNullable: false, HasOtherSchemas: false, Kind: ArgumentKind.Parameter or ArgumentKind.Field };
        // Null has a text under a media type alone.
        if (argument is { IsRequired: true, Parameter.ContentType: not null, Schema: { } nothing } && api.AllowsNullOnly(nothing))
            return defaults.ExpressionOf(new JsonValue.Null(), nothing);
        return canBeConstant && argument.Schema is { } schema && api.OnlyValueOf(schema) is { } only ? defaults.ExpressionOf(only, schema) : null;
    }

    /// <summary>Accept and Content-Type follow from the media types, as OpenAPI says.</summary>
    private static bool IsSent(Parameter parameter) =>
        parameter.Location != ParameterLocation.Header
        || !(parameter.Name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || parameter.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));

    private static Argument OfParameter(ApiModel api, TypeTable types, Parameter parameter, NameTable names)
    {
        var name = Identifier.CamelCase(parameter.PreferredName ?? parameter.Name, "parameter");
        var location = parameter.Location.ToString();
        name = names.Add(parameter.Name, location + parameter.Name, name, name.TrimStart('@') + location);
        var isRequired = parameter.IsRequired || parameter.Location == ParameterLocation.Path;
        return new Argument(
            ArgumentKind.Parameter,
            name,
            parameter.Name,
            types[parameter.Schema],
            isRequired,
            types.IsNullable(parameter.Schema) && parameter.Location != ParameterLocation.Path,
            parameter.Schema,
            parameter,
            null,
            parameter.Description ?? api[parameter.Schema].Description);
    }

    private static Argument OfBody(RequestBody request, BodyPlan body, NameTable names)
    {
        var name = request.Name is { } hint ? Identifier.CamelCase(hint, "body") : "body";
        name = names.Add("body", "body", name, "body", "requestBody");
        return new Argument(ArgumentKind.Body, name, "", body.WholeType, request.IsRequired, body.IsNullable && !body.IsSequence, body.Media.Schema, null, null, request.Description);
    }

    private static Argument OfContentType(BodyPlan body, NameTable names) => new(
        ArgumentKind.ContentType,
        names.Add("content type", "content type", "contentType", "bodyContentType"),
        "Content-Type",
        new CSharpType("string", "JsonString", false),
        IsRequired: false,
        IsNullable: false,
        null,
        null,
        null,
        $"The media type of the body: {string.Join(", ", body.MediaTypes.Select(type => $"`{type}`"))}.");
}
