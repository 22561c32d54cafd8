using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The arguments of an operation whose body is a form: one for each property, one for what has no name in the contract, or one for all of it.</summary>
internal sealed class FormArguments
{
    private static readonly CSharpType Texts = new("IReadOnlyDictionary<string, string>", "JsonMap<string, JsonString>", false);

    private readonly ApiModel _api;
    private readonly TypeTable _types;
    private readonly CSharpType _freeForm;
    private readonly RequestBody _request;
    private readonly BodyPlan _body;
    private readonly NameTable _names;

    private FormArguments(ApiModel api, TypeTable types, CSharpType freeForm, RequestBody request, BodyPlan body, NameTable names)
    {
        _api = api;
        _types = types;
        _freeForm = freeForm;
        _request = request;
        _body = body;
        _names = names;
    }

    public static ImmutableArray<Argument> Of(ApiModel api, TypeTable types, CSharpType freeForm, RequestBody request, BodyPlan body, NameTable names, DiagnosticBag diagnostics)
    {
        var form = new FormArguments(api, types, freeForm, request, body, names);
        var arguments = form.IsMultipart ? form.Parts(diagnostics) : form.Fields(diagnostics);
        foreach (var argument in arguments.Where(argument => argument.IsFile))
        {
            if ((argument.Field!.Values ?? argument.Schema) is { } schema && MediaKinds.ShapeOf(api, schema) is Shape.Array { HasUniqueItems: true })
                diagnostics.Report(ProjectionRules.UniqueFilesNotChecked, api[schema].Span, argument.WireName);
        }

        return arguments;
    }

    private bool IsMultipart => _body.Kind == MediaKind.Multipart;

    private ImmutableArray<Argument> Parts(DiagnosticBag diagnostics)
    {
        var content = FormContent.Of(_api, _body.Media.Schema);
        if (content is { } properties)
            return Declared(properties, diagnostics);
        var schema = _body.Media.Schema;
        return (schema is { } id ? MediaKinds.ShapeOf(_api, id) : null) switch
        {
            Shape.Map map => [Rest(map.Values, schema, "parts", _request.IsRequired, [])],
            Shape.Array array when FormFields.FileKindOf(_api, _body.Media, array.Items, []) is not null => [Whole(ArgumentKind.Files, "files")],
            Shape.Array => [Items(schema!.Value)],
            Shape.String or Shape.Number or Shape.Boolean or Shape.Enum => [Whole(ArgumentKind.File, "file")],
            _ => [Whole(ArgumentKind.FileMap, "parts")],
        };
    }

    private ImmutableArray<Argument> Fields(DiagnosticBag diagnostics)
    {
        var schema = _body.Media.Schema;
        return (schema is { } id ? MediaKinds.ShapeOf(_api, id) : null) switch
        {
            Shape.Object => Declared(FormContent.Of(_api, schema)!, diagnostics),
            Shape.Map map => [Rest(map.Values, schema, "fields", _request.IsRequired, [])],
            Shape.Union => [Value(schema, "fields", _types.Requests[schema!.Value], _request.IsRequired, new FormField(FieldLayout.Members, null) { IsWhole = true })],
            _ => [Value(null, "fields", Texts, _request.IsRequired, new FormField(FieldLayout.Members, null) { IsWhole = true })],
        };
    }

    private ImmutableArray<Argument> Declared(FormContent content, DiagnosticBag diagnostics)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        var headers = ImmutableArray.CreateBuilder<Argument>();
        foreach (var (property, schemas) in content.Properties)
        {
            var encoding = _body.Media.Encodings.FirstOrDefault(encoding => encoding.Property == property.Name);
            var byCase = schemas.Length > 1 ? CasesOf(property, schemas, encoding) : [];
            var (kind, field) = byCase.FirstOrDefault(item => item.IsFile) is { } file ? (KindOf(byCase), file.Field!) : FormFields.Of(_api, _body, property.Schema, encoding);
            field = field with { AllowsNone = schemas.Any(schema => AllowsNone(schema)), Headers = FormFields.HasHeaders(kind, field) ? HeadersOf(encoding) : [] };
            if (encoding is not null)
                FormFields.Report(_api, _body, property.Schema, kind, field, encoding, diagnostics);
            var argument = OfProperty(property, kind, field);
            argument = kind == ArgumentKind.Field && schemas.DistinctBy(schema => _types[schema].Text).Count() > 1 ? OfAnyType(argument, schemas) : argument;
            arguments.Add(argument with { HasOtherSchemas = schemas.Length > 1, ByCase = byCase, Field = argument.Field! with { Position = arguments.Count } });
            if (kind == ArgumentKind.Field && field.Headers.Length > 0)
                headers.AddRange(encoding!.Headers.Where(header => field.Headers.Any(plan => plan.WireName == header.Name)).Select(header => OfHeader(header, argument)));
        }

