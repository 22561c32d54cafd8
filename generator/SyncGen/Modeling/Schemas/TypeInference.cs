namespace SyncGen.Modeling;

/// <summary>Finds the types of a schema, from its other keywords where it names none.</summary>
internal static class TypeInference
{
    /// <summary>The types without null; none when any value goes.</summary>
    public static SchemaTypes TypesOf(SchemaKeywords keywords)
    {
        var types = SchemaTypeSets.Simplify(keywords.Types);
        return types != SchemaTypes.None || SchemaTypeSets.Count(keywords.Types & ~SchemaTypes.Null) > 0 ? types
            : keywords.Values is { IsEmpty: false } values ? TypesOf(values)
            : Infer(keywords);
    }

    private static SchemaTypes Infer(SchemaKeywords keywords) =>
        !keywords.Properties.IsEmpty || keywords.HasProperties || keywords.Additional is not null || keywords.IsClosed
            || !keywords.PatternProperties.IsEmpty || keywords.MinProperties is not null || keywords.MaxProperties is not null ? SchemaTypes.Object
        : !keywords.Items.IsEmpty || !keywords.PrefixItems.IsEmpty || keywords.MinItems is not null || keywords.MaxItems is not null ? SchemaTypes.Array
        : keywords.Pattern is not null || keywords.MinLength is not null || keywords.MaxLength is not null ? SchemaTypes.String
        : keywords.Minimum is not null || keywords.Maximum is not null || keywords.MultipleOf is not null ? SchemaTypes.Number
        : TypeOfFormat(keywords.Format);

    /// <summary>The keyword by which a schema without a type is read as one; null where a type or listed values say it.</summary>
    public static string? KeywordOf(SchemaKeywords keywords) =>
        (keywords.Types & ~SchemaTypes.Null) != SchemaTypes.None || keywords.Values is not null ? null
        : keywords.HasProperties ? "properties"
        : keywords.Additional is not null || keywords.IsClosed ? "additionalProperties"
        : !keywords.PatternProperties.IsEmpty ? "patternProperties"
        : keywords.MinProperties is not null ? "minProperties"
        : keywords.MaxProperties is not null ? "maxProperties"
        : !keywords.PrefixItems.IsEmpty ? "prefixItems"
        : !keywords.Items.IsEmpty ? "items"
        : keywords.MinItems is not null ? "minItems"
        : keywords.MaxItems is not null ? "maxItems"
        : keywords.Pattern is not null ? "pattern"
        : keywords.MinLength is not null ? "minLength"
        : keywords.MaxLength is not null ? "maxLength"
        : keywords.Minimum is not null ? "minimum"
        : keywords.Maximum is not null ? "maximum"
        : keywords.MultipleOf is not null ? "multipleOf"
        : TypeOfFormat(keywords.Format) != SchemaTypes.None ? "format"
        : null;

    private static SchemaTypes TypeOfFormat(string? format) => format switch
    {
        "int32" or "int64" => SchemaTypes.Integer,
        "float" or "double" => SchemaTypes.Number,
        "date" or "date-time" or "time" or "duration" or "uuid" or "uri" or "uri-reference" or "email" or "hostname" or "ipv4" or "ipv6"
            or "byte" or "binary" or "password" => SchemaTypes.String,
        _ => SchemaTypes.None,
    };

    private static SchemaTypes TypesOf(ImmutableArray<EnumValue> values)
    {
        var types = SchemaTypes.None;
        foreach (var value in values)
        {
            types |= value.Value switch
            {
                JsonValue.String => SchemaTypes.String,
                JsonValue.Boolean => SchemaTypes.Boolean,
                JsonValue.Number number when JsonNumber.IsInt64(number.Text) => SchemaTypes.Integer,
                _ => SchemaTypes.Number,
            };
        }
        // Values of several types are free-form: a union of the types would say no more.
        types = SchemaTypeSets.Simplify(types);
        return SchemaTypeSets.Count(types) > 1 ? SchemaTypes.None : types;
    }
}
