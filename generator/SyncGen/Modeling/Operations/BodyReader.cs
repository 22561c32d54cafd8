using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads what a request carries.</summary>
internal sealed class BodyReader(ContractReader reader, SchemaTable schemas, MediaTypeReader mediaTypes, ParameterReader parameters)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    public RequestBody? Read(Location operation)
    {
        if (operation.Child("requestBody") is not { } written || !reader.Expect<MappingNode>(written, "requestBody", "a mapping"))
            return null;
        var place = reader.Follow(written);
        var content = mediaTypes.Read(place);
        return content.IsEmpty
            ? null
            : new RequestBody(place.Node.Span, reader.Words(place, "x-body-name"), reader.Words(place, "description"), reader.Flag(place, "required"), content);
    }

    /// <summary>Swagger 2.0's parameters in body or formData, each with references followed.</summary>
    public RequestBody? ReadSwagger(Location operation, ImmutableArray<Location> bodies, ImmutableArray<Location> fields, EntryDocument entry)
    {
        var consumes = operation.Child("consumes") is null ? entry.Consumes : MediaTypeNames.Read(reader, operation, "consumes");
        if (!bodies.IsEmpty && !fields.IsEmpty)
            reader.Report(ModelingRules.BodyAndForm, fields[0].Node.Span);
        if (bodies.Length > 1)
            reader.Report(ModelingRules.SeveralBodies, bodies[1].Node.Span);
        return !bodies.IsEmpty ? ReadBody(bodies[0], consumes)
            : !fields.IsEmpty ? ReadForm(operation, fields, consumes)
            : null;
    }

    private RequestBody ReadBody(Location place, ImmutableArray<string> consumes)
    {
        SchemaId? schema = place.Child("schema") is { } written ? schemas.Reach(written)
            : place.Child("type") is not null ? schemas.Reach(place)
            : null;
        if (schema is null)
            reader.Report(ModelingRules.ParameterWithoutSchema, place.Node.Span, reader.Text(place, "name") ?? "");
        // What is listed for the whole contract also has the types of forms, whose fields are parameters of their own.
        var names = consumes.RemoveAll(MediaTypeNames.IsForm) is { IsEmpty: false } others ? others : consumes;
        if (names.IsEmpty)
            names = ["application/json"];
        return new RequestBody(
            place.Node.Span,
            reader.Words(place, "name"),
            reader.Words(place, "description"),
            reader.Flag(place, "required"),
            [.. names.Select(name => new MediaType(name, place.Node.Span, schema, []))]);
    }

    /// <summary>The fields become the properties of one object, which no schema in the contract is.</summary>
    private RequestBody ReadForm(Location operation, ImmutableArray<Location> fields, ImmutableArray<string> consumes)
    {
        var properties = ImmutableArray.CreateBuilder<Property>(fields.Length);
        var encodings = ImmutableArray.CreateBuilder<PropertyEncoding>();
        foreach (var field in fields)
        {
            var name = reader.Text(field, "name")!;
            var span = field.Child("name")!.Value.Node.Span;
            var schema = schemas.Reach(field.Child("schema") ?? field);
            properties.Add(new Property(name, span, schema, reader.Flag(field, "required")));
            var (style, isExploded) = parameters.ReadStyle(field, ParameterLocation.Query, Dialect.Swagger20);
            encodings.Add(new PropertyEncoding(name, span, [], style, isExploded, false) { HasStyle = reader.Words(field, "type") == "array" });
        }
        var id = schemas.Add(FormSchema(operation, properties.DrainToImmutable()));
        var hasFile = fields.Any(field => reader.Words(field, "type") == "file");
        var types = consumes.RemoveAll(name => !MediaTypeNames.IsForm(name));
        if (fields.FirstOrDefault(field => reader.Words(field, "type") == "file") is { Node: not null } file && !types.Any(name => name.StartsWith("multipart/", StringComparison.Ordinal)))
            reader.Keywords.Add(ModelingRules.FileOutsideMultipart, file.Node.Span, reader.Text(file, "name")!, "");
        if (hasFile)
            types = types.RemoveAll(name => name.StartsWith(Form, StringComparison.Ordinal));
        if (types.IsEmpty)
            types = [hasFile ? Multipart : Form];
        var isRequired = fields.Any(field => reader.Flag(field, "required"));
        var media = encodings.DrainToImmutable();
        return new RequestBody(
            fields[0].Node.Span, null, null, isRequired, [.. types.Select(name => new MediaType(name, fields[0].Node.Span, id, media))]);
    }

    private static Schema FormSchema(Location operation, ImmutableArray<Property> properties)
    {
        // The list of parameters stands there, and a list is no schema.
        var id = new SchemaId(operation.Document.File.Path, operation.Pointer.Child("parameters"));
        var shape = new Shape.Object(null, properties, null, false, null, null);
        return new Schema(id, operation.Node.Span, null, null, null, null, false, false, false, false, null, shape);
    }
}
