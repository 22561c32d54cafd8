using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads what a schema says of an object's members, and its discriminator.</summary>
internal sealed class ObjectKeywordReader(ContractReader reader)
{
    public SchemaKeywords Read(Location place, SchemaKeywords keywords)
    {
        var properties = ReadProperties(place);
        var (additional, isClosed) = ReadAdditional(place, "additionalProperties");
        var forbidsOthers = isClosed;
        if (additional is null && !isClosed)
            (additional, isClosed) = ReadUnevaluated(place);
        return keywords with
        {
            Properties = properties,
            HasProperties = place.Child("properties") is { Node: MappingNode },
            Required = [.. ReadRequired(place), .. RequiredByThemselves(properties)],
            Additional = additional,
            IsClosed = isClosed,
            ForbidsOthers = forbidsOthers,
            PatternProperties = [.. reader.Entries(place, "patternProperties").Select(entry => new PatternProperty(entry.Member.Name, entry.Location))],
            NamePatterns = ReadNamePatterns(place),
            Discriminator = ReadDiscriminator(place),
        };
    }

    private ImmutableArray<PropertyKeywords> ReadProperties(Location place)
    {
        // Some serializers write an empty mapping as an empty list.
        if (place.Child("properties") is { Node: SequenceNode { Items.IsEmpty: true } } empty)
        {
            reader.Ignore(empty, "properties", "a mapping");
            return [];
        }
        return
        [
            .. reader.Entries(place, "properties")
                .Select(entry => new PropertyKeywords(entry.Member.Name, entry.Member.NameSpan, [entry.Location])),
        ];
    }

    private IEnumerable<RequiredName> ReadRequired(Location place)
    {
        // A boolean speaks of the property or parameter it stands in, not of members.
        if (place.Child("required") is not { } required || required.Node is ScalarNode { Kind: ScalarKind.Boolean or ScalarKind.Null })
            return [];
        if (required.Node is ScalarNode { Text: "true" or "false" })
            return [];
        if (required.Node is ScalarNode single)
        {
            reader.Report(ModelingRules.SingleForList, single.Span, "required");
            return [new RequiredName(single.Text, single.Span)];
        }
        return reader.List(place, "required")
            .Select(item => item.Node)
            .OfType<ScalarNode>()
            .Select(name => new RequiredName(name.Text, name.Span))
            .DistinctBy(name => name.Name);
    }

    private IEnumerable<RequiredName> RequiredByThemselves(ImmutableArray<PropertyKeywords> properties)
    {
        foreach (var property in properties)
        {
            if (property.Places[0].Child("required") is not { Node: ScalarNode { Text: "true" } flag } || reader.TargetOf(property.Places[0]) is not null)
                continue;
            reader.Report(ModelingRules.RequiredFlag, flag.Span, property.Name);
            yield return new RequiredName(property.Name, flag.Span);
        }
    }

    private (Location? Additional, bool IsClosed) ReadAdditional(Location place, string name)
    {
        if (place.Child(name) is not { } additional || additional.Node is ScalarNode { Kind: ScalarKind.Null })
            return (null, false);
        if (additional.Node is MappingNode)
            return (additional, false);
        return reader.OptionalFlag(place, name) switch
        {
            true when additional.Node is ScalarNode { Kind: ScalarKind.Boolean } => (additional, false),
            false => (null, true),
            _ => (null, false),
        };
    }

    /// <summary>As <c>additionalProperties</c>, where the schema and its parts declare all properties themselves; reading checks the others.</summary>
    private (Location? Additional, bool IsClosed) ReadUnevaluated(Location place) =>
        ClosedObjects.IsSettled(reader, place) ? ReadAdditional(place, "unevaluatedProperties") : (null, false);

    private ImmutableArray<string> ReadNamePatterns(Location place) =>
        place.Child("propertyNames") is { } names && reader.Follow(names) is { Node: MappingNode } schema && reader.Text(schema, "pattern") is { } pattern ? [pattern] : [];

    private RawDiscriminator? ReadDiscriminator(Location place)
    {
        if (place.Child("discriminator") is not { } discriminator)
            return null;
        if (discriminator.Node is ScalarNode { Kind: ScalarKind.String } name)
        {
            if (reader.DialectOf(place) is Dialect.OpenApi30 or Dialect.OpenApi31)
                reader.Report(ModelingRules.DiscriminatorOfSwagger, name.Span, name.Text);
            return new RawDiscriminator(place, name.Text, name.Span, []);
        }
        if (discriminator.Node is not MappingNode || reader.Text(discriminator, "propertyName") is not { } propertyName)
        {
            if (discriminator.Node is MappingNode)
                reader.Report(ModelingRules.IgnoredKeyword, discriminator.Node.Span, "discriminator", "a mapping with propertyName", "one without it");
            else
                reader.Ignore(discriminator, "discriminator", "a mapping with propertyName");
            return null;
        }
        var mapping = ImmutableArray.CreateBuilder<RawMapping>(0);
        foreach (var (member, location) in reader.Entries(discriminator, "mapping"))
        {
            if (ReadMapping(member.Name, location) is { } read)
                mapping.Add(read);
        }
        return new RawDiscriminator(place, propertyName, discriminator.Node.Span, mapping.DrainToImmutable())
        {
            Default = discriminator.Child("defaultMapping") is { } other ? ReadMapping("defaultMapping", other) : null,
        };
    }

    private RawMapping? ReadMapping(string value, Location location)
    {
        if (location.Node is ScalarNode { Kind: not ScalarKind.Null } target)
            return new RawMapping(value, target.Text, target.Span, reader.TargetOf(location));
        reader.Ignore(location, value, "the name of a schema");
        return null;
    }
}
