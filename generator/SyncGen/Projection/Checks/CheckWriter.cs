using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Writes checks as expressions.</summary>
/// <param name="reportPattern">Receives each pattern that .NET does not have.</param>
internal sealed class CheckWriter(CheckNames checks, Action<string> reportPattern)
{
    private static readonly CheckExpression Anything = new("JsonCheck.Anything");
    private static readonly CheckExpression Unknown = new("JsonCheck.Unknown");

    private bool _isCondition;

    public PatternFields Patterns { get; } = new();

    /// <summary>Writes a check that forgives what reading does.</summary>
    public CheckExpression Write(SchemaCheck check, TravelWay way, Leniency forgives)
    {
        if (forgives == Leniency.None)
            return Write(check, way);
        var kinds = Enum.GetValues<Leniency>().Where(kind => kind != Leniency.None && forgives.HasFlag(kind)).Select(kind => $"JsonLeniency.{kind}");
        return new("JsonCheck.Forgiving(", [new(string.Join(" | ", kinds)), Write(check, way)], ")");
    }

    /// <summary>Writes a check on values that travel one way.</summary>
    private CheckExpression Write(SchemaCheck check, TravelWay way) => way switch
    {
        TravelWay.Requests => new("JsonCheck.InRequests(", [Write(check)], ")"),
        TravelWay.Responses => new("JsonCheck.InResponses(", [Write(check)], ")"),
        _ => Write(check),
    };

    public CheckExpression Write(SchemaCheck check) => check switch
    {
        SchemaCheck.Anything => Anything,
        SchemaCheck.Never => new("JsonCheck.Never"),
        SchemaCheck.All several => Call("JsonCheck.All", several.Checks),
        SchemaCheck.AnyOf several => Call("JsonCheck.AnyOf", several.Checks),
        SchemaCheck.OneOf several => Call("JsonCheck.OneOf", several.Checks),
        SchemaCheck.AtMostOneOf several => Call("JsonCheck.AtMostOneOf", several.Checks),
        SchemaCheck.Not opposite => new("JsonCheck.Not(", [WriteCondition(opposite.Check)], ")"),
        SchemaCheck.If choice => new("JsonCheck.If(", [WriteCondition(choice.Condition), Write(choice.Then), Write(choice.Otherwise)], ")"),
        SchemaCheck.Reference reference => new($"JsonCheck.Of<{checks.Whole[reference.Target]}>()"),
        SchemaCheck.Listed listed => new("JsonCheck.Listed(", [.. listed.Values.Select(value => new CheckExpression(Literal.Text(JsonText.Of(value))))], ")"),
        SchemaCheck.Kinds kinds => WriteKinds(kinds.Types),
        SchemaCheck.Length length => new($"JsonValueCheck.Length({BoundsOf(length.Minimum, length.Maximum)})"),
        SchemaCheck.Pattern pattern => FieldOf(pattern.Text) is { } field ? new($"JsonValueCheck.Pattern({field})") : Unknown,
        SchemaCheck.Bound bound => new($"JsonValueCheck.{MethodOf(bound)}({Literal.Text(bound.Text)})"),
        SchemaCheck.MultipleOf multiple => new($"JsonValueCheck.MultipleOf({Literal.Text(multiple.Text)})"),
        SchemaCheck.Items items => WriteItems(items),
        SchemaCheck.ItemCount count => new($"JsonArrayCheck.Count({BoundsOf(count.Minimum, count.Maximum)})"),
        SchemaCheck.Unique => new("JsonArrayCheck.Unique"),
        SchemaCheck.Contains contains => new("JsonArrayCheck.Contains(", [Write(contains.Check), .. Optional(BoundsOf(contains.Minimum == 1 ? null : contains.Minimum, contains.Maximum, isNamed: true))], ")"),
        SchemaCheck.RestOfItems rest => Call("JsonArrayCheck.Unevaluated", [rest.Check, rest.Rest]),
        SchemaCheck.Members members => WriteMembers(members),
        SchemaCheck.Names names => Call("JsonObjectCheck.Names", [names.Check]),
        SchemaCheck.MemberCount count => new($"JsonObjectCheck.Count({BoundsOf(count.Minimum, count.Maximum)})"),
        SchemaCheck.Required required => new($"JsonObjectCheck.{MethodOf(required)}({string.Join(", ", required.Properties.Select(Literal.Text))})"),
        SchemaCheck.Dependent { Check: SchemaCheck.Required { Way: TravelWay.Both } required } dependent => new($"JsonObjectCheck.DependentRequired({string.Join(", ", required.Properties.Prepend(dependent.Name).Select(Literal.Text))})"),
        SchemaCheck.Dependent dependent => new("JsonObjectCheck.Dependent(", [new(Literal.Text(dependent.Name)), Write(dependent.Check)], ")"),
        SchemaCheck.RestOfMembers rest => Call("JsonObjectCheck.Unevaluated", [rest.Check, rest.Rest]),
        _ => Unknown,
    };

