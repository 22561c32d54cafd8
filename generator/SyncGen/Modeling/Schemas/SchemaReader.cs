using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads one schema's keywords in any dialect.</summary>
internal sealed class SchemaReader(ContractReader reader)
{
    private readonly Dictionary<SchemaId, RawSchema> _read = [];
    private readonly SchemaTypeReader _types = new(reader);
    private readonly SchemaLimitReader _limits = new(reader);
    private readonly EnumReader _enums = new(reader);
    private readonly ObjectKeywordReader _objects = new(reader);

    public RawSchema Read(Location place)
    {
        var id = IdOf(place);
        if (!_read.TryGetValue(id, out var schema))
            _read.Add(id, schema = ReadNew(place));
        return schema;
    }

    public static SchemaId IdOf(Location place) => new(place.Document.File.Path, place.Pointer);

    private RawSchema ReadNew(Location place)
    {
        if (place.Node is ScalarNode { Kind: ScalarKind.Boolean } boolean)
        {
            if (reader.DialectOf(place) is Dialect.OpenApi30 or Dialect.Swagger20 && place.Pointer.Segments is not [.., "additionalProperties"])
                reader.Report(ModelingRules.BooleanSchema, boolean.Span, boolean.Text, boolean.Text == "true" ? "{}" : "not: {}");
            return new RawSchema(place, null, SchemaKeywords.Empty, [], SchemaDocumentation.None) { IsNever = boolean.Text == "false" };
        }

        if (!reader.Expect<MappingNode>(place, "schema", "a mapping"))
            return new RawSchema(place, null, SchemaKeywords.Empty, [], SchemaDocumentation.None);
        var documentation = ReadDocumentation(place);
        if (reader.TargetOf(place) is not { } target)
            return new RawSchema(place, null, ReadKeywords(place), ReadAllOf(place), documentation);
        if (reader.ReadsSiblings(place))
            return new RawSchema(place, target, ReadKeywords(place), ReadAllOf(place), documentation);
        ReportIgnoredSiblings(place);
        var keywords = SchemaKeywords.Empty with { IsNullable = IsNullable(place) };
        return new RawSchema(place, target, keywords, [], documentation);
    }

    private SchemaDocumentation ReadDocumentation(Location place) => new(
        reader.Words(place, "title"),
        reader.Words(place, "description"),
        reader.Words(place, "x-csharp-name") ?? EnumReader.TypeName(reader, place) ?? ReadClientName(place),
        reader.Flag(place, "deprecated"),
        reader.Flag(place, "readOnly"),
        reader.Flag(place, "writeOnly"),
        place.Child("default"))
    {
        HasForeignName = place.Child("x-csharp-name") is null,
    };

    /// <summary><c>x-ms-client-name</c>, which in a property names the property rather than its type.</summary>
    private string? ReadClientName(Location place) =>
        place.Pointer.Segments is [.., "properties", _] ? null : reader.Words(place, "x-ms-client-name");

    private ImmutableArray<Location> ReadAllOf(Location place) => [.. reader.List(place, "allOf")];

    private SchemaKeywords ReadKeywords(Location place)
    {
        SchemaDialects.Check(place, "$schema", reader);
        var keywords = _types.Read(place, SchemaKeywords.Empty with { IsNullable = IsNullable(place) });
        keywords = _limits.Read(place, keywords);
        keywords = _enums.Read(place, keywords);
        keywords = _objects.Read(place, keywords);
        return ReadArray(place, keywords) with { Unions = ReadUnions(place) };
    }

    private bool IsNullable(Location place) => reader.Flag(place, "nullable") || reader.Flag(place, "x-nullable");

    private SchemaKeywords ReadArray(Location place, SchemaKeywords keywords)
    {
        var items = place.Child("items");
        // Before 2020-12 a list in items is what prefixItems is now, and additionalItems what items is now.
        if (items is { Node: SequenceNode } list)
        {
            if (reader.DialectOf(place) is Dialect.OpenApi30 or Dialect.OpenApi31)
                reader.Report(ModelingRules.ItemsAsList, list.Node.Span);
            return keywords with
            {
                PrefixItems = [.. items.Value.Items()],
                Items = place.Child("additionalItems") is { Node: MappingNode or ScalarNode { Kind: ScalarKind.Boolean, Text: "false" } } rest ? [rest] : [],
                HasUniqueItems = reader.Flag(place, "uniqueItems"),
                Contains = ReadContains(place, keywords.Types),
            };
        }
        if (items is { Node: ScalarNode { Kind: ScalarKind.Null } or ScalarNode { Kind: ScalarKind.String } })
        {
            reader.Ignore(items.Value, "items", "a schema");
            items = null;
        }
        return keywords with
        {
            Items = items is { } schema ? [schema] : [],
            PrefixItems = [.. reader.List(place, "prefixItems")],
            HasUniqueItems = reader.Flag(place, "uniqueItems"),
            Contains = ReadContains(place, keywords.Types),
        };
    }

    private ImmutableArray<RawContains> ReadContains(Location place, SchemaTypes types)
    {
        if (place.Child("contains") is { } contains && types.HasFlag(SchemaTypes.Array))
            return [new RawContains(contains, _limits.ReadCount(place, "minContains"), _limits.ReadCount(place, "maxContains"))];
        return [];
    }

    private ImmutableArray<RawUnion> ReadUnions(Location place)
    {
        var unions = ImmutableArray.CreateBuilder<RawUnion>(0);
        foreach (var name in (ReadOnlySpan<string>)["oneOf", "anyOf"])
        {
            ImmutableArray<Location> cases = [.. reader.List(place, name)];
            if (!cases.IsEmpty)
                unions.Add(new RawUnion(IdOf(place), place.Child(name)!.Value.Node.Span, cases));
        }
        return unions.DrainToImmutable();
    }

    private void ReportIgnoredSiblings(Location place)
    {
        foreach (var member in ((MappingNode)place.Node).Members)
        {
            if (SchemaKeywordNames.ShapesValues(member.Name))
                reader.Report(ModelingRules.IgnoredSibling, member.NameSpan, member.Name);
        }
    }
}
