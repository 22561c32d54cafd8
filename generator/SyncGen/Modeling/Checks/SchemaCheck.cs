namespace SyncGen.Modeling;

/// <summary>
/// What a contract says of a value's JSON. A type holds most of it; a check holds the rest, so that reading can compare the JSON with it. Checks of one kind
/// of value let other kinds be, as JSON Schema has it.
/// </summary>
internal abstract record SchemaCheck
{
    private SchemaCheck()
    {
    }

    /// <summary>Any value.</summary>
    public sealed record Anything : SchemaCheck;

    /// <summary>No value.</summary>
    public sealed record Never : SchemaCheck;

    /// <summary>Nobody can say here.</summary>
    public sealed record Unknown : SchemaCheck;

    public sealed record All(ImmutableArray<SchemaCheck> Checks) : SchemaCheck;

    public sealed record AnyOf(ImmutableArray<SchemaCheck> Checks) : SchemaCheck;

    public sealed record OneOf(ImmutableArray<SchemaCheck> Checks) : SchemaCheck;

    /// <summary>That one matches is settled elsewhere.</summary>
    public sealed record AtMostOneOf(ImmutableArray<SchemaCheck> Checks) : SchemaCheck;

    public sealed record Not(SchemaCheck Check) : SchemaCheck;

    public sealed record If(SchemaCheck Condition, SchemaCheck Then, SchemaCheck Otherwise) : SchemaCheck;

    /// <summary>All that another schema says.</summary>
    public sealed record Reference(SchemaId Target) : SchemaCheck;

    public sealed record Kinds(SchemaTypes Types) : SchemaCheck;

    /// <summary>The only values there are.</summary>
    public sealed record Listed(ImmutableArray<JsonValue> Values) : SchemaCheck;

    public sealed record Length(int? Minimum, int? Maximum) : SchemaCheck;

    public sealed record Pattern(string Text) : SchemaCheck;

    /// <param name="Text">A JSON number.</param>
    public sealed record Bound(string Text, bool IsLower, bool IsExclusive) : SchemaCheck;

    /// <param name="Text">A JSON number above zero.</param>
    public sealed record MultipleOf(string Text) : SchemaCheck;

    /// <param name="First">What the first items are, by their places.</param>
    /// <param name="Rest">What all others are; null where nothing is said of them.</param>
    public sealed record Items(ImmutableArray<SchemaCheck> First, SchemaCheck? Rest) : SchemaCheck;

    public sealed record ItemCount(int? Minimum, int? Maximum) : SchemaCheck;

    public sealed record Unique : SchemaCheck;

    public sealed record Contains(SchemaCheck Check, int Minimum, int? Maximum) : SchemaCheck;

    /// <param name="Additional">What members are that neither a name nor a pattern speaks of; null where nothing is said of them.</param>
    public sealed record Members(
        ImmutableArray<(string Name, SchemaCheck Check)> Properties,
        ImmutableArray<(string Pattern, SchemaCheck Check)> Patterns,
        SchemaCheck? Additional) : SchemaCheck;

    public sealed record Names(SchemaCheck Check) : SchemaCheck;

    public sealed record MemberCount(int? Minimum, int? Maximum) : SchemaCheck;

    /// <param name="Way">Where the members travel, so that they can be required there alone.</param>
    public sealed record Required(ImmutableArray<string> Properties, TravelWay Way) : SchemaCheck;

    /// <summary>What is said of an object that has a member.</summary>
    public sealed record Dependent(string Name, SchemaCheck Check) : SchemaCheck;

    /// <summary>What is said of the items that another check does not speak of.</summary>
    public sealed record RestOfItems(SchemaCheck Check, SchemaCheck Rest) : SchemaCheck;

    /// <summary>What is said of the members that another check does not speak of.</summary>
    public sealed record RestOfMembers(SchemaCheck Check, SchemaCheck Rest) : SchemaCheck;

    /// <summary>The checks together; null where they say nothing.</summary>
    public static SchemaCheck? Unite(IEnumerable<SchemaCheck> checks)
    {
        ImmutableArray<SchemaCheck> all = [.. checks.SelectMany(check => check is All several ? several.Checks.AsEnumerable() : [check]).Where(check => check is not Anything)];
        return all switch
        {
            [] => null,
            [var only] => only,
            _ when all.Any(check => check is Never) => new Never(),
            _ => new All(all),
        };
    }

    /// <summary>At least one of the checks.</summary>
    public static SchemaCheck Any(ImmutableArray<SchemaCheck> checks) => checks switch
    {
        [Kinds { Types: SchemaTypes.Null }, var other] => OrNull(other),
        [var other, Kinds { Types: SchemaTypes.Null }] => OrNull(other),
        _ => new AnyOf(checks),
    };

    /// <summary>A check that allows null, too: by the kinds of value alone, where nothing else in it speaks of null.</summary>
    public static SchemaCheck OrNull(SchemaCheck check) => check switch
    {
        Kinds kinds => new Kinds(kinds.Types | SchemaTypes.Null),
        All several when several.Checks.Any(part => part is Kinds) && several.Checks.All(LetsNullBe) =>
            new All([.. several.Checks.Select(part => part is Kinds kinds ? new Kinds(kinds.Types | SchemaTypes.Null) : part)]),
        _ => new AnyOf([new Kinds(SchemaTypes.Null), check]),
    };

    /// <summary>Speaks of one kind of value, or can be told to let null be.</summary>
    private static bool LetsNullBe(SchemaCheck check) =>
        check is Kinds or Length or Pattern or Bound or MultipleOf or Items or ItemCount or Unique or Contains or Members or Names or MemberCount or Required or Dependent;

    /// <summary>The checks that this one is made of.</summary>
    public IEnumerable<SchemaCheck> Parts => this switch
    {
        All several => several.Checks,
        AnyOf several => several.Checks,
        OneOf several => several.Checks,
        AtMostOneOf several => several.Checks,
        Not opposite => [opposite.Check],
        If choice => [choice.Condition, choice.Then, choice.Otherwise],
        Items items => items.Rest is { } rest ? items.First.Append(rest) : items.First,
        Contains contains => [contains.Check],
        Members members => members.Properties.Select(property => property.Check).Concat(members.Patterns.Select(pattern => pattern.Check)).Concat(members.Additional is { } additional ? [additional] : []),
        Names names => [names.Check],
        Dependent dependent => [dependent.Check],
        RestOfItems rest => [rest.Check, rest.Rest],
        RestOfMembers rest => [rest.Check, rest.Rest],
        _ => [],
    };
}
