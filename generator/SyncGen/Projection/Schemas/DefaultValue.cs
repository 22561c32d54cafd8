using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Writes the contract's defaults as C# expressions.</summary>
internal sealed class DefaultValue(ApiModel api, TypeTable types, EnumMembers enums)
{
    /// <summary>The expression, or null where C# has no short one for a value of this type.</summary>
    public string? ExpressionOf(JsonValue value, SchemaId id)
    {
        var schema = api.Resolve(id);
        return (value, schema.Shape) switch
        {
            (JsonValue.Boolean boolean, Shape.Boolean) => Literal.Boolean(boolean.Value),
            (JsonValue.String text, Shape.String) => DefaultText.ExpressionOf(text.Value, types[id].Text),
            (JsonValue.Number number, Shape.Number) => NumberOf(number.Text, types[id].Text),
            (JsonValue.String or JsonValue.Number, Shape.Enum) => enums.ExpressionOf(schema.Id, value),
            (JsonValue.Array list, Shape.Array array) => ListOf(list, array),
            _ => null,
        };
    }

    private string? ListOf(JsonValue.Array list, Shape.Array array)
    {
        var items = list.Items.Select(item => ExpressionOf(item, array.Items)).ToList();
        return items.Contains(null) ? null : $"[{string.Join(", ", items)}]";
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
