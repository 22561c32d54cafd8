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
        HasLimits(record) ? $"Count({count}{BoundsOf(LeastOf(record), record.MaxProperties)})" : null;

    /// <summary>The calls that check a value, each a method of the list of violations with its arguments; empty when there is nothing to check.</summary>
    /// <param name="patterns">Receives the patterns that the calls compare with.</param>
    public ImmutableArray<string> CallsOf(SchemaId id, CheckedValue value, PatternFields patterns) => CallsOf(id, value, patterns, MaximumDepth);

    /// <summary>The function that checks a value, as an argument: a lambda of <c>value</c> and <c>at</c>. Null when there is nothing to check.</summary>
    /// <param name="patterns">Receives the patterns that the function compares with.</param>
    public string? FunctionOf(SchemaId id, PatternFields patterns) => FunctionOf(CallsOf(id, CheckedValue.Given, patterns));

    /// <summary>The calls that count the files of an argument, of which the schema says nothing else that a server could check.</summary>
    public ImmutableArray<string> FileCallsOf(Argument argument, CheckedValue value)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        var shape = argument is { HasOtherSchemas: false, Schema: { } schema } ? _api.Resolve(schema).Shape : null;
        if (argument.Kind == ArgumentKind.Files && shape is Shape.Array list && BoundsOf(list.MinItems, list.MaxItems) is { } items)
            calls.Add($"Count({value.Member("Count")}{items})");
        if (shape is Shape.Map map && BoundsOf(map.MinProperties, map.MaxProperties) is { } members)
            calls.Add($"Count({value.Member("Count")}{members})");
        if (argument is { Kind: ArgumentKind.FilesMap, Field.Values: { } values } && _api.Resolve(values).Shape is Shape.Array each && BoundsOf(each.MinItems, each.MaxItems) is { } bounds)
            calls.Add($"Values({value.Text}, static (value, at) => at.Count(value.Count{bounds}))");
        return calls.DrainToImmutable();
    }

    /// <summary>The calls that check the values of a map, of which no schema says more.</summary>
    public ImmutableArray<string> ValuesCallsOf(SchemaId values, CheckedValue map, PatternFields patterns) => PartsCall("Values", map.Text, values, patterns, MaximumDepth) is { } call ? [call] : [];

    /// <summary>The function that checks the values of a map; null when there is nothing to check.</summary>
    public string? ValuesFunctionOf(SchemaId values, PatternFields patterns) => FunctionOf(ValuesCallsOf(values, CheckedValue.Given, patterns));

    /// <summary>The function that counts the files of an argument; null when any number goes.</summary>
    public string? FileFunctionOf(Argument argument) => FunctionOf(FileCallsOf(argument, CheckedValue.Given));

    private static string? FunctionOf(ImmutableArray<string> calls) => calls switch
    {
        [] => null,
        [var only] => $"static (value, at) => at.{only}",
        _ => $"static (value, at) => {{ {string.Join(" ", calls.Select(call => $"at.{call};"))} }}",
    };

    private ImmutableArray<string> CallsOf(SchemaId id, CheckedValue value, PatternFields patterns, int depth)
    {
        if (depth == 0 || !Contains(id))
            return [];
        var schema = _api.Resolve(id);
        ImmutableArray<string> calls = schema.Shape switch
        {
            Shape.String text when _types[id].Text == "string" => CallsOf(text, schema, value, patterns),
            Shape.Number number when !_types[id].IsUsers => CallsOf(number, _types[id].Text, value),
            // The kind of what the contract does not list is the first one.
            Shape.Enum { IsOpen: false } => [$"Listed({value.Text} is not {{ Kind: 0 }})"],
            Shape.Array array => CallsOf(array, value, patterns, depth),
            Shape.Map map => CallsOf(map, value, patterns, depth),
            Shape.Any free when MembersCall(free, value, _types[id].Text) is { } call => [call],
            Shape.Object or Shape.Union => [$"Part({value.Text})"],
            _ => [],
        };
        return schema.Shape.Listed.IsEmpty ? calls : calls.Add(ListedCall(schema.Shape, value, _types[schema.Id]));
    }

    /// <summary>The call that compares a value with those that the contract lists.</summary>
    private static string ListedCall(Shape shape, CheckedValue value, CSharpType type)
    {
        var values = shape.Listed.Select(listed => Literal.Text(JsonText.Of(listed)));
        return $"Listed<{type.Text}, {type.Codec}>({value.Text}, [{string.Join(", ", values)}])";
    }

    private bool HasOwn(Schema schema) => !schema.Shape.Listed.IsEmpty || schema.Shape switch
    {
        Shape.String text => (text is not { MinLength: null or 0, MaxLength: null, Pattern: null } || TextFormats.IsChecked(text.Format, _style)) && _types[schema.Id].Text == "string",
        Shape.Number number => !_types[schema.Id].IsUsers && !CallsOf(number, _types[schema.Id].Text, CheckedValue.Given).IsEmpty,
        Shape.Enum list => !list.IsOpen && !_style.HasClosedEnums,
        Shape.Array array => array is not { MinItems: null or 0, MaxItems: null, HasUniqueItems: false, Contains.IsEmpty: true },
        Shape.Map map => map is not { MinProperties: null or 0, MaxProperties: null, Names.Demanded.IsEmpty: true },
        Shape.Object record => HasLimits(record) || (record.Additional is not null && !record.Names.Demanded.IsEmpty),
        Shape.Any free => MembersCall(free, CheckedValue.Given, _types[schema.Id].Text) is not null,
        // A value that is none of the cases is kept, and breaks the contract.
        Shape.Union => true,
        _ => false,
    };

    /// <summary>The call that counts the members of a free-form object, or null when any number goes.</summary>
    private static string? MembersCall(Shape.Any free, CheckedValue value, string type) => BoundsOf(free.MinProperties, free.MaxProperties) is { } bounds
        ? $"Members({(type == "JsonElement" ? value.Text : value.Member("AsElement()"))}{bounds})"
        : null;

    private static bool HasLimits(Shape.Object record) => BoundsOf(LeastOf(record), record.MaxProperties) is not null;

    /// <summary>Where members are passed over, a record does not know how many there were: reading counts them.</summary>
    private static int? LeastOf(Shape.Object record) => record is { Additional: null, IsClosed: false } ? null : record.MinProperties;

    private ImmutableArray<string> CallsOf(Shape.String text, Schema schema, CheckedValue value, PatternFields patterns)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (BoundsOf(text.MinLength, text.MaxLength) is { } bounds)
            calls.Add($"Length({value.Text}{bounds})");
        if (TextFormats.IsChecked(text.Format, _style))
            calls.Add($"Format({value.Text}, {Literal.Text(text.Format!)})");
        if (text.Pattern is { } pattern)
        {
            if (patterns.FieldOf(pattern) is { } field)
                calls.Add($"Pattern({value.Text}, {field})");
            else
                _diagnostics.Report(ProjectionRules.PatternNotChecked, schema.Span, MarkdownText.Visible(pattern));
        }

        return calls.DrainToImmutable();
    }

    private ImmutableArray<string> CallsOf(Shape.Array array, CheckedValue value, PatternFields patterns, int depth)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (BoundsOf(array.MinItems, array.MaxItems) is { } bounds)
            calls.Add($"Count({value.Member("Count")}{bounds})");
        if (array.HasUniqueItems)
            calls.Add($"Unique{UniqueArguments(array.Items)}({value.Text})");
        calls.AddRange(array.Contains.Select(contained => ContainsCall(contained, value, _api.Resolve(array.Items), patterns)).OfType<string>());
        if (PartsCall("Items", value.Text, array.Items, patterns, depth - 1) is { } items)
            calls.Add(items);
        return calls.DrainToImmutable();
    }

    /// <summary>The call that counts the items that are what the list must contain; null where their pattern cannot be compared.</summary>
    private string? ContainsCall(Contained contained, CheckedValue list, Schema items, PatternFields patterns)
    {
        var type = _types[items.Id];
        var value = new CheckedValue("value", _types.IsNullable(items.Id));
        var calls = contained.Shape switch
        {
            _ when type.IsUsers => [],
            Shape.String text => CallsOf(text, items, value, patterns),
            Shape.Number number => CallsOf(number, type.Text, value),
            _ => [],
        };
        if (contained.Shape is Shape.String { Pattern: { } pattern } && patterns.FieldOf(pattern) is null)
            return null;
        if (type.IsUsers && contained.Shape.Listed.IsEmpty)
            return null;
        if (!contained.Shape.Listed.IsEmpty)
            calls = calls.Add(ListedCall(contained.Shape, value, type));
        // A length of at least 0 is no constraint: every item counts.
        return $"Contains({list.Text}, {FunctionOf(calls) ?? "static (_, _) => { }"}{BoundsOf(contained.Minimum, contained.Maximum)})";
    }

    private ImmutableArray<string> CallsOf(Shape.Map map, CheckedValue value, PatternFields patterns, int depth)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (BoundsOf(map.MinProperties, map.MaxProperties) is { } bounds)
            calls.Add($"Count({value.Member("Count")}{bounds})");
        calls.AddRange(MemberCalls(value, map.Values, map.Names, patterns, depth - 1));
        return calls.DrainToImmutable();
    }

    /// <summary>The calls that check the members which a record keeps and does not declare.</summary>
    public ImmutableArray<string> AdditionalCalls(AdditionalMembers kept, Shape.Object record, PatternFields patterns) =>
        [.. MemberCalls(new CheckedValue(kept.Name, IsNullable: false), kept.Schema, record.Names, patterns, MaximumDepth)];

    /// <summary>The calls that check the names and values of a map.</summary>
    private IEnumerable<string> MemberCalls(CheckedValue map, SchemaId values, NamePatterns names, PatternFields patterns, int depth)
    {
        foreach (var pattern in names.Demanded)
        {
            if (patterns.FieldOf(pattern) is { } field)
                yield return $"Names({map.Member("Keys")}, {field})";
            else
                _diagnostics.Report(ProjectionRules.PatternNotChecked, _api[values].Span, MarkdownText.Visible(pattern));
        }

        var checkedMap = names.Typed is { } typed && Contains(values) && patterns.FieldOf(typed) is { } typedNames ? $"at.Matching({map.Text}, {typedNames})" : map.Text;
        if (PartsCall("Values", checkedMap, values, patterns, depth) is { } call)
            yield return call;
    }

    /// <summary>The call that checks the items of a list or the values of a map; null when there is nothing to check.</summary>
    private string? PartsCall(string method, string list, SchemaId parts, PatternFields patterns, int depth)
    {
        if (depth > 0 && Contains(parts) && _api.Resolve(parts).Shape is { Listed.IsEmpty: true } and (Shape.Object or Shape.Union))
            return $"{method}({list})";
        var calls = CallsOf(parts, new CheckedValue("value", _types.IsNullable(parts)), patterns, depth);
        // Most lists with constraints on their items are texts with a greatest length.
        const string length = "Length(value";
        if (method == "Items" && calls is [var only] && only.StartsWith(length, StringComparison.Ordinal))
            return $"Lengths({list}{only[length.Length..]}";
        return FunctionOf(calls) is { } function ? $"{method}({list}, {function})" : null;
    }

    /// <summary>The codec by which items are compared whose C# equality is not that of their JSON.</summary>
    private string UniqueArguments(SchemaId items)
    {
        var type = _types[items];
        var isNullable = _types.IsNullable(items);
        var isComparable = _api.Resolve(items).Shape is Shape.Enum { IsInteger: false } || type.Text is "string" or "bool" or "int" or "long" or "ulong" or "float" or "double" or "decimal";
        return isComparable ? "" : $"<{type.Annotated(isNullable)}, {type.CodecOf(isNullable)}>";
    }

    private static ImmutableArray<string> CallsOf(Shape.Number number, string type, CheckedValue value)
    {
        var calls = ImmutableArray.CreateBuilder<string>();
        if (number.Minimum is { } minimum && DefaultValue.NumberOf(minimum, type) is { } least)
            calls.Add($"{(number.IsMinimumExclusive ? "Above" : "AtLeast")}({value.Text}, {least})");
        if (number.Maximum is { } maximum && DefaultValue.NumberOf(maximum, type) is { } most)
            calls.Add($"{(number.IsMaximumExclusive ? "Below" : "AtMost")}({value.Text}, {most})");
        if (number.MultipleOf is { } divisor && DefaultValue.NumberOf(divisor, type is "double" or "float" ? "double" : "decimal") is { } factor && factor is not ("1m" or "0m"))
            calls.Add($"MultipleOf({value.Text}, {factor})");
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
