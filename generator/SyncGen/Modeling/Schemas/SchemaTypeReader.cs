using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads <c>type</c>, <c>format</c> and how text carries bytes.</summary>
internal sealed class SchemaTypeReader(ContractReader reader)
{
    public SchemaKeywords Read(Location place, SchemaKeywords keywords)
    {
        keywords = keywords with
        {
            Format = reader.Words(place, "format"),
            ContentEncoding = reader.Words(place, "contentEncoding"),
            ContentMediaType = reader.Words(place, "contentMediaType"),
            ContentSchema = place.Child("contentSchema") is { Node: MappingNode } content ? content : null,
        };
        if (place.Child("type") is not { } type)
            return ReadContent(place, keywords);
        switch (type.Node)
        {
            case ScalarNode { Kind: ScalarKind.Null }:
                // A bare null in YAML where the author means the type's name.
                reader.Report(ModelingRules.NullSection, type.Node.Span, "type");
                return keywords;
            case ScalarNode { Text: "enum" } scalar when place.Child("enum") is { Node: SequenceNode }:
                reader.Report(ModelingRules.GuessedType, scalar.Span, scalar.Text, "the type of its values");
                return keywords;
            case ScalarNode scalar:
                return WithType(place, scalar, keywords);
            case SequenceNode sequence:
                return ReadList(place, sequence, keywords);
            default:
                reader.Ignore(type, "type", "the name of a type");
                return keywords;
        }
    }

    private SchemaKeywords ReadList(Location place, SequenceNode sequence, SchemaKeywords keywords)
    {
        if (reader.DialectOf(place) == Dialect.OpenApi30)
            reader.Report(ModelingRules.TypeListBefore31, sequence.Span);
        foreach (var item in sequence.Items)
        {
            if (item is ScalarNode { Kind: ScalarKind.Null })
                keywords = keywords with { Types = keywords.Types | SchemaTypes.Null };
            else if (item is ScalarNode scalar)
                keywords = WithType(place, scalar, keywords);
            else
                keywords = WithSchema(place, item, keywords);
        }
        return keywords with { IsNullable = keywords.IsNullable || keywords.Types.HasFlag(SchemaTypes.Null) };
    }

    /// <summary>A schema where a type's name should be, as old drafts had it: its type counts.</summary>
    private SchemaKeywords WithSchema(Location place, Node item, SchemaKeywords keywords)
    {
        reader.Report(ModelingRules.IgnoredKeyword, item.Span, "type", "the name of a type", "another value");
        return (item as MappingNode)?.Get("type") is ScalarNode type ? WithType(place, type, keywords) : keywords;
    }

    private SchemaKeywords WithType(Location place, ScalarNode scalar, SchemaKeywords keywords)
    {
        var types = SchemaTypeSets.Parse(scalar.Text);
        if (types == SchemaTypes.None)
        {
            if (SchemaTypeSets.Guess(scalar.Text) is not { } guess)
            {
                reader.Report(ModelingRules.UnknownType, scalar.Span, scalar.Text);
                return keywords;
            }
            reader.Report(ModelingRules.GuessedType, scalar.Span, scalar.Text, Describe(guess));
            return keywords with { Types = keywords.Types | guess.Types, Format = keywords.Format ?? guess.Format };
        }
        // The type of Swagger 2.0's uploads and downloads.
        if (scalar.Text == "file" && reader.DialectOf(place) is Dialect.OpenApi30 or Dialect.OpenApi31)
            reader.Report(ModelingRules.GuessedType, scalar.Span, scalar.Text, Describe((SchemaTypes.String, "binary")));
        return keywords with
        {
            Types = keywords.Types | types,
            IsNullable = keywords.IsNullable || types == SchemaTypes.Null,
            Format = scalar.Text == "file" ? "binary" : keywords.Format,
        };
    }

    /// <summary>OpenAPI 3.1 writes a file as a media type without a type. Within JSON it is a text, in Base64 only where the encoding says so.</summary>
    private SchemaKeywords ReadContent(Location place, SchemaKeywords keywords)
    {
        if (keywords.ContentMediaType is null && keywords.ContentEncoding is null)
            return keywords;
        if (keywords.ContentEncoding is not null)
            reader.Keywords.Add(ModelingRules.UntypedSchema, place.Node.Span, "contentEncoding", "a string");
        else if (MediaTypeNames.IsJson(keywords.ContentMediaType!))
            reader.Keywords.Add(ModelingRules.UntypedSchema, place.Node.Span, "contentMediaType", "a string");
        return keywords with { Types = SchemaTypes.String };
    }

    private static string Describe((SchemaTypes Types, string? Format) guess) =>
        guess.Types == SchemaTypes.None ? "any value"
        : guess.Format is null ? $"type '{guess.Types.ToString().ToLowerInvariant()}'"
        : $"type '{guess.Types.ToString().ToLowerInvariant()}' with format '{guess.Format}'";
}
