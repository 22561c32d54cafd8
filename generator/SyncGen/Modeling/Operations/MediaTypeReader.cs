using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads <c>content</c>: the representations of a body.</summary>
internal sealed class MediaTypeReader(ContractReader reader, SchemaTable schemas, ParameterReader parameters)
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
                content.Add(new MediaType(MediaTypeNames.Normalize(member.Name), member.NameSpan, ReadSchema(place), ReadEncodings(place)));
        }
        return content.DrainToImmutable();
    }

    private SchemaId? ReadSchema(Location place) =>
        place.Child("schema") is { Node: MappingNode or ScalarNode { Kind: ScalarKind.Boolean } } schema ? schemas.Reach(schema)
        // OpenAPI 3.2 streams: each item of a sequence.
        : place.Child("itemSchema") is { Node: MappingNode } item ? schemas.Reach(item)
        : null;

    private ImmutableArray<PropertyEncoding> ReadEncodings(Location place)
    {
        var encodings = ImmutableArray.CreateBuilder<PropertyEncoding>(0);
        foreach (var (member, location) in reader.Entries(place, "encoding"))
        {
            if (!reader.Expect<MappingNode>(location, member.Name, "a mapping"))
                continue;
            var (style, isExploded) = parameters.ReadStyle(location, ParameterLocation.Query, Dialect.OpenApi31);
            encodings.Add(new PropertyEncoding(member.Name, reader.Words(location, "contentType"), style, isExploded, reader.Flag(location, "allowReserved")));
        }
        return encodings.DrainToImmutable();
    }
}
