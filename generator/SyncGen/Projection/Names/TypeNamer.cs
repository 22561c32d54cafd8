using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>
/// Settles the names of types. Who keeps a name that two want depends on the two alone: the author's wish comes before a schema's own name,
/// that before a title or a place, then the order of <c>file#pointer</c>. The other takes a longer name, and a warning names both.
/// </summary>
internal sealed class TypeNamer(ApiModel api, ImmutableArray<string> operationNames, LentTypes lent, CodeStyle style, DiagnosticBag diagnostics)
{
    private readonly Dictionary<SchemaId, string> _names = [];
    private readonly NameTable _table = new(StringComparer.OrdinalIgnoreCase, ReservedNames.IsType);
    private readonly Dictionary<string, string> _skeletons = new(StringComparer.Ordinal);

    public TypeNames Name()
    {
        var positions = SchemaPositions.Of(api, operationNames);
        foreach (var schema in InOrder(api.Schemas.Where(schema => lent.Contains(schema.Id))))
            Keep(schema, NameThere(schema)!);
        var shared = SharedEnums.Of(api, schema => NameThere(schema) ?? WishOf(schema));
        var declared = api.Schemas.Where(schema => TypeNames.IsDeclared(schema.Shape) && !shared.ContainsKey(schema.Id)).ToImmutableArray();
        // What has no type of its own may lend its name to what stands in it.
        foreach (var schema in api.Schemas.Where(schema => schema.Name is not null && WishOf(schema) is null && Identifier.HasHidden(schema.Name)))
            diagnostics.Report(ProjectionRules.HiddenCharacters, schema.Span, MarkdownText.Visible(schema.Name!));
        foreach (var schema in InOrder(declared.Where(schema => !lent.Contains(schema.Id) && WishOf(schema) is not null)))
            ClaimWish(schema, WishOf(schema)!);
        foreach (var schema in InOrder(declared.Where(schema => !lent.Contains(schema.Id) && schema.Name is not null && WishOf(schema) is null)))
            ClaimOwn(schema);
        var titles = TypeTitles.Unique(declared);
        foreach (var level in Levels(positions))
        {
            foreach (var schema in InOrder(level))
                ClaimPlace(schema, positions[schema.Id], titles, isDeclared: TypeNames.IsDeclared(schema.Shape) && !shared.ContainsKey(schema.Id));
        }

        foreach (var (later, first) in shared)
            _names[later] = _names[first];
        return new TypeNames(_names.ToFrozenDictionary(), declared, _table, NamePatternProjector.Name(api, _table, diagnostics));
    }

    private static IEnumerable<Schema> InOrder(IEnumerable<Schema> schemas) =>
        schemas.OrderBy(schema => schema.Id.File, StringComparer.Ordinal).ThenBy(schema => schema.Id.Pointer.Text, StringComparer.Ordinal);

    private string? WishOf(Schema schema) =>
        (style.Names.IsEmpty ? null : style.Names.GetValueOrDefault(schema.Id.ToString()))
        ?? (schema is { HasForeignName: true, PreferredName: { } foreign } ? Identifier.PascalCase(foreign, "Type") : schema.PreferredName);

    private string? NameThere(Schema schema) => lent.Lenders.GetValueOrDefault(schema.Id)?.NameOf(schema.Id);

    /// <summary>A type that another target makes keeps its name; equal enums have one.</summary>
    private void Keep(Schema schema, string name)
    {
        _table.TryAdd(name, schema.Id.ToString());
        _table.TryAdd(name + "Codec", schema.Id.ToString());
        _skeletons.TryAdd(LookAlikes.Skeleton(name), name);
        _names[schema.Id] = name;
    }

    private void ClaimWish(Schema schema, string wish)
    {
        var name = Identifier.PascalCase(wish, "Type");
        if (name != wish)
            diagnostics.Report(ProjectionRules.UnusableWish, schema.Span, MarkdownText.Visible(wish), name);
        Claim(schema, [ReservedNames.ForType(name, schema.Shape)]);
    }

    private void ClaimOwn(Schema schema)
    {
        var name = ReservedNames.ForType(Identifier.PascalCase(schema.Name!, "Type"), schema.Shape);
        Claim(schema, [name, .. LongerNames(schema, name)]);
    }

