using System.Globalization;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads <c>enum</c> and <c>const</c> with the names and descriptions that extensions give their values.</summary>
internal sealed class EnumReader(ContractReader reader)
{
    private static readonly string[] NameKeywords = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
    private static readonly string[] DescriptionKeywords = ["x-enum-descriptions", "x-enumDescriptions"];

    public SchemaKeywords Read(Location place, SchemaKeywords keywords)
    {
        if (place.Child("const") is { } constant)
            return WithValues(keywords, place, [constant.Node]);
        if (place.Child("enum") is not { } list || !reader.Expect<SequenceNode>(list, "enum", "a list"))
            return keywords;
        var items = ((SequenceNode)list.Node).Items;
        if (items.IsEmpty)
        {
            reader.Report(ModelingRules.EmptyEnum, list.Node.Span);
            return keywords;
        }
        return WithValues(keywords, place, items);
    }

    /// <summary>The name that AutoRest's <c>x-ms-enum</c> gives the type, or null.</summary>
    public static string? TypeName(ContractReader reader, Location place) =>
        place.Child("x-ms-enum") is { Node: MappingNode } extension ? reader.Words(extension, "name") : null;

    private SchemaKeywords WithValues(SchemaKeywords keywords, Location place, ImmutableArray<Node> items)
    {
        ImmutableArray<JsonValue> values = [.. items.Select(item => ReadValue(item, keywords.Types))];
        if (values.Any(value => value is JsonValue.Array or JsonValue.Object))
            return InferType(keywords, values);
        var names = ReadTexts(place, NameKeywords, "name", values);
        var descriptions = ReadTexts(place, DescriptionKeywords, "description", values);
        var distinct = ImmutableArray.CreateBuilder<EnumValue>(values.Length);
        var seen = new HashSet<JsonValue>();
        for (var index = 0; index < values.Length; index++)
        {
            if (!seen.Add(values[index]))
                reader.Report(ModelingRules.RepeatedEnumValue, items[index].Span, TextOf(values[index]) ?? "null");
            else if (values[index] is not JsonValue.Null)
            {
                if (values[index] is JsonValue.Number number && !IsOfFormat(number.Text, keywords.Format))
                    reader.Report(ModelingRules.EnumValueOutOfFormat, items[index].Span, number.Text, keywords.Format!);
                distinct.Add(new EnumValue(values[index], At(names, index), At(descriptions, index), items[index].Span));
            }
        }
        return keywords with
        {
            Values = distinct.ToImmutable(),
            IsNullable = keywords.IsNullable || values.Contains(new JsonValue.Null()),
        };
    }

    private static bool IsOfFormat(string number, string? format) => format switch
    {
        "int32" => int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "int64" => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    private static SchemaKeywords InferType(SchemaKeywords keywords, ImmutableArray<JsonValue> values) =>
        keywords.Types != SchemaTypes.None ? keywords
        : values.All(value => value is JsonValue.Object) ? keywords with { Types = SchemaTypes.Object }
        : values.All(value => value is JsonValue.Array) ? keywords with { Types = SchemaTypes.Array }
        : keywords;

    /// <summary>A value as the declared type means it: YAML reads an unquoted 1 or true as no text.</summary>
    private JsonValue ReadValue(Node node, SchemaTypes types)
    {
        if (ConvertValue(node, SchemaTypeSets.Simplify(types)) is not { } converted)
            return Whole(JsonValueReader.Read(node));
        var scalar = (ScalarNode)node;
        if (converted is JsonValue.String)
            reader.Report(ModelingRules.ConvertedEnumValue, node.Span, scalar.Text, "text", $"'{scalar.Text}'");
        else
            reader.Report(ModelingRules.ConvertedEnumValue, node.Span, $"'{scalar.Text}'", "a number", scalar.Text);
        return Whole(converted);
    }

    /// <summary>A value that the declared type turns into another one; null where it stays as it is.</summary>
    public static JsonValue? ConvertValue(Node node, SchemaTypes type) => node switch
    {
        ScalarNode { Kind: ScalarKind.Number or ScalarKind.Boolean } scalar when type == SchemaTypes.String => new JsonValue.String(scalar.Text),
        ScalarNode { Kind: ScalarKind.String } scalar when type is SchemaTypes.Integer or SchemaTypes.Number && JsonNumber.IsNumber(scalar.Text) => new JsonValue.Number(scalar.Text),
        _ => null,
    };

    /// <summary>20 and 20.0 are one number to JSON Schema.</summary>
    private static JsonValue Whole(JsonValue value) =>
        value is JsonValue.Number number && JsonNumber.WholeText(number.Text) is { } whole ? new JsonValue.Number(whole) : value;

    /// <summary>Texts beside the values, by position or by value.</summary>
    /// <param name="part">What the extension <c>x-ms-enum</c> calls the text, where no other extension gives it.</param>
    private ImmutableArray<string?> ReadTexts(Location place, string[] keywords, string part, ImmutableArray<JsonValue> values)
    {
        var name = Array.Find(keywords, keyword => place.Child(keyword) is not null);
        if (name is null)
            return [.. values.Select(value => FindDescribed(place, value)?.Get(part) is ScalarNode { Kind: not ScalarKind.Null } text ? text.Text : null)];
        var node = place.Child(name)!.Value.Node;
        if (node is MappingNode mapping)
            return [.. values.Select(value => TextOf(value) is { } key && mapping.Get(key) is ScalarNode text ? text.Text : null)];
        if (node is not SequenceNode sequence)
            return [];
        if (sequence.Items.Length != values.Length)
        {
            reader.Report(ModelingRules.EnumTextCount, node.Span, name, sequence.Items.Length, values.Length);
            return [];
        }
        return [.. sequence.Items.Select(item => item is ScalarNode { Kind: not ScalarKind.Null } text ? text.Text : null)];
    }

    /// <summary>What <c>x-ms-enum</c> says of a value, wherever it stands in its list.</summary>
    private static MappingNode? FindDescribed(Location place, JsonValue value) =>
        place.Child("x-ms-enum")?.Child("values") is { Node: SequenceNode described } && TextOf(value) is { } text
            ? described.Items.OfType<MappingNode>().FirstOrDefault(item => item.Get("value") is ScalarNode written && written.Text == text)
            : null;

    private static string? TextOf(JsonValue value) => value switch
    {
        JsonValue.String text => text.Value,
        JsonValue.Number number => number.Text,
        JsonValue.Boolean boolean => boolean.Value ? "true" : "false",
        _ => null,
    };

    private static string? At(ImmutableArray<string?> texts, int index) =>
        index < texts.Length && !string.IsNullOrWhiteSpace(texts[index]) ? texts[index] : null;
}