    /// <summary>What decides over something else asks whether members are there, which nobody knows of those that need not travel this way.</summary>
    private CheckExpression WriteCondition(SchemaCheck check)
    {
        var outer = _isCondition;
        _isCondition = true;
        var written = Write(check);
        _isCondition = outer;
        return written;
    }

    private string MethodOf(SchemaCheck.Required required) => required.Way switch
    {
        TravelWay.Both => "Required",
        _ when _isCondition => "RequiredOneWay",
        TravelWay.Requests => "RequiredInRequests",
        _ => "RequiredInResponses",
    };

    private CheckExpression Call(string method, ImmutableArray<SchemaCheck> arguments) => new(method + "(", [.. arguments.Select(Write)], ")");

    private static IEnumerable<CheckExpression> Optional(string argument) => argument.Length == 0 ? [] : [new(argument)];

    private static CheckExpression WriteKinds(SchemaTypes types)
    {
        var wholeNumbers = types.HasFlag(SchemaTypes.Integer) && !types.HasFlag(SchemaTypes.Number);
        IEnumerable<(SchemaTypes Type, string Kind)> kinds =
        [
            (SchemaTypes.Null, "Null"),
            (SchemaTypes.Boolean, "Boolean"),
            (SchemaTypes.Number | SchemaTypes.Integer, "Number"),
            (SchemaTypes.String, "String"),
            (SchemaTypes.Array, "Array"),
            (SchemaTypes.Object, "Object"),
        ];
        var text = string.Join(" | ", kinds.Where(kind => (types & kind.Type) != SchemaTypes.None).Select(kind => "JsonKinds." + kind.Kind));
        return new($"JsonValueCheck.Kinds({text}{(wholeNumbers ? ", wholeNumbers: true" : "")})");
    }

    private CheckExpression WriteItems(SchemaCheck.Items items)
    {
        IEnumerable<CheckExpression> rest = items.Rest is { } others ? [Named("rest", Write(others))] : [];
        return items.First.IsEmpty
            ? new("JsonArrayCheck.Items(", [.. rest], ")")
            : new("JsonArrayCheck.Items(", [new("[", [.. items.First.Select(Write)], "]"), .. rest], ")");
    }

    /// <summary>Where .NET does not have one of the patterns, nobody knows which names it would match.</summary>
    private CheckExpression WriteMembers(SchemaCheck.Members members)
    {
        var fields = members.Patterns.Select(pattern => FieldOf(pattern.Pattern)).ToList();
        if (fields.Contains(null))
            return Unknown;
        var arguments = ImmutableArray.CreateBuilder<CheckExpression>();
        if (!members.Properties.IsEmpty)
            arguments.Add(new("properties: [", [.. members.Properties.Select(property => Pair(Literal.Text(property.Name), property.Check))], "]"));
        if (!members.Patterns.IsEmpty)
            arguments.Add(new("patterns: [", [.. members.Patterns.Select((pattern, index) => Pair(fields[index]!, pattern.Check))], "]"));
        if (members.Additional is { } additional)
            arguments.Add(Named("additional", Write(additional)));
        return new("JsonObjectCheck.Members(", arguments.DrainToImmutable(), ")");
    }

    private CheckExpression Pair(string key, SchemaCheck check) => Write(check) is var written && written.Arguments.IsEmpty
        ? new($"({key}, {written.Start}{written.End})")
        : written with { Start = $"({key}, {written.Start}", End = written.End + ")" };

    private static CheckExpression Named(string name, CheckExpression expression) => expression with { Start = $"{name}: {expression.Start}" };

    private string? FieldOf(string pattern)
    {
        if (Patterns.FieldOf(pattern) is { } field)
            return field;
        reportPattern(pattern);
        return null;
    }

    private static string MethodOf(SchemaCheck.Bound bound) => (bound.IsLower, bound.IsExclusive) switch
    {
        (true, false) => "AtLeast",
        (true, true) => "Above",
        (false, false) => "AtMost",
        (false, true) => "Below",
    };

    private static string BoundsOf(int? minimum, int? maximum, bool isNamed = false) => (minimum, maximum) switch
    {
        (null, null) => "",
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"maximum: {most}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"{(isNamed ? "minimum: " : "")}{least}"),
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"{least}, {most}"),
    };
}
