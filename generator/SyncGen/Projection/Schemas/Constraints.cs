using System.Globalization;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Writes the constraints of schemas as calls that check a value.</summary>
internal sealed class Constraints
{
    private const int MaximumDepth = 16;

    private readonly ApiModel _api;
    private readonly TypeTable _types;
    private readonly CodeStyle _style;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<SchemaId> _constrained;

    public Constraints(ApiModel api, TypeTable types, CodeStyle style, DiagnosticBag diagnostics)
    {
        _api = api;
        _types = types;
        _style = style;
        _diagnostics = diagnostics;
        _constrained = SchemaGraph.Above(api, [.. api.Schemas.Where(schema => HasOwn(schema)).Select(schema => schema.Id)]);
    }

    /// <summary>Whether values of the schema, or something in them, can break a constraint.</summary>
    public bool Contains(SchemaId id) => _constrained.Contains(id);

    /// <summary>The call that counts the members of a record, or null when any number goes.</summary>
    /// <param name="count">The expression that counts them.</param>
    public static string? CountCall(Shape.Object record, string count) =>
        HasLimits(record) ? $"at.Count({count}{BoundsOf(LeastOf(record), record.MaxProperties)})" : null;

    /// <summary>The function that checks a value among the models, as an argument: a lambda of <c>value</c> and <c>at</c>. Null when there is nothing to check.</summary>
    /// <param name="patterns">Receives the patterns that the function compares with.</param>
    public string? FunctionOf(SchemaId id, PatternFields patterns) => FunctionOf(id, patterns, "value.Check(at)", MaximumDepth);

    /// <summary>The same outside the models, which may be in an assembly of their own.</summary>
    public string? OuterFunctionOf(SchemaId id, PatternFields patterns) => FunctionOf(id, patterns, "at.Include(value)", MaximumDepth);

    private string? FunctionOf(SchemaId id, PatternFields patterns, string model, int depth) => FunctionOf(CallsOf(id, patterns, model, depth));

    private static string? FunctionOf(ImmutableArray<string> calls) => calls switch
    {
        [] => null,
        [var only] => $"static (value, at) => {only}",
        _ => $"static (value, at) => {{ {string.Join("; ", calls)}; }}",
    };

    private ImmutableArray<string> CallsOf(SchemaId id, PatternFields patterns, string model, int depth)
    {
        if (depth == 0 || !Contains(id))
            return [];
        var schema = _api.Resolve(id);
        ImmutableArray<string> calls = schema.Shape switch
        {
            Shape.String text when _types[id].Text == "string" => CallsOf(text, schema, patterns),
            Shape.Number number when !_types[id].IsUsers => CallsOf(number, _types[id].Text),
            Shape.Enum { IsOpen: false } => ["at.Listed(value.Kind != default)"],
            Shape.Array array => CallsOf(array, patterns, model, depth),
            Shape.Map map => CallsOf(map, patterns, model, depth),
            Shape.Any free when MembersCall(free, _types[id].Text) is { } call => [call],
            Shape.Object or Shape.Union => [model],
            _ => [],
        };
        return schema.Shape.Listed.IsEmpty ? calls : calls.Add(ListedCall(schema.Shape, _types[schema.Id]));
    }

    /// <summary>The call that compares a value with those that the contract lists.</summary>
    private static string ListedCall(Shape shape, CSharpType type)
    {
        var values = shape.Listed.Select(value => Literal.Text(JsonText.Of(value)));
        return $"at.Listed<{type.Text}, {type.Codec}>(value, [{string.Join(", ", values)}])";
    }

    private bool HasOwn(Schema schema) => !schema.Shape.Listed.IsEmpty || schema.Shape switch
    {
        Shape.String text => (text is not { MinLength: null or 0, MaxLength: null, Pattern: null } || TextFormats.IsChecked(text.Format, _style)) && _types[schema.Id].Text == "string",
        Shape.Number number => !_types[schema.Id].IsUsers && !CallsOf(number, _types[schema.Id].Text).IsEmpty,
        Shape.Enum list => !list.IsOpen && !_style.HasClosedEnums,
        Shape.Array array => array is not { MinItems: null or 0, MaxItems: null, HasUniqueItems: false, Contains.IsEmpty: true },
        Shape.Map map => map is not { MinProperties: null or 0, MaxProperties: null, Names.Demanded.IsEmpty: true },
        Shape.Object record => HasLimits(record) || (record.Additional is not null && !record.Names.Demanded.IsEmpty),
        Shape.Any free => MembersCall(free, _types[schema.Id].Text) is not null,
        // A value that is none of the cases is kept, and breaks the contract.
        Shape.Union => true,
        _ => false,
    };

    /// <summary>The call that counts the members of a free-form object, or null when any number goes.</summary>
    private static string? MembersCall(Shape.Any free, string type) => BoundsOf(free.MinProperties, free.MaxProperties) is { } bounds
        ? $"at.Members({(type == "JsonElement" ? "value" : "value.AsElement()")}{bounds})"
        : null;

    private static bool HasLimits(Shape.Object record) => BoundsOf(LeastOf(record), record.MaxProperties) is not null;

    /// <summary>Where members are passed over, a record does not know how many there were: reading counts them.</summary>
    private static int? LeastOf(Shape.Object record) => record is { Additional: null, IsClosed: false } ? null : record.MinProperties;

