namespace SyncGen.Modeling;

/// <summary>
/// Settles the schemas of merge patches (RFC 7396): in a body of <c>application/merge-patch+json</c> a member that is absent leaves the value as it
/// is, and null removes it. A schema that such bodies share with others becomes two, of which the patch has a name of its own.
/// </summary>
internal sealed class MergePatches
{
    private const string MediaTypeName = "application/merge-patch+json";

    private readonly ApiModel _api;
    private readonly HashSet<SchemaId> _elsewhere;
    private readonly HashSet<string> _names;
    private readonly Dictionary<SchemaId, Schema> _patches = [];
    private readonly Stack<(SchemaId Id, bool IsRemovable)> _open = new();

    private MergePatches(ApiModel api)
    {
        _api = api;
        _names = api.Schemas.Select(schema => schema.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var patched = SchemaGraph.Closure(PatchesOf(api), id => PartsOf(id));
        _elsewhere = SchemaGraph.Below(
            api,
            [
                .. OthersOf(api).All,
                .. api.Schemas.Where(schema => schema.Name is not null && !patched.Contains(schema.Id)).Select(schema => schema.Id),
                // A list is replaced as a whole.
                .. patched.SelectMany(id => SchemaGraph.ChildrenOf(api[id].Shape).Except(PartsOf(id))),
            ]);
    }

    public static ApiModel Settle(ApiModel api) =>
        PatchesOf(api).Any() ? new MergePatches(api).Settle() : api;

    private ApiModel Settle()
    {
        var operations = _api.Operations.Select(operation => operation with { Body = operation.Body is { } body ? body with { Content = [.. body.Content.Select(Settle)] } : null }).ToImmutableArray();
        var seen = new HashSet<(SchemaId, bool)>();
        while (_open.TryPop(out var next))
        {
            if (seen.Add(next))
                Add(_api[next.Id], next.IsRemovable);
        }

        return new ApiModel(
            _api.Documents,
            operations,
            _api.Webhooks,
            _api.SecuritySchemes,
            [
                .. _api.Schemas.Select(schema => _patches.GetValueOrDefault(schema.Id, schema)),
                .. _api.Schemas.Where(schema => _elsewhere.Contains(schema.Id))
                    .SelectMany(schema => new[] { IdOf(schema.Id, isRemovable: false), IdOf(schema.Id, isRemovable: true) })
                    .Where(_patches.ContainsKey)
                    .Select(id => _patches[id]),
            ],
            _api.Files);
    }

    private MediaType Settle(MediaType media) =>
        IsPatch(media) && media.Schema is { } schema ? media with { Schema = Patch(schema, isRemovable: false) } : media;

    /// <summary>The schema that stands for this one in a patch.</summary>
    private SchemaId Patch(SchemaId id, bool isRemovable)
    {
        var resolved = _api.Resolve(id);
        var becomesNullable = isRemovable && !_api[id].IsNullable && !resolved.IsNullable && resolved.Shape is not Shape.Any { IsObject: false };
        if (!becomesNullable && !HasMembers(id))
            return id;
        _open.Push((id, becomesNullable));
        return IdOf(id, becomesNullable);
    }

    private void Add(Schema schema, bool isNullable)
    {
        var id = IdOf(schema.Id, isNullable);
        var isCopy = id != schema.Id;
        _patches[id] = schema with
        {
            Id = id,
            Name = isCopy ? NameOf(schema) : schema.Name,
            PreferredName = isCopy && schema.PreferredName is { } preferred ? preferred + "Patch" : schema.PreferredName,
            Title = isCopy && schema.Name is null ? null : schema.Title,
            IsNullable = schema.IsNullable || isNullable || (_patches.TryGetValue(id, out var other) && other.IsNullable),
            Shape = schema.Shape switch
            {
                Shape.Reference reference => new Shape.Reference(Patch(reference.Target, isRemovable: false)),
                Shape.Map map => map with { Values = Patch(map.Values, isRemovable: true) },
                Shape.Object record => record with
                {
                    Base = record.Base is { } @base ? Patch(@base, isRemovable: false) : null,
                    Properties = [.. record.Properties.Where(IsSent).Select(property => property with { Schema = Patch(property.Schema, isRemovable: !property.IsRequired) })],
                    PassedOver = [.. record.PassedOver, .. record.Properties.Where(property => !IsSent(property)).Select(property => property.Name)],
                    Additional = record.Additional is { } additional ? Patch(additional, isRemovable: true) : null,
                    IsPatch = true,
                },
                Shape.Union => SchemaGraph.WithChildren(schema.Shape, inner => Patch(inner, isRemovable: false)),
                var shape => shape,
            },
            // What it says of whole values does not hold for parts of them.
            Check = schema.Shape is Shape.Union ? null : schema.Check,
        };

        // A patch is only ever sent, and servers alone set what is readOnly.
        bool IsSent(Property property) => !Directions.IsReadOnly(_api, schema.Id, property);
    }

    /// <summary>It is an object, or a case of it is one.</summary>
    private bool HasMembers(SchemaId id) => SchemaGraph
        .Closure([id], other => _api[other].Shape is Shape.Reference or Shape.Union ? SchemaGraph.ChildrenOf(_api[other].Shape) : [])
        .Any(other => _api[other].Shape is Shape.Object or Shape.Map);

    private SchemaId IdOf(SchemaId id, bool isRemovable) => !_elsewhere.Contains(id) ? id
        : id with { Pointer = id.Pointer.Child("allOf").Child(isRemovable ? "removable" : "patch") };

    private string? NameOf(Schema schema)
    {
        if (schema.Name is null)
            return null;
        var name = schema.Name + "Patch";
        return _names.Contains(name) ? schema.Name + "MergePatch" : name;
    }

    private static bool IsPatch(MediaType media) => media.Name.Split(';')[0].Trim() == MediaTypeName;

    private static IEnumerable<SchemaId> PatchesOf(ApiModel api) =>
        api.Operations.SelectMany(operation => operation.Body?.Content ?? []).Where(IsPatch).Select(media => media.Schema).OfType<SchemaId>();

    /// <summary>What travels beside the patches.</summary>
    private static Directions OthersOf(ApiModel api) => Directions.Of(
        api.Operations.Select(operation => operation with { Body = operation.Body is { } body ? body with { Content = body.Content.RemoveAll(IsPatch) } : null }),
        api.Webhooks);

    /// <summary>What a patch of the schema's values is made of in turn.</summary>
    private ImmutableArray<SchemaId> PartsOf(SchemaId id) => _api[id].Shape is Shape.Array ? [] : SchemaGraph.ChildrenOf(_api[id].Shape);
}
