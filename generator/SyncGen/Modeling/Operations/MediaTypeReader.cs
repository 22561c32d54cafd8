using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads <c>content</c>: the representations of a body.</summary>
internal sealed class MediaTypeReader(ContractReader reader, SchemaTable schemas, ParameterReader parameters, HeaderReader headers)
{
    public ImmutableArray<MediaType> Read(Location parent)
    {
        var content = ImmutableArray.CreateBuilder<MediaType>();
        foreach (var (member, location) in reader.Entries(parent, "content"))
        {
            var place = reader.Follow(location);
            if (!MediaTypeNames.IsValid(member.Name))
                reader.Report(ModelingRules.InvalidMediaType, member.NameSpan, member.Name);
            else if (place.Node is not MappingNode)
                content.Add(new MediaType(MediaTypeNames.Normalize(member.Name), member.NameSpan, null, []));
            else
                content.Add(ReadOne(member, place));
        }
        return content.DrainToImmutable();
    }

    private MediaType ReadOne(Member member, Location place)
    {
        // OpenAPI 3.0 has styles for urlencoded forms only, and says nothing of parts without a type.
        var isBefore31 = reader.DialectOf(place) == Dialect.OpenApi30;
        SchemaId? whole = place.Child("schema") is { Node: MappingNode or ScalarNode { Kind: ScalarKind.Boolean } } schema ? schemas.Reach(schema) : null;
        SchemaId? item = whole is null && place.Child("itemSchema") is { Node: MappingNode or ScalarNode { Kind: ScalarKind.Boolean } } written ? schemas.Reach(written) : null;
        var media = new MediaType(MediaTypeNames.Normalize(member.Name), member.NameSpan, whole ?? item, ReadEncodings(place, isBefore31)) { HasUntypedFiles = !isBefore31, IsItem = item is not null };
        if (EventSchemas.IsEvents(media))
            schemas.AddEvents();
        return media;
    }

    private ImmutableArray<PropertyEncoding> ReadEncodings(Location place, bool isBefore31)
    {
        var encodings = ImmutableArray.CreateBuilder<PropertyEncoding>(0);
        foreach (var (member, location) in reader.Entries(place, "encoding"))
        {
            if (!reader.Expect<MappingNode>(location, member.Name, "a mapping"))
                continue;
            var (style, isExploded) = parameters.ReadStyle(location, ParameterLocation.Query, Dialect.OpenApi31);
            encodings.Add(new PropertyEncoding(member.Name, location.Node.Span, ReadContentTypes(location), style, isExploded, reader.Flag(location, "allowReserved"))
            {
                HasStyle = !isBefore31 && (location.Child("style") is not null || location.Child("explode") is not null),
                Headers = headers.Read(location),
            });
        }
        return encodings.DrainToImmutable();
    }

    private ImmutableArray<string> ReadContentTypes(Location place)
    {
        var names = (reader.Words(place, "contentType") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names.Where(name => !MediaTypeNames.IsValid(name)))
            reader.Report(ModelingRules.InvalidMediaType, place.Child("contentType")!.Value.Node.Span, name);
        return [.. names.Where(MediaTypeNames.IsValid)];
    }
}
