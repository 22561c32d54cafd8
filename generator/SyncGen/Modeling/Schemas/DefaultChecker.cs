using System.Globalization;

namespace SyncGen.Modeling;

/// <summary>Compares each default with its schema: one that does not fit is left out, one that only YAML or quotes made different is mended.</summary>
internal static class DefaultChecker
{
    public static ImmutableArray<Schema> Check(ImmutableArray<Schema> schemas, ContractReader reader)
    {
        if (!schemas.Any(schema => schema.Default is not null))
            return schemas;
        var byId = schemas.ToDictionary(schema => schema.Id);
        return [.. schemas.Select(schema => schema.Default is null ? schema : Check(schema, byId, reader))];
    }

    private static Schema Check(Schema schema, Dictionary<SchemaId, Schema> schemas, ContractReader reader)
    {
        var isNullable = schema.IsNullable;
        var target = schema;
        while (target.Shape is Shape.Reference reference)
        {
            target = schemas[reference.Target];
            isNullable |= target.IsNullable;
        }
        if (schema.Default is JsonValue.Null)
            return isNullable || target.Shape is Shape.Any ? schema : schema with { Default = null };
        var mended = Mend(schema.Default!, target.Shape);
        if (mended == schema.Default)
            return schema;
        if (mended is null)
            reader.Report(ModelingRules.DefaultDoesNotFit, schema.DefaultSpan ?? schema.Span, Describe(schema.Default!));
        else
            reader.Report(ModelingRules.MendedDefault, schema.DefaultSpan ?? schema.Span, Describe(schema.Default!), Describe(mended));
        return schema with { Default = mended };
    }

    /// <summary>The value as the shape has it; null when it does not fit.</summary>
    private static JsonValue? Mend(JsonValue value, Shape shape) => shape switch
    {
        Shape.Boolean => value switch
        {
            JsonValue.Boolean => value,
            JsonValue.String { Value: "true" or "True" } => new JsonValue.Boolean(true),
            JsonValue.String { Value: "false" or "False" } => new JsonValue.Boolean(false),
            _ => null,
        },
        Shape.Number number => AsNumber(value) is { } text && (!number.IsInteger || JsonNumber.IsWhole(text)) && IsInside(text, number)
            ? value is JsonValue.Number ? value : new JsonValue.Number(text)
            : null,
        Shape.String text => AsText(value) is { } content && HasFormat(content, text.Format)
            ? value is JsonValue.String ? value : new JsonValue.String(content)
            : null,
        Shape.Enum list => MendEnum(value, list),
        Shape.Array => value is JsonValue.Array ? value : null,
        Shape.Object or Shape.Map or Shape.Any { IsObject: true } => value is JsonValue.Object ? value : null,
        _ => value,
    };

    private static JsonValue? MendEnum(JsonValue value, Shape.Enum list)
    {
        JsonValue? mended = list.IsInteger
            ? AsNumber(value) is { } number ? new JsonValue.Number(number) : null
            : AsText(value) is { } text ? new JsonValue.String(text) : null;
        return mended is not null && (list.IsOpen || list.Values.Any(member => member.Value == mended)) ? mended : null;
    }

    private static string? AsNumber(JsonValue value) => value switch
    {
        JsonValue.Number number => number.Text,
        JsonValue.String text when JsonNumber.IsNumber(text.Value) => text.Value,
        _ => null,
    };

    private static string? AsText(JsonValue value) => value switch
    {
        JsonValue.String text => text.Value,
        JsonValue.Number number => number.Text,
        JsonValue.Boolean boolean => boolean.Value ? "true" : "false",
        _ => null,
    };

    private static bool IsInside(string text, Shape.Number number) =>
        (number.Minimum is null || JsonNumber.Compare(text, number.Minimum) >= (number.IsMinimumExclusive ? 1 : 0))
        && (number.Maximum is null || JsonNumber.Compare(text, number.Maximum) <= (number.IsMaximumExclusive ? -1 : 0))
        && number.Format switch
        {
            "int32" => JsonNumber.Compare(text, "-2147483648") >= 0 && JsonNumber.Compare(text, "2147483647") <= 0,
            _ => !number.IsInteger || (JsonNumber.Compare(text, "-9223372036854775808") >= 0 && JsonNumber.Compare(text, "9223372036854775807") <= 0),
        };

    private static bool HasFormat(string text, string? format) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        "uri" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => true,
    };

    private static string Describe(JsonValue value) => value switch
    {
        JsonValue.String text => $"'{text.Value}'",
        JsonValue.Number number => number.Text,
        JsonValue.Boolean boolean => boolean.Value ? "true" : "false",
        JsonValue.Array => "a list",
        JsonValue.Object => "a mapping",
        _ => "null",
    };
}
