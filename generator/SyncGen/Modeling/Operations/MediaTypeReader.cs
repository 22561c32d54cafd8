using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads <c>content</c>: the representations of a body.</summary>
internal sealed class MediaTypeReader(ContractReader reader, SchemaTable schemas, ParameterReader parameters, HeaderReader headers)
{
    private static readonly string[] ItemKeywords = ["itemSchema", "prefixEncoding", "itemEncoding"];

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
        var item = ReadItemSchema(member, place);
        var media = new MediaType(MediaTypeNames.Normalize(member.Name), member.NameSpan, item ?? ReadSchema(place, "schema"), ReadEncodings(place, isBefore31)) { HasUntypedFiles = !isBefore31, IsItem = item is not null };
        if (EventSchemas.IsEvents(media))
            schemas.AddEvents();
        return media;
    }

    /// <summary>The schema of each item, which says more of a sequence than that of the whole; null, with a report, where a body has no items or they are parts.</summary>
    private SchemaId? ReadItemSchema(Member member, Location place)
    {
        foreach (var keyword in ItemKeywords.Where(keyword => place.Child(keyword) is not null))
        {
            if (keyword == "itemSchema" && (MediaTypeNames.IsEvents(member.Name) || MediaTypeNames.IsJsonSequence(member.Name)))
                return ReadSchema(place, keyword);
            reader.Report(
                MediaTypeNames.IsMultipart(member.Name) ? ModelingRules.PartsByPosition : ModelingRules.ItemsOfNoSequence, place.Child(keyword)!.Value.Node.Span, keyword, member.Name);
        }
        return null;
    }

    private SchemaId? ReadSchema(Location place, string keyword) =>
        place.Child(keyword) is { Node: MappingNode or ScalarNode { Kind: ScalarKind.Boolean } } schema ? schemas.Reach(schema) : null;

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
