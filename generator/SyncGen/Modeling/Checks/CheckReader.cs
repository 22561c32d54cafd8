using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads what schemas say of values into checks: all that a schema says, or what its type does not settle.</summary>
internal sealed class CheckReader(ContractReader reader)
{
    private readonly Dictionary<SchemaId, SchemaCheck> _wholes = [];
    private readonly Queue<Location> _open = new();
    private readonly HashSet<SchemaId> _met = [];

    /// <summary>The whole checks of the schemas that others refer to.</summary>
    public ImmutableArray<KeyValuePair<SchemaId, SchemaCheck>> Wholes
    {
        get
        {
            while (_open.TryDequeue(out var place))
                _wholes.TryAdd(SchemaReader.IdOf(place), WholeOf(place));
            return [.. _wholes.OrderBy(whole => whole.Key.File, StringComparer.Ordinal).ThenBy(whole => whole.Key.Pointer.Text, StringComparer.Ordinal)];
        }
    }

    /// <summary>All that schemas say together; null where they say nothing.</summary>
    public SchemaCheck? WholeOf(ImmutableArray<Location> places) => SchemaCheck.Unite(places.Select(WholeOf));

    /// <summary>What the schema says beyond what its type settles.</summary>
    /// <param name="seen">The places that were read on the way, for references may lead back.</param>
    /// <param name="oneWay">The names of properties that travel one way.</param>
    public SchemaCheck? Read(Location place, Coverage coverage, HashSet<SchemaId> seen, ImmutableDictionary<string, TravelWay> oneWay)
    {
        if (place.Node is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" })
            return new SchemaCheck.Never();
        if (place.Node is not MappingNode || !seen.Add(SchemaReader.IdOf(place)))
            return null;
        oneWay = oneWay.SetItems(OneWayNamesOf(place));
        var checks = new List<SchemaCheck>();
        if (reader.TargetOf(place) is { } target)
        {
            // Which schema a dynamic reference means depends on how it was reached.
            if (place.Child("$dynamicRef") is not null)
                checks.Add(new SchemaCheck.Unknown());
            else if (coverage.IsWhole)
                checks.Add(Refer(target));
            else if (SchemaReader.IdOf(target) != coverage.Target && Read(target, coverage, seen, oneWay) is { } inherited)
                checks.Add(inherited);
            if (!reader.ReadsSiblings(place))
                return AllowNull(SchemaCheck.Unite(checks), place, coverage);
        }

        checks.AddRange(SchemaPlaces.Items(reader, place, "allOf").Select(part => Read(part, coverage, seen, oneWay)).OfType<SchemaCheck>());
        checks.AddRange(ScalarChecks.Of(place, coverage));
        checks.AddRange(CombinedChecks(place, coverage, seen, oneWay));
        checks.AddRange(ArrayChecks.Of(place, coverage, reader, WholeOf));
        checks.AddRange(ObjectChecks.Of(place, coverage, reader, WholeOf, part => WholeOf(part, oneWay), oneWay));
        return AllowNull(WithRest(place, SchemaCheck.Unite(checks), coverage), place, coverage);
    }

    private SchemaCheck WholeOf(Location place) => WholeOf(place, ImmutableDictionary<string, TravelWay>.Empty);

    private SchemaCheck WholeOf(Location place, ImmutableDictionary<string, TravelWay> oneWay) => Read(place, Coverage.None, [], oneWay) ?? new SchemaCheck.Anything();

    /// <summary>A keyword before OpenAPI 3.1 that many write beside those that forbid null.</summary>
    private static SchemaCheck? AllowNull(SchemaCheck? check, Location place, Coverage coverage) =>
        check is not null && !coverage.Kinds && (SchemaPlaces.IsTrue(place, "nullable") || SchemaPlaces.IsTrue(place, "x-nullable"))
            ? SchemaCheck.OrNull(check)
            : check;

    private IEnumerable<SchemaCheck> CombinedChecks(Location place, Coverage coverage, HashSet<SchemaId> seen, ImmutableDictionary<string, TravelWay> oneWay)
    {
        if (place.Child("not") is { } not)
            yield return new SchemaCheck.Not(WholeOf(not, oneWay));
        if (place.Child("if") is { } condition && (place.Child("then") is not null || place.Child("else") is not null || coverage.IsWhole || coverage.IsAskedForRest))
        {
            yield return new SchemaCheck.If(
                WholeOf(condition, oneWay),
                place.Child("then") is { } then ? WholeOf(then, oneWay) : new SchemaCheck.Anything(),
                place.Child("else") is { } otherwise ? WholeOf(otherwise, oneWay) : new SchemaCheck.Anything());
        }

        foreach (var name in (IEnumerable<string>)["oneOf", "anyOf"])
        {
            ImmutableArray<Location> cases = [.. SchemaPlaces.Items(reader, place, name)];
            if (!cases.IsEmpty && UnionCheck(place, name, cases, coverage, seen, oneWay) is { } check)
                yield return check;
        }
    }

    private SchemaCheck? UnionCheck(Location place, string name, ImmutableArray<Location> cases, Coverage coverage, HashSet<SchemaId> seen, ImmutableDictionary<string, TravelWay> oneWay)
    {
        var settled = coverage.Unions?.Invoke(place, name) ?? UnionCoverage.None;
        // A discriminator tells which case is meant, whether another one matches or not.
        if (name == "oneOf" && place.Child("discriminator") is not null)
            name = "anyOf";
        if (settled == UnionCoverage.OnlyCase)
            return SchemaCheck.Unite(cases.Select(item => Read(item, coverage, seen, oneWay)).OfType<SchemaCheck>().Where(check => check is not SchemaCheck.Kinds { Types: SchemaTypes.Null }));
        if (!coverage.IsAskedForRest && (settled == UnionCoverage.Settled || (settled == UnionCoverage.Chosen && name == "anyOf")))
            return null;
        ImmutableArray<SchemaCheck> checks = [.. cases.Select(item => WholeOf(item, oneWay))];
        if (name == "anyOf")
            return settled == UnionCoverage.None && !coverage.IsAskedForRest && !coverage.IsWhole && checks.Any(IsOpen) ? null : SchemaCheck.Any(checks);
        return settled == UnionCoverage.None ? new SchemaCheck.OneOf(checks) : new SchemaCheck.AtMostOneOf(checks);
    }

    /// <summary>Says nothing that a value of the right kind can contradict.</summary>
    private static bool IsOpen(SchemaCheck check) => check switch
    {
        SchemaCheck.Anything or SchemaCheck.Unknown => true,
        SchemaCheck.Kinds { Types: SchemaTypes.String } => true,
        SchemaCheck.All several => several.Checks.All(IsOpen),
        _ => false,
    };

    /// <summary>What is left is asked last, of all that the others do not speak of.</summary>
    private SchemaCheck? WithRest(Location place, SchemaCheck? check, Coverage coverage)
    {
        if (place.Child("unevaluatedItems") is { } items && (!IsTrue(items) || coverage.IsAskedForRest || coverage.IsWhole))
            check = new SchemaCheck.RestOfItems(check ?? new SchemaCheck.Anything(), WholeOf(items));
        if (place.Child("unevaluatedProperties") is { } members && ((!IsTrue(members) && !(coverage.Properties && coverage.Roots.Contains(SchemaReader.IdOf(place)) && ClosedObjects.IsSettled(reader, place))) || coverage.IsAskedForRest || coverage.IsWhole))
            check = new SchemaCheck.RestOfMembers(check ?? new SchemaCheck.Anything(), WholeOf(members));
        return check;
    }

    private static bool IsTrue(Location place) => place.Node is ScalarNode { Text: "true" };

    /// <summary>The check of a schema elsewhere, which is made once.</summary>
    public SchemaCheck.Reference Refer(Location target)
    {
        while (reader.TargetOf(target) is { } next && target.Node is MappingNode { Members: [_] })
            target = next;
        var id = SchemaReader.IdOf(target);
        if (_met.Add(id))
            _open.Enqueue(target);
        return new SchemaCheck.Reference(id);
    }

    private IEnumerable<KeyValuePair<string, TravelWay>> OneWayNamesOf(Location place) => SchemaPlaces.Entries(reader, place, "properties")
        .Select(property => KeyValuePair.Create(property.Name, WayOf(property.Location, reader.Follow(property.Location))))
        .Where(property => property.Value != TravelWay.Both)
        .DistinctBy(property => property.Key);

    private static TravelWay WayOf(Location place, Location schema) =>
        SchemaPlaces.IsTrue(place, "readOnly") || SchemaPlaces.IsTrue(schema, "readOnly") ? TravelWay.Responses
        : SchemaPlaces.IsTrue(place, "writeOnly") || SchemaPlaces.IsTrue(schema, "writeOnly") ? TravelWay.Requests
        : TravelWay.Both;
}
