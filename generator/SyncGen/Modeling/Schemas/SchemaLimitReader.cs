using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads lengths, counts and bounds, and refuses those that cannot be.</summary>
internal sealed class SchemaLimitReader(ContractReader reader)
{
    public SchemaKeywords Read(Location place, SchemaKeywords keywords)
    {
        keywords = keywords with
        {
            MinLength = ReadMinimumCount(place, "minLength"),
            MaxLength = ReadMaximumCount(place, "maxLength"),
            Pattern = reader.Text(place, "pattern"),
            MinItems = ReadMinimumCount(place, "minItems"),
            MaxItems = ReadMaximumCount(place, "maxItems"),
            MinProperties = ReadMinimumCount(place, "minProperties"),
            MaxProperties = ReadMaximumCount(place, "maxProperties"),
            Minimum = ReadBound(place, "minimum", "exclusiveMinimum", isLower: true),
            Maximum = ReadBound(place, "maximum", "exclusiveMaximum", isLower: false),
            MultipleOf = ReadMultipleOf(place),
        };
        RefuseEmptyRange(place, keywords.MinLength, keywords.MaxLength, "minLength", "maxLength");
        RefuseEmptyRange(place, keywords.MinItems, keywords.MaxItems, "minItems", "maxItems");
        RefuseEmptyRange(place, keywords.MinProperties, keywords.MaxProperties, "minProperties", "maxProperties");
        if (keywords is { Minimum: { } minimum, Maximum: { } maximum } && IsEmptyRange(minimum, maximum))
            reader.Report(ModelingRules.EmptyRange, maximum.Span, minimum.Text, maximum.Text);
        return keywords;
    }

    /// <summary>A lower limit; one beyond any length in C# is the largest, so that no value passes.</summary>
    private int? ReadMinimumCount(Location place, string name) => ReadCount(place, name);

    /// <summary>An upper limit; one that no value can reach is none.</summary>
    private int? ReadMaximumCount(Location place, string name) => ReadCount(place, name) is { } count && count < int.MaxValue ? count : null;

    /// <summary>How many there may be; null where nothing usable is said.</summary>
    public int? ReadCount(Location place, string name)
    {
        if (ReadNumber(place, name) is not { } number)
            return null;
        if (!JsonNumber.IsNegative(number.Text) && JsonNumber.ToInt32(number.Text) is { } count)
            return count;
        reader.Report(ModelingRules.InvalidCount, number.Span, name, number.Text);
        return null;
    }

    private NumberBound? ReadBound(Location place, string name, string exclusiveName, bool isLower)
    {
        var bound = ReadNumber(place, name) is { } number ? new NumberBound(number.Text, false, number.Span) : null;
        if (place.Child(exclusiveName) is not { } exclusive)
            return bound;
        if (exclusive.Node is ScalarNode { Kind: ScalarKind.Boolean } flag)
        {
            if (reader.DialectOf(place) == Dialect.OpenApi31)
                reader.Report(ModelingRules.BooleanBound, flag.Span, exclusiveName, name);
            return bound is null ? null : bound with { IsExclusive = flag.Text == "true" };
        }
        if (ReadNumber(place, exclusiveName) is not { } limit)
            return bound;
        var strict = new NumberBound(limit.Text, true, limit.Span);
        return bound is null ? strict : isLower ? Higher(bound, strict) : Lower(bound, strict);
    }

    /// <summary>The stricter of two lower bounds.</summary>
    public static NumberBound Higher(NumberBound first, NumberBound second)
    {
        var order = JsonNumber.Compare(first.Text, second.Text);
        return order > 0 || (order == 0 && first.IsExclusive) ? first : second;
    }

    /// <summary>The stricter of two upper bounds.</summary>
    public static NumberBound Lower(NumberBound first, NumberBound second)
    {
        var order = JsonNumber.Compare(first.Text, second.Text);
        return order < 0 || (order == 0 && first.IsExclusive) ? first : second;
    }

    private static bool IsEmptyRange(NumberBound minimum, NumberBound maximum)
    {
        var order = JsonNumber.Compare(minimum.Text, maximum.Text);
        return order > 0 || (order == 0 && (minimum.IsExclusive || maximum.IsExclusive));
    }

    private string? ReadMultipleOf(Location place)
    {
        if (ReadNumber(place, "multipleOf") is not { } number)
            return null;
        if (!JsonNumber.IsNegative(number.Text) && !JsonNumber.IsZero(number.Text))
            return number.Text;
        reader.Report(ModelingRules.InvalidMultipleOf, number.Span, number.Text);
        return null;
    }

    private ScalarNode? ReadNumber(Location place, string name)
    {
        if (place.Child(name) is not { } child || child.Node is ScalarNode { Kind: ScalarKind.Null })
            return null;
        if (child.Node is ScalarNode { Kind: ScalarKind.Number } number)
            return number;
        if (child.Node is ScalarNode { Kind: ScalarKind.String } text && JsonNumber.IsNumber(text.Text.Trim()))
        {
            reader.Report(ModelingRules.TextForNumber, text.Span, name, text.Text);
            return new ScalarNode(text.Span, ScalarKind.Number, text.Text.Trim());
        }
        reader.Ignore(child, name, "a number");
        return null;
    }

    private void RefuseEmptyRange(Location place, int? minimum, int? maximum, string minimumName, string maximumName)
    {
        if (minimum > maximum && place.Child(maximumName) is { } upper)
            reader.Report(ModelingRules.EmptyRange, upper.Node.Span, $"{minimumName} {minimum}", $"{maximumName} {maximum}");
    }
}