    private ImmutableArray<string> CallsOf(Shape.String text, Schema schema, PatternFields patterns)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (BoundsOf(text.MinLength, text.MaxLength) is { } bounds)
            calls.Add($"at.Length(value{bounds})");
        if (TextFormats.IsChecked(text.Format, _style))
            calls.Add($"at.Format(value, {Literal.Text(text.Format!)})");
        if (text.Pattern is { } pattern)
        {
            if (patterns.FieldOf(pattern) is { } field)
                calls.Add($"at.Pattern(value, {field})");
            else
                _diagnostics.Report(ProjectionRules.PatternNotChecked, schema.Span, MarkdownText.Visible(pattern));
        }

        return calls.DrainToImmutable();
    }

    private ImmutableArray<string> CallsOf(Shape.Array array, PatternFields patterns, string model, int depth)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (BoundsOf(array.MinItems, array.MaxItems) is { } bounds)
            calls.Add($"at.Count(value.Count{bounds})");
        if (array.HasUniqueItems)
            calls.Add($"at.Unique{UniqueArguments(array.Items)}(value)");
        calls.AddRange(array.Contains.Select(contained => ContainsCall(contained, _api.Resolve(array.Items), patterns)).OfType<string>());
        if (FunctionOf(array.Items, patterns, model, depth - 1) is { } function)
            calls.Add($"at.{NullableMark(array.Items)}Items{NullableArguments(array.Items)}(value, {function})");
        return calls.DrainToImmutable();
    }

    /// <summary>The call that counts the items that are what the list must contain; null where their pattern cannot be compared.</summary>
    private string? ContainsCall(Contained contained, Schema items, PatternFields patterns)
    {
        var type = _types[items.Id];
        var calls = contained.Shape switch
        {
            _ when type.IsUsers => [],
            Shape.String text => CallsOf(text, items, patterns),
            Shape.Number number => CallsOf(number, type.Text),
            _ => [],
        };
        if (contained.Shape is Shape.String { Pattern: { } pattern } && patterns.FieldOf(pattern) is null)
            return null;
        if (type.IsUsers && contained.Shape.Listed.IsEmpty)
            return null;
        if (!contained.Shape.Listed.IsEmpty)
            calls = calls.Add(ListedCall(contained.Shape, type));
        // A length of at least 0 is no constraint: every item counts.
        return $"at.Contains(value, {FunctionOf(calls) ?? "static (_, _) => { }"}{BoundsOf(contained.Minimum, contained.Maximum)})";
    }

    private ImmutableArray<string> CallsOf(Shape.Map map, PatternFields patterns, string model, int depth)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (BoundsOf(map.MinProperties, map.MaxProperties) is { } bounds)
            calls.Add($"at.Count(value.Count{bounds})");
        calls.AddRange(MemberCalls("value", map.Values, map.Names, patterns, FunctionOf(map.Values, patterns, model, depth - 1)));
        return calls.DrainToImmutable();
    }

    /// <summary>The calls that check the members which a record keeps and does not declare.</summary>
    public ImmutableArray<string> AdditionalCalls(AdditionalMembers kept, Shape.Object record, PatternFields patterns) =>
        [.. MemberCalls(kept.Name, kept.Schema, record.Names, patterns, FunctionOf(kept.Schema, patterns))];

    /// <summary>The calls that check the names and values of a map.</summary>
    private IEnumerable<string> MemberCalls(string map, SchemaId values, NamePatterns names, PatternFields patterns, string? function)
    {
        foreach (var pattern in names.Demanded)
        {
            if (patterns.FieldOf(pattern) is { } field)
                yield return $"at.Names({map}.Keys, {field})";
            else
                _diagnostics.Report(ProjectionRules.PatternNotChecked, _api[values].Span, MarkdownText.Visible(pattern));
        }

        if (function is null)
            yield break;
        var checkedMap = names.Typed is { } typed && patterns.FieldOf(typed) is { } typedNames ? $"at.Matching({map}, {typedNames})" : map;
        yield return $"at.{NullableMark(values)}Values{NullableArguments(values)}({checkedMap}, {function})";
    }

    private string NullableMark(SchemaId id) => _types.IsNullable(id) ? "Nullable" : "";

    private string NullableArguments(SchemaId id) => _types.IsNullable(id) ? $"<{_types[id].Text}>" : "";

    /// <summary>The codec by which items are compared whose C# equality is not that of their JSON.</summary>
    private string UniqueArguments(SchemaId items)
    {
        var type = _types[items];
        var isNullable = _types.IsNullable(items);
        var isComparable = _api.Resolve(items).Shape is Shape.Enum { IsInteger: false } || type.Text is "string" or "bool" or "int" or "long" or "ulong" or "float" or "double" or "decimal";
        return isComparable ? "" : $"<{type.Annotated(isNullable)}, {type.CodecOf(isNullable)}>";
    }

    private static ImmutableArray<string> CallsOf(Shape.Number number, string type)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (number.Minimum is { } minimum && DefaultValue.NumberOf(minimum, type) is { } least)
            calls.Add($"at.{(number.IsMinimumExclusive ? "Above" : "AtLeast")}(value, {least})");
        if (number.Maximum is { } maximum && DefaultValue.NumberOf(maximum, type) is { } most)
            calls.Add($"at.{(number.IsMaximumExclusive ? "Below" : "AtMost")}(value, {most})");
        if (number.MultipleOf is { } divisor && DefaultValue.NumberOf(divisor, type is "double" or "float" ? "double" : "decimal") is { } factor && factor is not ("1m" or "0m"))
            calls.Add($"at.MultipleOf(value, {factor})");
        return calls.DrainToImmutable();
    }

    private static string? BoundsOf(int? minimum, int? maximum) => (minimum is > 0 ? minimum : null, maximum) switch
    {
        (null, null) => null,
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $", minimum: {least}"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $", maximum: {most}"),
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $", {least}, {most}"),
    };
}
