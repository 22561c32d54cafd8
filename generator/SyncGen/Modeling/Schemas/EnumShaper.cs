namespace SyncGen.Modeling;

/// <summary>Shapes of listed values.</summary>
internal static class EnumShaper
{
    /// <summary>An enum when all values are texts or all are whole numbers; else null, and the type alone counts.</summary>
    public static Shape.Enum? TryShape(ImmutableArray<EnumValue> values, SchemaKeywords keywords)
    {
        var types = SchemaTypeSets.Simplify(keywords.Types);
        if (values.All(value => value.Value is JsonValue.String))
            return types == SchemaTypes.None || types.HasFlag(SchemaTypes.String) ? new Shape.Enum(false, values) : null;
        return values.All(value => value.Value is JsonValue.Number number && JsonNumber.IsInt64(number.Text)) && types is SchemaTypes.None or SchemaTypes.Integer
            ? new Shape.Enum(true, values)
            : null;
    }
}
