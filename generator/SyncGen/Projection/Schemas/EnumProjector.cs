using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns an enum schema into its type and its codec.</summary>
internal static class EnumProjector
{
    /// <summary>Lines of a list of texts stay around 120 columns.</summary>
    private const int Width = 110;

    public static ImmutableArray<Declaration> Project(Schema schema, ImmutableArray<string> memberNames, TypeNames names, CodeStyle style)
    {
        var shape = (Shape.Enum)schema.Shape;
        var name = names.Of[schema.Id];
        var codec = IsOpenText(shape, style) ? TextCodecOf(name) : name + "Codec";
        var documentation = SchemaDocs.OfType(schema, name);
        var members = shape.Values.Zip(memberNames, MemberOf).ToImmutableArray();
        var isText = !shape.IsInteger;
        var modelFile = Files.NameOf("Models", name);
        var codecFile = Files.NameOf("Json", codec);
        if (IsClosed(shape, style))
        {
            return
            [
                new ModelClosedEnum(modelFile, documentation, name, codec, schema.IsDeprecated, members),
                new ClosedEnumCodec(codecFile, name, codec, isText, Expected(shape), members),
            ];
        }

        var model = new ModelEnum(modelFile, documentation, name, codec, schema.IsDeprecated, isText ? LinesOf(members) : [], members);
        return isText ? [model] : [model, new EnumCodec(codecFile, name, codec)];
    }

    /// <summary>The enum is one of texts that may have others than those listed, which the runtime reads and writes.</summary>
    public static bool IsOpenText(Shape.Enum shape, CodeStyle style) => !shape.IsInteger && !IsClosed(shape, style);

    /// <summary>The codec of such an enum.</summary>
    public static string TextCodecOf(string name) => $"JsonListedText<{name}>";

    private static bool IsClosed(Shape.Enum shape, CodeStyle style) => style.HasClosedEnums && !shape.IsOpen;

    /// <summary>The literals of the texts, as many as fit into a line.</summary>
    private static ImmutableArray<string> LinesOf(ImmutableArray<EnumMember> members)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var member in members)
        {
            if (line.Length > 0 && line.Length + member.Literal.Length > Width)
            {
                lines.Add(line);
                line = "";
            }

            line += (line.Length > 0 ? ", " : "") + member.Literal;
        }

        lines.Add(line);
        return lines.DrainToImmutable();
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
