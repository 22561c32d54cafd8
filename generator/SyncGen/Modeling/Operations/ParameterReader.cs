using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads parameters that are no body, with the layout that each dialect's words mean.</summary>
internal sealed class ParameterReader(ContractReader reader, SchemaTable schemas)
{
    private const string Form = "application/x-www-form-urlencoded";

    private readonly StyleReader _styles = new(reader);

    /// <summary>The parameters of a path item and an operation together: the operation's replace the path item's of the same name and place.</summary>
    /// <returns>Where each stands, with references followed.</returns>
    public ImmutableArray<Location> Collect(Location pathItem, Location operation)
    {
        var places = new List<(string Key, Location Place)>();
        var inherited = CollectOne(pathItem);
        var own = CollectOne(operation);
        var ownKeys = own.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        places.AddRange(inherited.Where(entry => !ownKeys.Contains(entry.Key)));
        places.AddRange(own);
        return [.. places.Select(entry => entry.Place)];
    }

    /// <summary>One parameter; null, with a report, when it cannot be sent.</summary>
    public Parameter? Read(Location place, ParameterLocation location, Dialect dialect)
    {
        var span = place.Child("name")!.Value.Node.Span;
        var name = location is ParameterLocation.Header or ParameterLocation.Cookie
            ? HeaderName.Trim(reader.Text(place, "name")!, span, reader)
            : reader.Text(place, "name")!;
        if (location is ParameterLocation.Header or ParameterLocation.Cookie && !HeaderName.IsToken(name))
        {
            reader.Report(ModelingRules.InvalidHeaderName, span, name);
            return null;
        }
        if (location == ParameterLocation.Header && IsReserved(name, dialect))
        {
            reader.Report(ModelingRules.ReservedHeader, span, name);
            return null;
        }
        var (schema, contentType) = ReadSchema(place, name);
        var (style, isExploded) = ReadStyle(place, location, dialect);
        if (location == ParameterLocation.QueryString)
        {
            if (!ReadsQueryString(place, name, contentType))
                return null;
            // The fields of the form are parameters of the query.
            (location, style, isExploded) = contentType == Form ? (ParameterLocation.Query, ParameterStyle.Form, true) : (location, ParameterStyle.Form, false);
            contentType = MediaTypeNames.IsJson(contentType!) ? contentType : null;
        }
        return new Parameter(
            name,
            span,
            location,
            reader.Words(place, "x-csharp-name") ?? reader.Words(place, "x-ms-client-name"),
            reader.Words(place, "description"),
            location == ParameterLocation.Path ? IsPathParameterRequired(place, name) : reader.Flag(place, "required"),
            reader.Flag(place, "deprecated"),
            style,
            isExploded,
            reader.Flag(place, "allowReserved"),
            location == ParameterLocation.Query && reader.Flag(place, "allowEmptyValue"),
            schema,
            contentType);
    }

    /// <summary>A query that is one value must say what it is: a form, JSON or text.</summary>
    private bool ReadsQueryString(Location place, string name, string? contentType)
    {
        var span = place.Child("content")?.Node.Span ?? place.Node.Span;
        if (contentType is null || (contentType is not (Form or "text/plain") && !MediaTypeNames.IsJson(contentType)))
        {
            reader.Report(ModelingRules.QueryStringType, span, name, contentType ?? "none");
            return false;
        }
        if (reader.Section(place, "content") is { } content && content.Members().First().Location.Child("encoding") is { } encoding)
            reader.Report(ModelingRules.QueryStringEncoding, encoding.Node.Span, name);
        return true;
    }

    /// <summary>A placeholder that no parameter declares is a required text.</summary>
    public Parameter Undeclared(string name, Location pathItem, SourceSpan span)
    {
        var id = new SchemaId(pathItem.Document.File.Path, pathItem.Pointer.Child($"{{{name}}}"));
        var source = new SchemaSource(id, span, [], SchemaKeywords.Empty with { Types = SchemaTypes.String }, 0);
        return new Parameter(
            name, span, ParameterLocation.Path, null, null, true, false, ParameterStyle.Simple, false, false, false, schemas.Reach(source), null);
    }

    /// <summary>How an array or object is laid out: OpenAPI's style or Swagger's collectionFormat.</summary>
    public (ParameterStyle Style, bool IsExploded) ReadStyle(Location place, ParameterLocation location, Dialect dialect) => _styles.Read(place, location, dialect);

    private List<(string Key, Location Place)> CollectOne(Location parent)
    {
        var places = new List<(string Key, Location Place)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in reader.List(parent, "parameters"))
        {
            var place = reader.Follow(item);
            if (!reader.Expect<MappingNode>(place, "parameters", "a mapping"))
                continue;
            if (reader.Text(place, "name") is not { Length: > 0 } name)
            {
                reader.Report(ModelingRules.NamelessParameter, place.Node.Span);
                continue;
            }
            var where = reader.Words(place, "in") ?? "";
            var key = $"{where} {(where == "header" ? name.Trim().ToLowerInvariant() : name)}";
            if (seen.Add(key))
                places.Add((key, place));
            else
                reader.Report(ModelingRules.DuplicateParameter, place.Node.Span, name, where);
        }
        return places;
    }

    private (SchemaId Schema, string? ContentType) ReadSchema(Location place, string name)
    {
        if (reader.Section(place, "content") is { } content && content.Members().FirstOrDefault() is { Member: not null } media)
        {
            return media.Location.Child("schema") is { } encoded
                ? (schemas.Reach(encoded), media.Member.Name.ToLowerInvariant())
                : (Free(media.Location), media.Member.Name.ToLowerInvariant());
        }
        if (place.Child("schema") is { } schema)
            return (schemas.Reach(schema), null);
        // Swagger 2.0's parameter is its own schema; some later contracts still write it so.
        if (place.Child("type") is null && place.Child("items") is null && place.Child("enum") is null)
            reader.Report(ModelingRules.ParameterWithoutSchema, place.Node.Span, name);
        return place.Child("type") is null && place.Child("items") is null && place.Child("enum") is null
            ? (Text(place), null)
            : (schemas.Reach(place), null);
    }

    private SchemaId Text(Location place) => schemas.Reach(SchemaSource.Of(place) with { Places = [], Beside = SchemaKeywords.Empty with { Types = SchemaTypes.String } });

    private SchemaId Free(Location place) => schemas.Reach(SchemaSource.Of(place) with { Places = [] });

    private bool IsPathParameterRequired(Location place, string name)
    {
        if (!reader.Flag(place, "required"))
            reader.Report(ModelingRules.OptionalPathParameter, place.Child("name")!.Value.Node.Span, name);
        return true;
    }

    /// <summary>Headers that the standard takes from parameters, because bodies and security schemes set them.</summary>
    private static bool IsReserved(string name, Dialect dialect) =>
        name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
        || (dialect != Dialect.Swagger20 && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
}
