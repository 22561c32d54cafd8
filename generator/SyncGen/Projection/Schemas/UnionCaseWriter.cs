using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Writes the statements by which the codec of a union writes a case, so that the discriminator always tells it.</summary>
internal sealed class UnionCaseWriter(ApiModel api, RecordShapes records)
{
    /// <summary>The statements; <c>content</c> is the case's value.</summary>
    public ImmutableArray<string> Of(Shape.Union union, SchemaId id, UnionCase unionCase)
    {
        ImmutableArray<string> plain = [$"{unionCase.Codec}.Write(writer, content);"];
        var values = ValuesOf(union, id);
        if (values.IsEmpty)
            return plain;
        var discriminator = union.Discriminator!;
        var schema = api.Resolve(id);
        if (Writes(schema, discriminator.PropertyName, []))
            return schema.Shape is Shape.Object && MemberOf(schema, discriminator.PropertyName) is { Form: MemberForm.Chosen } member && values.Length < member.Choices.Length ? Chosen(schema.Id, member, values, unionCase) : plain;
        // Among the other members that a record, a map or another union writes may be one of that name.
        var rest = schema.Shape is Shape.Object && records.Of(schema).Additional is null && MemberOf(schema, discriminator.PropertyName) is null
            ? $"{unionCase.Codec}.WriteMembers(writer, content);"
            : $"JsonTagged.WriteMembers<{unionCase.Type}, {unionCase.Codec}>(writer, {Literal.Utf8(discriminator.PropertyName)}, content);";
        return ["writer.WriteStartObject();", WriteOf(discriminator, values, unionCase), rest, "writer.WriteEndObject();"];
    }

    /// <summary>What a case keeps of a discriminator that its value does not declare, where several values mean it.</summary>
    public UnionCaseKind? KindOf(Shape.Union union, SchemaId id)
    {
        if (union.Discriminator is not { } discriminator || discriminator.Values.Where(value => value.Case == id).ToList() is not [var first, _, ..] || Writes(api.Resolve(id), discriminator.PropertyName, []))
            return null;
        var name = Identifier.PascalCase(discriminator.PropertyName, "Kind");
        return new UnionCaseKind(
            name is "Value" or "CaseValue" or "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "Match" or "Check" or "Validate" ? "Kind" : name,
            TypeOf(discriminator.Kind),
            LiteralOf(first.Value, discriminator.Kind),
            MarkdownText.Encode(discriminator.PropertyName));
    }

    /// <summary>A value of a discriminator as a C# literal.</summary>
    public static string LiteralOf(string value, DiscriminatorKind kind) => kind == DiscriminatorKind.Text ? Literal.Text(value) : value;

    private static string TypeOf(DiscriminatorKind kind) => kind switch
    {
        DiscriminatorKind.Integer => "long",
        DiscriminatorKind.Boolean => "bool",
        _ => "string",
    };

    /// <summary>Whether values of a schema are written with the property anyway, and with the right value: it declares the property, or is told by it.</summary>
    private bool Writes(Schema schema, string propertyName, HashSet<SchemaId> seen) => schema.Shape switch
    {
        Shape.Object => MemberOf(schema, propertyName) is { IsDiscriminator: true },
        Shape.Union { Discriminator: { } inner } when inner.PropertyName == propertyName => true,
        Shape.Union union => union.Cases.All(id => !seen.Add(id) || Writes(api.Resolve(id), propertyName, seen)),
        Shape.Map or Shape.Any => false,
        _ => true,
    };

    private RecordMember? MemberOf(Schema schema, string propertyName) =>
        records.Of(schema).All.FirstOrDefault(member => member.Property.Name == propertyName);

    private static ImmutableArray<JsonValue> ValuesOf(Shape.Union union, SchemaId id) => union.Discriminator is { } discriminator
        ? [.. discriminator.Values.Where(value => value.Case == id).Select(value => DiscriminatedCases.ValueOf(value.Value, discriminator.Kind))]
        : [];

    /// <summary>The statement that writes the discriminator.</summary>
    private static string WriteOf(Discriminator discriminator, ImmutableArray<JsonValue> values, UnionCase unionCase)
    {
        var name = Literal.Utf8(discriminator.PropertyName);
        return values[0] switch
        {
            JsonValue.Number number => $"writer.WriteNumber({name}, {(unionCase.Kind is null ? number.Text + "L" : "kind")});",
            JsonValue.Boolean boolean => $"writer.WriteBoolean({name}, {(unionCase.Kind is null ? Literal.Boolean(boolean.Value) : "kind")});",
            _ => $"writer.WriteString({name}, {(unionCase.Kind is null ? Literal.Utf8(TextOf(values[0])) : "kind")});",
        };
    }

    /// <summary>The record with a value that means this case in this union.</summary>
    private ImmutableArray<string> Chosen(SchemaId record, RecordMember member, ImmutableArray<JsonValue> values, UnionCase unionCase)
    {
        var all = api.Cases.ValuesOf(record, member.Property.Name);
        var choices = values.Select(value => member.Choices[all.IndexOf(value)]).ToList();
        var condition = string.Join(" || ", choices.Select(choice => $"content.{member.Name} == {choice}"));
        return [$"{unionCase.Codec}.Write(writer, {condition} ? content : content with {{ {member.Name} = {choices[0]} }});"];
    }

    private static string TextOf(JsonValue value) => ((JsonValue.String)value).Value;
}
