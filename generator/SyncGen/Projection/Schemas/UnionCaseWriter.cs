using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Writes the statements by which the codec of a union writes a case, so that the discriminator always tells it.</summary>
internal sealed class UnionCaseWriter(ApiModel api, RecordShapes records, DiscriminatedCases discriminated)
{
    /// <summary>The statements; <c>content</c> is the case's value.</summary>
    public ImmutableArray<string> Of(Shape.Union union, SchemaId id, UnionCase unionCase)
    {
        ImmutableArray<string> plain = [$"{unionCase.Codec}.Write(writer, content);"];
        var values = ValuesOf(union, id);
        if (values.IsEmpty || api.Resolve(id) is not { Shape: Shape.Object } record)
            return plain;
        var discriminator = union.Discriminator!;
        var members = records.Of(record);
        var member = members.All.FirstOrDefault(member => member.Property.Name == discriminator.PropertyName);
        if (member is null)
            return Undeclared(discriminator, values, unionCase);
        // Where the record is a case of other unions, too, its own property allows their values.
        return member.Form == MemberForm.Chosen && values.Length < member.Choices.Length ? Chosen(record.Id, member, values, unionCase) : plain;
    }

    /// <summary>What a case keeps of a discriminator that its value does not declare, where several values mean it.</summary>
    public UnionCaseKind? KindOf(Shape.Union union, SchemaId id)
    {
        var values = ValuesOf(union, id);
        if (values.Length < 2 || union.Discriminator!.Kind != DiscriminatorKind.Text || api.Resolve(id) is not { Shape: Shape.Object } record)
            return null;
        var propertyName = union.Discriminator.PropertyName;
        if (records.Of(record).All.Any(member => member.Property.Name == propertyName))
            return null;
        var name = Identifier.PascalCase(propertyName, "Kind");
        return new UnionCaseKind(name == "Value" ? "Kind" : name, Literal.Text(TextOf(values[0])), MarkdownText.Encode(propertyName));
    }

    private static ImmutableArray<JsonValue> ValuesOf(Shape.Union union, SchemaId id) => union.Discriminator is { } discriminator
        ? [.. discriminator.Values.Where(value => value.Case == id).Select(value => DiscriminatedCases.ValueOf(value.Value, discriminator.Kind))]
        : [];

    /// <summary>The union writes the discriminator, and the record's codec the rest.</summary>
    private static ImmutableArray<string> Undeclared(Discriminator discriminator, ImmutableArray<JsonValue> values, UnionCase unionCase)
    {
        var name = Literal.Utf8(discriminator.PropertyName);
        var write = values[0] switch
        {
            JsonValue.Number number => $"writer.WriteNumber({name}, {number.Text}L);",
            JsonValue.Boolean boolean => $"writer.WriteBoolean({name}, {Literal.Boolean(boolean.Value)});",
            _ => $"writer.WriteString({name}, {(unionCase.Kind is null ? Literal.Utf8(TextOf(values[0])) : "kind")});",
        };
        return ["writer.WriteStartObject();", write, $"{unionCase.Codec}.WriteMembers(writer, content);", "writer.WriteEndObject();"];
    }

    /// <summary>The record with a value that means this case in this union.</summary>
    private ImmutableArray<string> Chosen(SchemaId record, RecordMember member, ImmutableArray<JsonValue> values, UnionCase unionCase)
    {
        var all = discriminated.ValuesOf(record, member.Property.Name);
        var choices = values.Select(value => member.Choices[all.IndexOf(value)]).ToList();
        var condition = string.Join(" || ", choices.Select(choice => $"content.{member.Name} == {choice}"));
        return [$"{unionCase.Codec}.Write(writer, {condition} ? content : content with {{ {member.Name} = {choices[0]} }});"];
    }

    private static string TextOf(JsonValue value) => ((JsonValue.String)value).Value;
}
