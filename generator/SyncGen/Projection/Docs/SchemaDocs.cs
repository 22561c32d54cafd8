using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The documentation of what schemas become.</summary>
internal static class SchemaDocs
{
    public static ImmutableArray<string> OfType(Schema schema, string name)
    {
        var fallback = schema.Title is { Length: > 0 } title ? title : $"The schema `{schema.Name ?? name}`.";
        if (schema.InputOf is null)
            return DocComment.Of(schema.Description, fallback, schema.Id.ToString());
        return DocComment.Of($"{schema.Description ?? fallback}\n\nThis is what requests carry; what only responses carry is not in it.", fallback, schema.InputOf.ToString()!);
    }

    public static ImmutableArray<string> OfMember(RecordMember member)
    {
        var fallback = member.Property.Name.Length == 0 ? "The property with the empty name." : $"The property `{member.Property.Name}`.";
        if (member.Schema.Title is { Length: > 0 } title && title.Contains(' ', StringComparison.Ordinal))
            fallback = title;
        var description = member.Schema.Description;
        if (member.Form == MemberForm.Default)
            description = $"{description ?? fallback}\n\nThe default is `{DefaultOf(member)}`.";
        if (member.Form == MemberForm.Fixed)
            description = $"{description ?? fallback}\n\nIts value tells this type from others: `{member.Text ?? member.Default}`.";
        if (member.Form == MemberForm.Expected)
            description = $"{description ?? fallback}\n\nThe contract requires this property; it is null if the JSON lacks it.";
        return DocComment.Of(description, fallback);
    }

    public static ImmutableArray<string> OfEnumValue(EnumValue value) =>
        DocComment.Of(value.Description, EnumMembers.TextOf(value.Value) is { Length: > 0 } text ? $"The value `{text}`." : "The empty text.");

    /// <summary>Objects and free-form values as JSON, numbers, dates and the like as the contract writes them, other values as C# does.</summary>
    private static string? DefaultOf(RecordMember member) => member.Schema switch
    {
        { Default: JsonValue.Object or JsonValue.Array { Items: [JsonValue.Object, ..] } } or { Default: not null, Shape: Shape.Any or Shape.Union } => JsonText.Of(member.Schema.Default),
        { Default: JsonValue.Number number, Shape: Shape.Number } => number.Text,
        { Default: JsonValue.String text, Shape: Shape.String } when member.Type.Text != "string" => text.Value,
        _ => member.Default,
    };
}
