namespace SyncGen.Documents;

/// <summary>
/// Finds the references in the parts of contracts that mean something, never in data. Each part is looked at once for each kind it is
/// used as, so the walk over references of references ends.
/// </summary>
internal sealed class ReferenceScanner
{
    private readonly HashSet<(Node Node, PartKind Kind)> _visited = [];
    private readonly List<SchemaResource> _resources = [];
    private readonly List<SchemaAnchor> _anchors = [];

    /// <summary>The schemas with an <c>$id</c> in what was scanned so far.</summary>
    public IReadOnlyList<SchemaResource> Resources => _resources;

    /// <summary>The anchors in what was scanned so far.</summary>
    public IReadOnlyList<SchemaAnchor> Anchors => _anchors;

    /// <summary>The references in a part that was not scanned before, in document order.</summary>
    public List<Reference> Scan(Location part, PartKind kind)
    {
        var found = new List<Reference>();
        if (_visited.Contains((part.Node, kind)))
            return found;
        // Depth is bounded by the documents' own limit.
        Visit(new Place(part.Document, null, part.Pointer, EnclosingResource(part), kind == PartKind.Schema ? EnclosingComponent(part) : null), part.Node, kind, found);
        return found;
    }

    private void Visit(Place place, Node node, PartKind kind, List<Reference> found)
    {
        if (kind == PartKind.Data)
            return;
        switch (node)
        {
            case MappingNode mapping when _visited.Add((node, kind)):
                VisitMapping(place, mapping, kind, found);
                break;
            case SequenceNode sequence when _visited.Add((node, kind)):
                for (var index = 0; index < sequence.Items.Length; index++)
                    Visit(place.Item(index), sequence.Items[index], kind, found);
                break;
            case ScalarNode { Kind: ScalarKind.String } when kind is PartKind.DiscriminatorMapping:
                found.Add(new Reference(place.Document, node, ReferenceKeyword.DiscriminatorMapping, node, PartKind.Schema, place.Resource, place.Outermost));
                break;
            case ScalarNode { Kind: ScalarKind.String } when kind is PartKind.OperationReference:
                found.Add(new Reference(place.Document, node, ReferenceKeyword.OperationRef, node, PartKind.Operation, place.Resource, place.Outermost));
                break;
        }
    }

    private void VisitMapping(Place place, MappingNode mapping, PartKind kind, List<Reference> found)
    {
        if (kind == PartKind.Contract && SelfOf(mapping) is { } self)
            place = NoteResource(place, mapping, self);
        if (kind == PartKind.Schema)
            place = NoteNames(place with { Outermost = place.Outermost ?? place.ToLocation(mapping) }, mapping);
        if (ReferenceOf(place, mapping, kind) is { } reference)
            found.Add(reference);
        foreach (var member in mapping.Members)
        {
            var memberKind = ContractGrammar.KindOfMember(kind, member.Name);
            if (memberKind != PartKind.Data && member.Value is not ScalarNode { Kind: not ScalarKind.String })
                Visit(place.Member(member.Name), member.Value, memberKind, found);
        }
    }

    /// <summary>Any object may be a reference, even a map: real contracts keep their security schemes in a file of their own.</summary>
    private static Reference? ReferenceOf(Place place, MappingNode mapping, PartKind kind)
    {
        if (kind == PartKind.DiscriminatorMapping)
            return null;
        if (mapping.Get("$ref") is { } value && (!ContractGrammar.IsMap(kind) || value is ScalarNode { Kind: ScalarKind.String }))
            return new Reference(place.Document, mapping, ReferenceKeyword.Ref, value, kind, place.Resource, place.Outermost);
        return kind == PartKind.Schema && (mapping.Get("$dynamicRef") ?? mapping.Get("$recursiveRef")) is { } dynamicValue
            ? new Reference(place.Document, mapping, ReferenceKeyword.DynamicRef, dynamicValue, kind, place.Resource, place.Outermost)
            : null;
    }

