namespace SyncGen.Modeling;

/// <summary>Shapes what a list must contain, where its items are texts, numbers or booleans.</summary>
internal static class ContainedShaper
{
    /// <param name="items">What every item is.</param>
    /// <param name="contained">What some of them are.</param>
    /// <returns>Null where the two are not of one plain type, or what is contained says more than constraints of that type.</returns>
    public static Shape? TryShape(SchemaKeywords items, SchemaKeywords contained)
    {
        var type = TypeInference.TypesOf(items);
        if (!IsPlain(items) || items.Values is not null || !IsPlain(contained) || !OnlyConstrains(contained) || !IsOfType(contained, type))
            return null;
        ImmutableArray<JsonValue> listed = contained.Values is { } values ? [.. values.Select(value => value.Value)] : [];
        return type switch
        {
            SchemaTypes.String => ScalarShaper.ShapeString(contained) with { Listed = listed },
            SchemaTypes.Integer or SchemaTypes.Number => ScalarShaper.ShapeNumber(contained, type == SchemaTypes.Integer) with { Listed = listed },
            SchemaTypes.Boolean when !listed.IsEmpty => new Shape.Boolean { Listed = listed },
            _ => null,
        };
    }

    private static bool IsOfType(SchemaKeywords contained, SchemaTypes type)
    {
        var own = TypeInference.TypesOf(contained);
        return own == SchemaTypes.None || own == type || (contained.Types == SchemaTypes.None && IsNumber(own) && IsNumber(type));
    }

    private static bool IsNumber(SchemaTypes type) => type is SchemaTypes.Integer or SchemaTypes.Number;

    private static bool IsPlain(SchemaKeywords keywords) =>
        !keywords.IsNullable && keywords.ContentEncoding is null && keywords.Unions.IsEmpty && (keywords.Format is null || IsNumber(TypeInference.TypesOf(keywords)));

    /// <summary>There are constraints, and nothing else.</summary>
    private static bool OnlyConstrains(SchemaKeywords keywords)
    {
        var rest = keywords with { MinLength = null, MaxLength = null, Pattern = null, Minimum = null, Maximum = null, MultipleOf = null, Values = null };
        return rest.SaysNoMoreThanType && !rest.SpeaksOfObject && !keywords.SaysNoMoreThanType;
    }
}
