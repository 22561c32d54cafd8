using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads the headers of a response or of a part.</summary>
internal sealed class HeaderReader(ContractReader reader, SchemaTable schemas)
{
    private readonly StyleReader _styles = new(reader);

    /// <summary>The headers that an object declares, but for what its media type says.</summary>
    public ImmutableArray<ResponseHeader> Read(Location owner)
    {
        var headers = ImmutableArray.CreateBuilder<ResponseHeader>(0);
        foreach (var (member, location) in reader.Entries(owner, "headers"))
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
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                reader.Report(ModelingRules.MediaTypeAsHeader, member.NameSpan, name);
                continue;
            }
            if (!reader.Expect<MappingNode>(place, member.Name, "a mapping"))
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
