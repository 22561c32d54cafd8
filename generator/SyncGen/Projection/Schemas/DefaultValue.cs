using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Writes the contract's defaults as C# expressions.</summary>
/// <param name="recordOf">The members of an object schema; null while they are being decided, or where no object is to be made.</param>
internal sealed class DefaultValue(ApiModel api, TypeTable types, EnumMembers enums, Func<Schema, RecordMembers?> recordOf)
{
    /// <summary>The expression, or null where C# has none for a value of this type.</summary>
    public string? ExpressionOf(JsonValue value, SchemaId id)
    {
        var schema = api.Resolve(id);
        var type = types[id];
        return (value, schema.Shape) switch
        {
            _ when type.IsUsers => ReadExpressionOf(value, type),
            (JsonValue.Boolean boolean, Shape.Boolean) => Literal.Boolean(boolean.Value),
            (JsonValue.String text, Shape.String) => DefaultText.ExpressionOf(text.Value, type.Text),
            (JsonValue.Number number, Shape.Number) => NumberOf(number.Text, type.Text),
            (JsonValue.String or JsonValue.Number, Shape.Enum) => enums.ExpressionOf(schema.Id, value),
            (JsonValue.Array list, Shape.Array array) => ListOf(list, array),
            (JsonValue.Object map, Shape.Map shape) => MapOf(map, shape),
            (JsonValue.Object record, Shape.Object) => RecordOf(record, schema, type),
            (_, Shape.Union union) => CaseOf(value, union, type),
            (_, Shape.Any) => ReadExpressionOf(value, type),
            _ => null,
        };
    }

    private static string ReadExpressionOf(JsonValue value, CSharpType type) => $"JsonFormat<{type.Text}>.Of<{type.Codec}>().Read({Literal.Text(JsonText.Of(value))})";

    /// <summary>The expression of a value inside another one, where null can be one, too.</summary>
    private string? PartOf(JsonValue value, SchemaId id) => value is JsonValue.Null && types.IsNullable(id) ? "null" : ExpressionOf(value, id);

    private string? ListOf(JsonValue.Array list, Shape.Array array) =>
        Joined(list.Items.Select(item => PartOf(item, array.Items)), texts => $"[{texts}]");

    private string? MapOf(JsonValue.Object map, Shape.Map shape)
    {
        var type = $"new Dictionary<string, {types[shape.Values].Annotated(types.IsNullable(shape.Values))}>";
        var entries = map.Members.Select(member => PartOf(member.Value, shape.Values) is { } value ? $"[{Literal.Text(member.Key)}] = {value}" : null);
        return Joined(entries, texts => texts.Length == 0 ? $"{type}()" : $"{type} {{ {texts} }}");
    }

    /// <summary>A record with the members of the value, all of which must be declared; null where one that must be set is missing.</summary>
    private string? RecordOf(JsonValue.Object value, Schema schema, CSharpType type)
    {
        if (recordOf(schema)?.All is not { } members || members.Any(member => member.MustBeSet && value.Members.All(given => given.Key != member.Property.Name)))
            return null;
        if (members.Any(member => member.Form == MemberForm.Fixed && value.Members.Any(given => given.Key == member.Property.Name && ExpressionOf(given.Value, member.Property.Schema) != member.Default)))
            return null;
        var initializers = value.Members
            .Where(given => members.All(member => member.Property.Name != given.Key || member.Form != MemberForm.Fixed))
            .Select(given => members.FirstOrDefault(member => member.Property.Name == given.Key) is { } member ? InitializerOf(member, given.Value) : null);
        return Joined(initializers, texts => texts.Length == 0 ? $"new {type.Text}()" : $"new {type.Text} {{ {texts} }}");
    }

    /// <summary>The only case that the value fits; null where there are several, which only reading tells apart.</summary>
    private string? CaseOf(JsonValue value, Shape.Union union, CSharpType type)
    {
        var fitting = union.Cases.Zip(UnionProjector.CasesOf(union, api, types, type.Text), (id, @case) => (@case.Name, Content: ExpressionOf(value, id))).Where(item => item.Content is not null).ToList();
        return fitting is [var (name, content)] ? $"new {type.Text}.{name}({content})" : null;
    }

    private string? InitializerOf(RecordMember member, JsonValue value)
    {
        if (PartOf(value, member.Property.Schema) is not { } part)
            return null;
        return $"{member.Name} = {(member.Form == MemberForm.Distinct ? $"new({part})" : part)}";
    }

    private static string? Joined(IEnumerable<string?> parts, Func<string, string> layOut)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : layOut(string.Join(", ", all));
    }

    /// <summary>A JSON number as a literal of a C# type, or null when the type cannot hold it.</summary>
    public static string? NumberOf(string text, string type) => type switch
    {
        "int" => Whole(text) is { } whole && int.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? whole : null,
        "long" => Whole(text) is { } whole && long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? whole : null,
        "ulong" => Whole(text) is { } whole && ulong.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? whole : null,
        "decimal" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString(CultureInfo.InvariantCulture) + "m"
            : null,
        "float" => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture) + "f"
            : null,
        "double" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? DoubleOf(value)
            : null,
        _ => null,
    };

    /// <summary>Whether a C# type holds a JSON number as it is, so that it is written again without loss.</summary>
    public static bool IsExact(string text, string type) =>
        NumberOf(text, type)?.TrimEnd('d', 'f', 'm') is { } literal && JsonNumber.Compare(literal, text) == 0;

    private static string DoubleOf(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny(".E") < 0 ? text + "d" : text;
    }

    /// <summary>The number without fraction and exponent, or null when it has a fraction or is beyond any integer type.</summary>
    private static string? Whole(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && decimal.Truncate(value) == value
            ? decimal.Truncate(value).ToString("0", CultureInfo.InvariantCulture)
            : null;
}
