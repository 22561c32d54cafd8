using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How the texts of an object's members become values. A member of a member has a path: <c>range[from]</c>.</summary>
internal sealed class MemberSettings
{
    private const int MostObjects = 100;

    private readonly ApiModel _api;
    private readonly bool _hasNamedMembers;
    private readonly List<string> _literals = [];
    private readonly List<string> _lists = [];
    private readonly List<string> _objects = [];
    private readonly List<string> _texts = [];

    private MemberSettings(ApiModel api, bool hasNamedMembers) => (_api, _hasNamedMembers) = (api, hasNamedMembers);

    /// <summary>The initializers for a parameter that is an object.</summary>
    /// <param name="hasNamedMembers">Each member has a name of its own in the query, which lists and objects need.</param>
    public static IEnumerable<string> Of(ApiModel api, SchemaId schema, bool hasNamedMembers)
    {
        var settings = new MemberSettings(api, hasNamedMembers);
        settings.AddMembers(schema, "", []);
        return ["IsObject = true", .. settings.Lines()];
    }

    /// <summary>The initializers for a union, of which a case may be an object and another one a list.</summary>
    public static IEnumerable<string> OfUnion(ApiModel api, SchemaId schema, ImmutableArray<string> kinds, bool hasNamedMembers)
    {
        var settings = new MemberSettings(api, hasNamedMembers);
        if (kinds.Contains(TextKinds.Object))
            settings.AddMembers(schema, "", []);
        else if (kinds.Contains(TextKinds.List))
            settings.AddLists(schema, "");
        return [.. kinds.Contains(TextKinds.Object) ? ["IsObject = true"] : Array.Empty<string>(), .. settings.Lines(), .. TextKinds.SettingOf(kinds)];
    }

    /// <summary>The initializers for a list, whose items may be objects.</summary>
    public static IEnumerable<string> OfItems(ApiModel api, SchemaId items)
    {
        var settings = new MemberSettings(api, hasNamedMembers: true);
        settings.AddItems(items, "", []);
        return settings.Lines();
    }

    private IEnumerable<string> Lines() =>
    [
        .. NamesOf("LiteralMembers", _literals),
        .. NamesOf("ListMembers", _lists),
        .. NamesOf("ObjectMembers", _objects),
        .. NamesOf("TextMembers", _texts),
    ];

    /// <param name="outer">The schemas that it stands in. Of one that holds itself, a server refuses what stands deeper than its first text.</param>
    private void AddMembers(SchemaId schema, string path, ImmutableArray<SchemaId> outer)
    {
        var id = _api.Resolve(schema).Id;
        if (path.Length > 0)
            _objects.Add(path);
        if (outer.Contains(id) || _objects.Count > MostObjects)
            return;
        if (MediaKinds.ShapeOf(_api, id) is Shape.Map map)
            AddMember(map.Values, $"{path}[]", outer.Add(id));
        if (MediaKinds.ShapeOf(_api, id) is Shape.Union union)
        {
            AddLists(id, path);
            // What is a number in one case and a text in another is read as a text.
            foreach (var (property, schemas) in FormContent.OfObjects(_api, union).Properties.Where(entry => entry.Schemas.Select(inner => TextBinding.IsLiteral(_api, inner)).Distinct().Count() == 1))
                AddMember(property.Schema, PathOf(path, property), outer.Add(id));
        }

        foreach (var property in Arguments.PropertiesOf(_api, id))
            AddMember(property.Schema, PathOf(path, property), outer.Add(id));
        if (AdditionalOf(id) is { } additional)
            AddAdditional(id, additional, path, outer.Add(id));
    }

    /// <summary>Where the names that the schema does not declare stand for numbers, lists or objects, those that it declares as texts are listed.</summary>
    private void AddAdditional(SchemaId owner, SchemaId values, string path, ImmutableArray<SchemaId> outer)
    {
        AddMember(values, $"{path}[]", outer);
        if (IsListed($"{path}[]"))
            _texts.AddRange(Arguments.PropertiesOf(_api, owner).Select(property => PathOf(path, property)).Where(member => !IsListed(member)));
    }

    private SchemaId? AdditionalOf(SchemaId id) =>
        MediaKinds.ShapeOf(_api, id) is Shape.Object shape ? shape.Additional ?? (shape.Base is { } @base ? AdditionalOf(@base) : null) : null;

    private bool IsListed(string path) => _literals.Contains(path) || _lists.Contains(path) || _objects.Contains(path);

    private static string PathOf(string path, Property property) => path.Length == 0 ? property.Name : $"{path}[{property.Name}]";

    private void AddMember(SchemaId schema, string path, ImmutableArray<SchemaId> outer)
    {
        switch (MediaKinds.ShapeOf(_api, schema))
        {
            case Shape.Array array when _hasNamedMembers:
                _lists.Add(path);
                if (TextBinding.IsLiteral(_api, array.Items))
                    _literals.Add(path);
                AddItems(array.Items, path, outer);
                break;
            case Shape.Union when _hasNamedMembers && !TextKinds.Of(_api, schema).Contains(TextKinds.Object):
                break;
            case Shape.Object or Shape.Map or Shape.Union when _hasNamedMembers:
                AddMembers(schema, path, outer);
                break;
            case var _ when TextBinding.IsLiteral(_api, schema):
                _literals.Add(path);
                break;
        }
    }

    /// <summary>The lists of numbers or booleans among a union's cases.</summary>
    private void AddLists(SchemaId schema, string path)
    {
        if (MediaKinds.ShapeOf(_api, schema) is Shape.Union union && union.Cases.Any(inner => MediaKinds.ShapeOf(_api, inner) is Shape.Array array && TextBinding.IsLiteral(_api, array.Items)))
            _literals.Add($"{path}[]");
    }

    /// <summary>Items that are lists or objects, whose places many programs number: <c>lines[0][text]</c>.</summary>
    private void AddItems(SchemaId items, string path, ImmutableArray<SchemaId> outer)
    {
        if (!FormFields.IsSimple(MediaKinds.ShapeOf(_api, items)))
            AddMember(items, $"{path}[]", outer);
    }

    private static IEnumerable<string> NamesOf(string setting, List<string> names) =>
        names.Count == 0 ? [] : [TextBinding.NamesSetting(setting, names)];
}