    private Place NoteNames(Place place, MappingNode schema)
    {
        if (IdOf(schema) is { } id)
            place = NoteResource(place, schema, id);
        if (AnchorOf(place.Document, schema) is { } anchor)
            _anchors.Add(new SchemaAnchor(anchor, IsDynamic: false, place.ToLocation(schema), place.Resource));
        if (schema.Get("$dynamicAnchor") is ScalarNode { Kind: ScalarKind.String } dynamicAnchor)
            _anchors.Add(new SchemaAnchor(dynamicAnchor.Text, IsDynamic: true, place.ToLocation(schema), place.Resource));
        return place;
    }

    private Place NoteResource(Place place, MappingNode part, string address)
    {
        var resource = new SchemaResource(SchemaAddress.Combine(place.Resource?.Id, address), place.ToLocation(part));
        _resources.Add(resource);
        return place with { Resource = resource };
    }

    /// <summary>The innermost part with an address of its own above one that is reached from elsewhere.</summary>
    private static SchemaResource? EnclosingResource(Location part)
    {
        SchemaResource? resource = null;
        var ancestor = Location.RootOf(part.Document);
        foreach (var segment in part.Pointer.Segments)
        {
            if (ancestor.Node is MappingNode mapping && (IdOf(mapping) ?? (resource is null ? SelfOf(mapping) : null)) is { } id)
                resource = new SchemaResource(SchemaAddress.Combine(resource?.Id, id), ancestor);
            if (JsonPointer.Step(ancestor, segment) is not { } next)
                break;
            ancestor = next;
        }

        return resource;
    }

    /// <summary>The address of a contract, as OpenAPI 3.2 has it.</summary>
    private static string? SelfOf(MappingNode contract) =>
        contract.Get("openapi") is not null && contract.Get("$self") is ScalarNode { Kind: ScalarKind.String, Text: [not '#', ..] } self ? self.Text : null;

    /// <summary><c>$id</c>, or <c>id</c> of a JSON Schema file of draft 4.</summary>
    private static string? IdOf(MappingNode schema)
    {
        var id = schema.Get("$id") ?? (schema.Get("$schema") is ScalarNode ? schema.Get("id") : null);
        return id is ScalarNode { Kind: ScalarKind.String, Text: [not '#', ..] } text ? text.Text : null;
    }

    /// <summary><c>$anchor</c>, or what drafts 7 and 4 have for it: an <c>$id</c> or <c>id</c> that is a fragment alone.</summary>
    private static string? AnchorOf(Document document, MappingNode schema)
    {
        if (schema.Get("$anchor") is ScalarNode { Kind: ScalarKind.String } anchor)
            return anchor.Text;
        var isDraft4 = document.Root is MappingNode root && root.Get("$schema") is ScalarNode draft && draft.Text.Contains("draft-04", StringComparison.Ordinal);
        return (schema.Get("$id") ?? (isDraft4 ? schema.Get("id") : null)) is ScalarNode { Kind: ScalarKind.String, Text: ['#', _, ..] } id ? id.Text[1..] : null;
    }

    /// <summary>The named schema of a contract that a part stands in, else the part itself.</summary>
    private static Location EnclosingComponent(Location part)
    {
        string[][] maps = [["components", "schemas"], ["definitions"], ["$defs"]];
        var segments = part.Pointer.Segments;
        foreach (var map in maps)
        {
            var depth = map.Length + 1;
            if (segments.Length < depth || !segments.Take(map.Length).SequenceEqual(map) || ContractGrammar.KindOfRoot(part.Document.Root) != PartKind.Contract)
                continue;
            var pointer = segments.Take(depth).Aggregate(JsonPointer.Root, (path, segment) => path.Child(segment));
            return pointer.Find(Location.RootOf(part.Document)) ?? part;
        }

        return part;
    }

    /// <summary>Where the walk stands. The pointer is only put together where somebody asks.</summary>
    private sealed record Place(Document Document, Place? Parent, JsonPointer Start, SchemaResource? Resource, Location? Outermost, string? Name = null, int Index = 0)
    {
        public Place Member(string name) => new(Document, this, Start, Resource, Outermost, name);

        public Place Item(int index) => new(Document, this, Start, Resource, Outermost, null, index);

        public Location ToLocation(Node node) => new(Document, ToPointer(), node);

        private JsonPointer ToPointer()
        {
            if (Parent is null)
                return Start;
            var parent = Parent.ToPointer();
            return Name is null ? parent.Child(Index) : parent.Child(Name);
        }
    }
}