    private void ClaimPlace(Schema schema, SchemaPosition position, HashSet<string> titles, bool isDeclared)
    {
        var parent = position.Parent is { } id ? _names.GetValueOrDefault(id) ?? "" : position.Prefix;
        var places = position.Names(parent).Select(name => ReservedNames.ForType(name, schema.Shape)).ToImmutableArray();
        if (!isDeclared)
        {
            // An array or a reference has no type of its own, but what stands in it is named after it.
            _names.TryAdd(schema.Id, PlainName(schema, position, parent));
            return;
        }

        if (_names.ContainsKey(schema.Id))
            return;
        // A title that the contract gives twice, or that another type has, names nothing: the place does.
        if (TypeTitles.NameOf(schema) is { } title && titles.Contains(title) && TryClaim(schema, ReservedNames.ForType(title, schema.Shape)))
            return;
        Claim(schema, places.AddRange(LongerNames(schema, places[0])));
    }

    private static string PlainName(Schema schema, SchemaPosition position, string parent) =>
        schema.Name is { } name ? Identifier.PascalCase(name, "Type") : position.Names(parent)[0];

    /// <summary>The name with the file's stem before it, then with the folder's.</summary>
    private static IEnumerable<string> LongerNames(Schema schema, string name)
    {
        var segments = schema.Id.File.Split('/');
        var stem = Path.GetFileNameWithoutExtension(segments[^1]);
        var prefix = schema.Id.Pointer.Text.Length == 0 ? "" : Identifier.PascalCase(stem, "File");
        if (prefix.Length > 0)
            yield return prefix + name;
        if (segments.Length > 1 && Words.Of(segments[^2]).Length > 0)
            yield return Identifier.PascalCase(segments[^2], "Folder") + prefix + name;
    }

    private void Claim(Schema schema, ImmutableArray<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (TryClaim(schema, candidate))
            {
                ReportCollision(schema, candidates[0], candidate);
                return;
            }
        }

        var last = $"{candidates[0]}_{Identifier.Hash(schema.Id.ToString())}";
        _ = TryClaim(schema, last) ? true : throw new System.Diagnostics.UnreachableException($"Two schemas have the hash of '{last}'.");
        ReportCollision(schema, candidates[0], last);
    }

    private void ReportCollision(Schema schema, string wanted, string name)
    {
        if (name != wanted && _table.OwnerOf(wanted) is { } owner)
        {
            var rule = schema.InputOf is not null ? ProjectionRules.InputNameCollision
                : schema.Name is null ? ProjectionRules.InlineNameCollision
                : ProjectionRules.TypeNameCollision;
            diagnostics.Report(rule, schema.Span, schema.Id, owner, wanted, name);
        }
    }

    /// <summary>Takes the type's name and its codec's together: in the JSON namespace the codec's would hide a type of that name.</summary>
    private bool TryClaim(Schema schema, string name)
    {
        var codec = name + "Codec";
        if (_table.Contains(name) || _table.Contains(codec))
            return false;
        _table.TryAdd(name, schema.Id.ToString());
        _table.TryAdd(codec, schema.Id.ToString());
        _names[schema.Id] = name;
        var skeleton = LookAlikes.Skeleton(name);
        if (!_skeletons.TryAdd(skeleton, name))
            diagnostics.Report(ProjectionRules.LookAlike, schema.Span, name, _skeletons[skeleton]);
        return true;
    }

    /// <summary>The schemas that are named by place, outermost first: a name is made from its parent's.</summary>
    private List<List<Schema>> Levels(Dictionary<SchemaId, SchemaPosition> positions)
    {
        var levels = new List<List<Schema>>();
        var depths = new Dictionary<SchemaId, int>();
        foreach (var schema in api.Schemas)
        {
            if (schema.Name is not null)
            {
                if (!_names.ContainsKey(schema.Id))
                    _names.Add(schema.Id, Identifier.PascalCase(schema.Name, "Type"));
                continue;
            }

            if (!positions.ContainsKey(schema.Id))
                positions.Add(schema.Id, SchemaPosition.Root(Identifier.PascalCase(schema.Id.Pointer.Segments is [.., var last] ? last : "", "Type")));
            var depth = DepthOf(schema.Id, positions, depths);
            while (levels.Count <= depth)
                levels.Add([]);
            levels[depth].Add(schema);
        }

        return levels;
    }

    private static int DepthOf(SchemaId id, Dictionary<SchemaId, SchemaPosition> positions, Dictionary<SchemaId, int> depths)
    {
        var path = new Stack<SchemaId>();
        SchemaId? current = id;
        while (current is { } step && !depths.ContainsKey(step) && !path.Contains(step))
        {
            path.Push(step);
            current = positions.TryGetValue(step, out var position) ? position.Parent : null;
        }

        var depth = current is { } known ? depths.GetValueOrDefault(known, -1) : -1;
        while (path.TryPop(out var next))
            depths[next] = ++depth;
        return depths[id];
    }
}
