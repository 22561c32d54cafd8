using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How the texts of an object's members become values. A member of a member has a path: <c>range[from]</c>.</summary>
internal sealed class MemberSettings
{
    private const int MostObjects = 100;

    /// <summary>So many combinations of cases are told apart.</summary>
    private const int MostReadings = 32;

    private readonly ApiModel _api;
    private readonly bool _hasNamedMembers;
    private readonly MemberLayout _layout = new();

    /// <summary>The case that each union is read as, by the path of the union.</summary>
    private readonly ImmutableDictionary<string, int> _chosen;

    /// <summary>The unions that were met, with the number of their cases.</summary>
    private readonly Dictionary<string, int> _unions = new(StringComparer.Ordinal);

    private MemberSettings(ApiModel api, bool hasNamedMembers, ImmutableDictionary<string, int> chosen) => (_api, _hasNamedMembers, _chosen) = (api, hasNamedMembers, chosen);

    /// <summary>The initializers for a parameter that is an object.</summary>
    /// <param name="hasNamedMembers">Each member has a name of its own in the query, which lists and objects need.</param>
    public static IEnumerable<string> Of(ApiModel api, SchemaId schema, bool hasNamedMembers) =>
        ["IsObject = true", .. SettingsOf(api, hasNamedMembers, settings => settings.AddMembers(schema, "", []))];

    /// <summary>The initializers for a union, of which a case may be an object and another one a list.</summary>
    public static IEnumerable<string> OfUnion(ApiModel api, SchemaId schema, ImmutableArray<string> kinds, bool hasNamedMembers)
    {
        var hasObjects = kinds.Contains(TextKinds.Object);
        return
        [
            .. hasObjects ? ["IsObject = true"] : Array.Empty<string>(),
            .. SettingsOf(api, hasNamedMembers, settings =>
            {
                if (hasObjects)
                    settings.AddMembers(schema, "", []);
                else if (kinds.Contains(TextKinds.List))
                    settings.AddLists(schema, "");
            }),
            .. TextKinds.SettingOf(kinds),
        ];
    }

    /// <summary>The initializers for a list, whose items may be objects.</summary>
    public static IEnumerable<string> OfItems(ApiModel api, SchemaId items) => SettingsOf(api, hasNamedMembers: true, settings => settings.AddItems(items, "", []));

    /// <summary>The initializers for a map of a form, each of whose values has a name of its own.</summary>
    public static IEnumerable<string> OfValues(ApiModel api, SchemaId values) => SettingsOf(api, hasNamedMembers: true, settings => settings.AddMember(values, "[]", []));

    /// <summary>Reads the cases of the unions one by one. Those between which no member differs are one way to read it.</summary>
    private static IEnumerable<string> SettingsOf(ApiModel api, bool hasNamedMembers, Action<MemberSettings> add)
    {
        ImmutableArray<ImmutableDictionary<string, int>> choices = [ImmutableDictionary.Create<string, int>(StringComparer.Ordinal)];
        var layouts = new List<MemberLayout>();
        for (var open = new Queue<ImmutableDictionary<string, int>>(choices); open.TryDequeue(out var chosen);)
        {
            var settings = new MemberSettings(api, hasNamedMembers, chosen);
            add(settings);
            var next = settings._unions.FirstOrDefault(union => !chosen.ContainsKey(union.Key));
            if (next.Key is not null && open.Count + layouts.Count + next.Value <= MostReadings)
                Enumerable.Range(0, next.Value).ToList().ForEach(index => open.Enqueue(chosen.Add(next.Key, index)));
            else if (!layouts.Exists(settings._layout.IsSame))
                layouts.Add(settings._layout);
        }

        var united = layouts.Skip(1).Aggregate((MemberLayout?)layouts[0], (all, layout) => all?.UnitedWith(layout));
        return united is not null ? united.Settings : MemberLayout.SettingsOf([.. layouts]);
    }

