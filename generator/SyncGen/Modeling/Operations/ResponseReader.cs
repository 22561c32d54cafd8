using System.Globalization;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads documented responses.</summary>
internal sealed class ResponseReader(ContractReader reader, SchemaTable schemas, MediaTypeReader mediaTypes)
{
    private readonly StyleReader _styles = new(reader);

    public ImmutableArray<Response> Read(Location operation, EntryDocument entry)
    {
        var produces = operation.Child("produces") is null ? entry.Produces : MediaTypeNames.Read(reader, operation, "produces");
        var responses = ImmutableArray.CreateBuilder<Response>();
        var seen = new HashSet<ResponseStatus>();
        (Member Member, Location Location)[] written = [.. reader.Objects(operation, "responses")];
        if (written.Length == 0)
            reader.Report(ModelingRules.NoResponses, operation.Node.Span);
        foreach (var (member, location) in written)
        {
            if (ReadStatus(member) is not { } status || !seen.Add(status))
                continue;
            var place = reader.Follow(location);
            if (!reader.Expect<MappingNode>(place, member.Name, "a mapping"))
                continue;
            responses.Add(new Response(
                status,
                member.NameSpan,
                reader.Words(place, "description") ?? reader.Words(place, "summary"),
                ReadHeaders(place),
                entry.Dialect == Dialect.Swagger20 ? ReadSwaggerContent(place, produces) : mediaTypes.Read(place)));
        }
        return responses.DrainToImmutable();
    }

    private ResponseStatus? ReadStatus(Member member)
    {
        var text = member.Name.Trim();
        if (text.Equals("default", StringComparison.OrdinalIgnoreCase))
            return ResponseStatus.Default;
        if (text.Length == 3 && text[0] is >= '1' and <= '9')
        {
            if (text[1..] is "XX" or "xx")
                return new ResponseStatus((text[0] - '0') * 100, ((text[0] - '0') * 100) + 99);
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                return new ResponseStatus(code, code);
        }
        reader.Report(ModelingRules.InvalidStatus, member.NameSpan, member.Name);
        return null;
    }

    private ImmutableArray<MediaType> ReadSwaggerContent(Location place, ImmutableArray<string> produces)
    {
        if (place.Child("schema") is not { Node: MappingNode } schema)
            return place.Child("content") is null ? [] : mediaTypes.Read(place);
        var isFile = reader.Words(reader.Follow(schema), "type") == "file";
        var names = !produces.IsEmpty ? produces : [isFile ? "*/*" : "application/json"];
        var id = schemas.Reach(schema);
        return [.. names.Select(name => new MediaType(name, schema.Node.Span, id, []))];
    }

    private ImmutableArray<ResponseHeader> ReadHeaders(Location response)
    {
        var headers = ImmutableArray.CreateBuilder<ResponseHeader>(0);
        foreach (var (member, location) in reader.Entries(response, "headers"))
        {
            var place = reader.Follow(location);
            var name = HeaderName.Trim(member.Name, member.NameSpan, reader);
            if (!HeaderName.IsToken(name))
            {
                reader.Report(ModelingRules.InvalidHeaderName, member.NameSpan, name);
                continue;
            }
            if (headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } first)
            {
                reader.Report(ModelingRules.HeaderTwice, member.NameSpan, name, first.Name);
                continue;
            }
            // The media type of the content says this already.
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || !reader.Expect<MappingNode>(place, member.Name, "a mapping"))
                continue;
            if (place.Child("style") is not null)
                _ = _styles.Read(place, ParameterLocation.Header, Dialect.OpenApi31);
            var (schema, contentType) = ReadSchema(place);
            headers.Add(new ResponseHeader(
                name,
                member.NameSpan,
                reader.Words(place, "description"),
                reader.Flag(place, "required"),
                reader.Flag(place, "deprecated"),
                schema,
                contentType));
        }
        return headers.DrainToImmutable();
    }

    private (SchemaId Schema, string? ContentType) ReadSchema(Location header)
    {
        if (header.Child("schema") is { } schema)
            return (schemas.Reach(schema), null);
        if (reader.Section(header, "content") is { } content && content.Members().FirstOrDefault() is { Member: not null } media && media.Location.Child("schema") is { } encoded)
            return (schemas.Reach(encoded), media.Member.Name.ToLowerInvariant());
        return header.Child("type") is not null
            ? (schemas.Reach(header), null)
            : (schemas.Reach(SchemaSource.Of(header) with { Places = [], Beside = SchemaKeywords.Empty with { Types = SchemaTypes.String } }), null);
    }
}