        var names = arguments.ToDictionary(argument => argument.WireName, argument => NamesOf(argument), StringComparer.Ordinal);
        for (var index = 0; index < arguments.Count; index++)
            arguments[index] = arguments[index] with { Field = WithOthers(arguments[index], names) };
        if (content.Additional is { } additional)
        {
            var rest = Rest(additional, null, "additionalProperties", isRequired: false, [.. names.Values.SelectMany(name => name).Distinct()]);
            arguments.Add(rest with { Field = rest.Field! with { Position = arguments.Count, IsWhole = false } });
        }

        return [.. arguments, .. headers];
    }

    /// <summary>A header of a part that is no file, which is bound and sent as a header of the request would be.</summary>
    private Argument OfHeader(ResponseHeader header, Argument part)
    {
        var name = Identifier.CamelCase($"{part.WireName} {header.Name}", "header");
        name = _names.Add(header.Name, $"header {part.WireName} {header.Name}", name, name.TrimStart('@') + "Header");
        var parameter = new Parameter(header.Name, header.Span, ParameterLocation.Header, null, header.Description, header.IsRequired, header.IsDeprecated, ParameterStyle.Simple, IsExploded: false, AllowsReserved: false, AllowsEmptyValue: false, header.Schema, header.ContentType);
        return new Argument(ArgumentKind.Parameter, name, header.Name, _types[header.Schema], header.IsRequired && part.IsRequired, _types.IsNullable(header.Schema), header.Schema, parameter, null, header.Description ?? _api[header.Schema].Description) { Part = part.WireName };
    }

    /// <summary>What the property is in each case of a union, where it is a part and not the same in all of them.</summary>
    private ImmutableArray<Argument> CasesOf(Property property, ImmutableArray<SchemaId> schemas, PropertyEncoding? encoding)
    {
        if (!IsMultipart)
            return [];
        var cases = schemas.Select(schema =>
        {
            var (kind, field) = FormFields.Of(_api, _body, schema, encoding);
            return new Argument(kind, "", property.Name, _types[schema], false, _types.IsNullable(schema), schema, null, field, null);
        }).ToImmutableArray();
        return cases.DistinctBy(item => (item.IsFile, item.Type.Text, item.Type.Codec, string.Join(' ', FormBounds.Of(_api, item.Schema!.Value)))).Count() > 1 ? cases : [];
    }

    /// <summary>A part that is a file in one case has bytes in all of them.</summary>
    private ArgumentKind KindOf(ImmutableArray<Argument> cases) =>
        cases.Any(item => item.Kind == ArgumentKind.Files || MediaKinds.ShapeOf(_api, item.Schema!.Value) is Shape.Array) ? ArgumentKind.Files : ArgumentKind.File;

    private ImmutableArray<HeaderPlan> HeadersOf(PropertyEncoding? encoding) => HeaderPlan.Of(_api, _types, default, encoding?.Headers ?? []);

    /// <summary>The names that a property takes: its own, and those of its properties when these stand apart.</summary>
    private ImmutableArray<string> NamesOf(Argument argument) => !FormNames.StandsApart(argument) ? [argument.WireName]
        : MediaKinds.ShapeOf(_api, argument.Schema!.Value) is Shape.Union union ? [argument.WireName, .. FormContent.OfObjects(_api, union).Names]
        : [argument.WireName, .. Arguments.PropertiesOf(_api, argument.Schema!.Value).Select(inner => inner.Name)];

    private FormField WithOthers(Argument argument, Dictionary<string, ImmutableArray<string>> names)
    {
        var field = argument.Field!;
        if (!FormNames.StandsApart(argument) || !FormFields.IsObject(MediaKinds.ShapeOf(_api, argument.Schema!.Value)))
            return field;
        var own = names[argument.WireName].Skip(1).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> others = [.. names.Where(entry => entry.Key != argument.WireName).SelectMany(entry => entry.Value).Where(name => !own.Contains(name)).Distinct()];
        var isOpen = MediaKinds.ShapeOf(_api, argument.Schema!.Value) is not Shape.Object or Shape.Object { Additional: not null };
        return field with { Others = others, Reserved = !isOpen ? [] : own.Contains(argument.WireName) ? others : [argument.WireName, .. others] };
    }

    private Argument OfProperty(Property property, ArgumentKind kind, FormField field)
    {
        var name = Identifier.CamelCase(property.Name, "field");
        name = _names.Add(property.Name, "field" + property.Name, name, name.TrimStart('@') + "Field");
        var isFile = kind != ArgumentKind.Field;
        // No part says null, so that a file which may be null is one that may be left out.
        var isRequired = property.IsRequired && !(isFile && _types.IsNullable(property.Schema));
        var type = isFile ? TypeOf(kind) : _types[property.Schema];
        return new Argument(
            kind,
            name,
            property.Name,
            type,
            isRequired && _request.IsRequired,
            !isFile && _types.IsNullable(property.Schema),
            property.Schema,
            null,
            field,
            _api[property.Schema].Description)
        {
            IsRequiredWithBody = isRequired && !_request.IsRequired && !(kind == ArgumentKind.Files && field.AllowsNone),
        };
    }

    /// <summary>A property to which the cases of a union give different types: text where one of them is and none is a list, else free-form JSON.</summary>
    private Argument OfAnyType(Argument argument, ImmutableArray<SchemaId> schemas)
    {
        var text = schemas.FirstOrDefault(schema => MediaKinds.ShapeOf(_api, schema) is Shape.String or Shape.Enum { IsInteger: false });
        return text.Equals(default) || schemas.Any(schema => MediaKinds.ShapeOf(_api, schema) is Shape.Array)
            ? argument with { Type = _freeForm, Field = argument.Field! with { Layout = IsMultipart ? FieldLayout.Items : FieldLayout.Json } }
            : argument with { Type = new CSharpType("string", "JsonString", false), Schema = text, Field = argument.Field! with { Layout = FieldLayout.Text } };
    }

    /// <summary>The fields without a name in the contract.</summary>
    private Argument Rest(SchemaId values, SchemaId? schema, string name, bool isRequired, ImmutableArray<string> others)
    {
        var media = _body.Media;
        if (IsMultipart && MediaKinds.ShapeOf(_api, values) is not Shape.Any && FormFields.FileKindOf(_api, media, values, []) is { } kind)
            return Whole(kind == ArgumentKind.File ? ArgumentKind.FileMap : ArgumentKind.FilesMap, name, schema, isRequired, others, values);
        var value = _types[values];
        var isNullable = _types.IsNullable(values);
        var text = value.Annotated(isNullable);
        var type = schema is { } id
            ? _types[id]
            : new CSharpType($"IReadOnlyDictionary<string, {text}>", $"JsonMap<{text}, {value.CodecOf(isNullable)}>", false);
        return Value(schema, name, type, isRequired, new FormField(LayoutOf(values), null) { IsWhole = true, Others = others, Reserved = others, Values = values, HasLists = MediaKinds.ShapeOf(_api, values) is Shape.Array });
    }

    private FieldLayout LayoutOf(SchemaId values)
    {
        var shape = MediaKinds.ShapeOf(_api, values);
        var single = shape is Shape.Array array ? MediaKinds.ShapeOf(_api, array.Items) : shape;
        return FormFields.IsSimple(single) || (!IsMultipart && single is Shape.Any { IsObject: false }) ? FieldLayout.Members : FieldLayout.JsonMembers;
    }

    private Argument Items(SchemaId schema) => Value(schema, "items", _types[schema], _request.IsRequired, new FormField(FieldLayout.Items, null) { IsWhole = true });

    private Argument Value(SchemaId? schema, string name, CSharpType type, bool isRequired, FormField field)
    {
        name = _names.Add(name, "form " + name, name, "form" + Identifier.PascalCase(name, ""));
        return new Argument(ArgumentKind.Field, name, name, type, isRequired, false, schema, null, field, DescriptionOf(schema));
    }

    private Argument Whole(ArgumentKind kind, string name) => Whole(kind, name, _body.Media.Schema, _request.IsRequired, [], values: null);

    private Argument Whole(ArgumentKind kind, string name, SchemaId? schema, bool isRequired, ImmutableArray<string> others, SchemaId? values)
    {
        var wireName = name;
        name = _names.Add(name, "form " + name, name, "form" + Identifier.PascalCase(name, ""));
        return new Argument(kind, name, wireName, TypeOf(kind), isRequired, false, schema, null, new FormField(FieldLayout.Text, null) { IsWhole = true, Others = others, Reserved = others, Values = values, AllowsNone = AllowsNone(_body.Media.Schema) }, DescriptionOf(_body.Media.Schema));
    }

    private bool AllowsNone(SchemaId? schema) => schema is { } id && MediaKinds.ShapeOf(_api, id) is Shape.Array { MinItems: null or 0 };

    private string? DescriptionOf(SchemaId? schema) => _request.Description ?? (schema is { } id ? _api[id].Description : null);

    private static CSharpType TypeOf(ArgumentKind kind) => kind switch
    {
        ArgumentKind.File => new("FilePart", "", false),
        ArgumentKind.Files => new("IReadOnlyList<FilePart>", "", false),
        ArgumentKind.FileMap => new("IReadOnlyDictionary<string, FilePart>", "", false),
        _ => new("IReadOnlyDictionary<string, IReadOnlyList<FilePart>>", "", false),
    };
}