    /// <param name="outer">The schemas that it stands in. Of one that holds itself, a server refuses what stands deeper than its first text.</param>
    private void AddMembers(SchemaId schema, string path, ImmutableArray<SchemaId> outer)
    {
        var id = _api.Resolve(schema).Id;
        if (path.Length > 0)
            _layout.AddObject(path);
        if (outer.Contains(id) || _layout.Objects > MostObjects)
            return;
        outer = outer.Add(id);
        switch (MediaKinds.ShapeOf(_api, id))
        {
            case Shape.Map map:
                AddMember(map.Values, $"{path}[]", outer);
                break;
            case Shape.Union union:
                AddLists(id, path);
                foreach (var item in Chosen(path, FormContent.ObjectsOf(_api, union)))
                    AddMembers(item.Properties, item.Additional, path, outer);
                break;
            default:
                AddMembers(Arguments.PropertiesOf(_api, id), Arguments.AdditionalOf(_api, id), path, outer);
                break;
        }
    }

    private void AddMembers(IEnumerable<Property> properties, SchemaId? additional, string path, ImmutableArray<SchemaId> outer)
    {
        foreach (var property in properties)
            AddMember(property.Schema, path.Length == 0 ? property.Name : $"{path}[{property.Name}]", outer);
        if (additional is { } values)
            AddMember(values, $"{path}[]", outer);
    }

    private void AddMember(SchemaId schema, string path, ImmutableArray<SchemaId> outer)
    {
        switch (MediaKinds.ShapeOf(_api, schema))
        {
            case Shape.Array array when _hasNamedMembers:
                _layout.AddList(path);
                if (TextBinding.IsLiteral(_api, array.Items))
                    _layout.AddLiteral(path);
                AddItems(array.Items, path, outer);
                break;
            case Shape.Union union:
                AddUnion(schema, union, path, outer);
                break;
            case Shape.Object or Shape.Map when _hasNamedMembers:
                AddMembers(schema, path, outer);
                break;
            case var _ when TextBinding.IsLiteral(_api, schema):
                _layout.AddLiteral(path);
                break;
            default:
                _layout.AddText(path);
                break;
        }
    }

    /// <summary>A member that may be of several kinds: what it looks like, a list where that is the case that fits.</summary>
    private void AddUnion(SchemaId schema, Shape.Union union, string path, ImmutableArray<SchemaId> outer)
    {
        var kinds = TextKinds.Of(_api, schema);
        if (_hasNamedMembers && kinds.Contains(TextKinds.Object))
            AddMembers(schema, path, outer);
        ImmutableArray<SchemaId?> lists = _hasNamedMembers ? [null, .. union.Cases.Where(inner => MediaKinds.ShapeOf(_api, inner) is Shape.Array).Select(inner => (SchemaId?)inner)] : [null];
        if (Chosen($"{path} ", lists)[0] is { } list)
            AddMember(list, path, outer);
        else if (!kinds.Contains(TextKinds.Text) && (kinds.Contains(TextKinds.Number) || kinds.Contains(TextKinds.Boolean)))
            _layout.AddLiteral(path);
        else if (kinds.Contains(TextKinds.Number) || kinds.Contains(TextKinds.Boolean))
            _layout.AddTextOr(path, kinds.Contains(TextKinds.Number), kinds.Contains(TextKinds.Boolean));
        else
            _layout.AddText(path);
    }

    /// <summary>The case that is read, or all of them.</summary>
    private ImmutableArray<T> Chosen<T>(string place, ImmutableArray<T> cases)
    {
        if (cases.Length > 1)
            _unions.TryAdd(place, cases.Length);
        return cases.Length > 1 && _chosen.TryGetValue(place, out var index) ? [cases[index]] : cases;
    }

    /// <summary>The lists of numbers or booleans among a union's cases.</summary>
    private void AddLists(SchemaId schema, string path)
    {
        if (MediaKinds.ShapeOf(_api, schema) is Shape.Union union && union.Cases.Any(inner => MediaKinds.ShapeOf(_api, inner) is Shape.Array array && TextBinding.IsLiteral(_api, array.Items)))
            _layout.AddLiteral($"{path}[]");
    }

    /// <summary>Items that are lists or objects, whose places many programs number: <c>lines[0][text]</c>.</summary>
    private void AddItems(SchemaId items, string path, ImmutableArray<SchemaId> outer)
    {
        if (!FormFields.IsSimple(MediaKinds.ShapeOf(_api, items)))
            AddMember(items, $"{path}[]", outer);
    }
}
