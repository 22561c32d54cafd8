using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns an enum schema into its type and its codec.</summary>
internal static class EnumProjector
{
    public static ImmutableArray<Declaration> Project(Schema schema, ImmutableArray<string> memberNames, TypeNames names, bool isClosed)
    {
        var shape = (Shape.Enum)schema.Shape;
        var name = names.Of[schema.Id];
        var codec = name + "Codec";
        var documentation = SchemaDocs.OfType(schema, name);
        var members = shape.Values.Zip(memberNames, MemberOf).ToImmutableArray();
        var isText = !shape.IsInteger;
        var modelFile = Files.NameOf("Models", name);
        var codecFile = Files.NameOf("Json", codec);
        if (isClosed)
        {
            return
            [
                new ModelClosedEnum(modelFile, documentation, name, codec, schema.IsDeprecated, members),
                new ClosedEnumCodec(codecFile, name, codec, isText, Expected(shape), members),
            ];
        }

        return
        [
            new ModelEnum(
                modelFile,
                documentation,
                name,
                codec,
                schema.IsDeprecated,
                isText,
                members),
            new EnumCodec(codecFile, name, codec, isText, members),
        ];
    }

    private static EnumMember MemberOf(EnumValue value, string name)
    {
        var text = EnumMembers.TextOf(value.Value);
        return value.Value is JsonValue.Number
            ? new EnumMember(SchemaDocs.OfEnumValue(value), name, text, "", 0)
            : new EnumMember(SchemaDocs.OfEnumValue(value), name, Literal.Text(text), Literal.Utf8(text), Literal.Utf8Length(text));
    }

    /// <summary>The values in words, the first few where there are many.</summary>
    private static string Expected(Shape.Enum shape)
    {
        const int shown = 20;
        var values = shape.Values.Take(shown).Select(value => value.Value is JsonValue.String text ? $"'{text.Value}'" : EnumMembers.TextOf(value.Value));
        var more = shape.Values.Length > shown ? string.Create(CultureInfo.InvariantCulture, $" or {shape.Values.Length - shown} more") : "";
        return Literal.Text($"one of {string.Join(", ", values)}{more}");
    }
}
