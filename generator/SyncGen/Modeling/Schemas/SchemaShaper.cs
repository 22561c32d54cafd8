using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Gives a schema its shape: allOf, unions, nullability and inference end here.</summary>
internal sealed class SchemaShaper
{
    private readonly ContractReader _reader;
    private readonly KeywordMerger _merger;
    private readonly SchemaFlattener _flattener;
    private readonly ObjectShaper _objects;
    private readonly DiscriminatorFinder _discriminators;
    private readonly UnionShaper _unions;
    private readonly PolymorphicBases _bases;
    private readonly PolymorphicShaper _polymorphic;
    private readonly CheckReader _checks;
    private readonly CheckFinder _finder;
    private readonly Dictionary<SchemaId, Location> _places = [];

    public SchemaShaper(ContractReader reader, SchemaReader schemas)
    {
        _reader = reader;
        _merger = new KeywordMerger(reader);
        _flattener = new SchemaFlattener(schemas, _merger, reader);
        _bases = PolymorphicBases.Find(reader);
        _objects = new ObjectShaper(reader, _flattener);
        _discriminators = new DiscriminatorFinder(reader, _flattener);
        _unions = new UnionShaper(reader, _flattener, _discriminators, ShapeWithoutUnion);
        _polymorphic = new PolymorphicShaper(_flattener, _bases, _discriminators);
        _checks = new CheckReader(reader);
        _finder = new CheckFinder(reader, _checks, _flattener);
    }

    /// <summary>The contract has events: texts know what they are as JSON, and the type of an event tells it.</summary>
    public bool HasEvents
    {
        get => _discriminators.TellsEvents;
        set => _discriminators.TellsEvents = value;
    }

    /// <summary>All that those schemas say which checks refer to.</summary>
    public ImmutableArray<KeyValuePair<SchemaId, SchemaCheck>> WholeChecks => _checks.Wholes;

    /// <summary>Whether the schema, at the one place where it stands, names a discriminator.</summary>
    public bool NamesDiscriminator(SchemaId id) => _places.TryGetValue(id, out var place) && _reader.Follow(place).Child("discriminator") is not null;

    /// <summary>The whole check of a schema; null where the schema does not stand at one place.</summary>
    public SchemaCheck.Reference? ReferenceTo(SchemaId id) => _places.TryGetValue(id, out var place) ? _checks.Refer(place) : null;

    public Schema Shape(SchemaSource source, SchemaScope scope)
    {
        if (source.Places is [var only])
            _places.TryAdd(source.Id, only);
        var parts = _flattener.Expand(source.Places);
        var own = Narrow(_flattener.MergeInline(parts, source.Beside, source.Span), source.OnlyType);
        var (shape, isNullable) = ShapeParts(parts, own, scope);
        if (scope.LeavesOut)
            _reader.Report(ModelingRules.CombinedTooDeeply, source.Span, SchemaScope.MaximumDepth);
        var documentation = parts.Documentation;
        return new Schema(
            source.Id,
            source.Span,
            SchemaNames.NameOf(source),
            documentation.PreferredName,
            documentation.Title,
            documentation.Description,
            documentation.IsDeprecated,
            documentation.IsReadOnly,
            documentation.IsWriteOnly,
            isNullable,
            documentation.Default is { } value ? JsonValueReader.Read(value.Node) : null,
            shape)
        {
            HasForeignName = documentation.HasForeignName,
            DefaultSpan = documentation.Default?.Node.Span,
            Check = _finder.Find(source, shape),
            UnknownCheck = shape is Shape.Union { Discriminator: null } ? _checks.WholeOf(source.Places) : null,
        };
    }

    private (Shape Shape, bool IsNullable) ShapeParts(SchemaParts parts, SchemaKeywords own, SchemaScope scope)
    {
        if (_polymorphic.TryShape(scope) is { } polymorphic)
            return (polymorphic, own.IsNullable);
        // What extends a schema with a discriminator is a type of its own even when it adds nothing, as is what such a schema is itself.
        var isExtension = scope.Source.Places is [var place] && SchemaReader.IdOf(place) is var id && (_bases.IsExtension(id) || _bases.IsBase(id));
        if (!isExtension && parts.References is [var only] && !Closes(only, own) && (own.SaysNoMoreThanType || OnlyRepeatsRequired(only, own)))
            return (new Shape.Reference(scope.Reach(only)), own.IsNullable);
        if (parts.References is [var target] && TryShapeDerived(target, own, scope) is { } derived)
            return (derived, own.IsNullable);
        var all = parts.References.IsEmpty ? own : Narrow(_flattener.MergeAll(parts, scope.Source.Beside, scope.Source.Span), scope.Source.OnlyType);
        var (shape, isNullable) = _unions.Shape(all, scope);
        return (isExtension && shape is Shape.Any ? new Shape.Object(null, [], null, false, all.MinProperties, all.MaxProperties) : shape, isNullable);
    }

    /// <summary>What keywords say of one of their types; null is the matter of all.</summary>
    private static SchemaKeywords Narrow(SchemaKeywords keywords, SchemaTypes type) =>
        type == SchemaTypes.None ? keywords : keywords with { Types = type, IsNullable = false };

    /// <summary>The target takes members that are not declared, and here they are refused.</summary>
    private bool Closes(Location target, SchemaKeywords own) => own.IsClosed && !_flattener.Flatten(target).IsClosed;

    /// <summary>The only addition is a list of required members, none of which is an optional member of the target.</summary>
    private bool OnlyRepeatsRequired(Location target, SchemaKeywords own)
    {
        if (own.Required.IsEmpty || !(own with { Required = [] }).SaysNoMoreThanType)
            return false;
        var inherited = _flattener.Flatten(target);
        var required = inherited.Required.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        return inherited.Unions.IsEmpty && inherited.Properties.All(property => required.Contains(property.Name) || own.Required.All(name => name.Name != property.Name));
    }

    /// <summary>Exactly one referenced object and own properties that redefine nothing: the referenced one is the base.</summary>
    private Shape.Object? TryShapeDerived(Location target, SchemaKeywords own, SchemaScope scope)
    {
        if (own.Properties.IsEmpty || !own.Unions.IsEmpty || own.Values is not null || !own.Items.IsEmpty
            || SchemaTypeSets.Simplify(own.Types) is not (SchemaTypes.None or SchemaTypes.Object))
        {
            return null;
        }
        var root = FindObject(target);
        var inherited = _flattener.Flatten(root);
        if (!IsPlainObject(inherited) || _bases.IsBase(SchemaReader.IdOf(root)))
            return null;
        var names = inherited.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var required = inherited.Required.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        if (own.Properties.Any(property => names.Contains(property.Name))
            || own.Required.Any(name => names.Contains(name.Name) && !required.Contains(name.Name)))
        {
            return null;
        }
        // What the base asks of undeclared members and their number holds for the whole object; a base's missing member may be declared here.
        if (inherited.MinProperties is not null || inherited.MaxProperties is not null || inherited.Required.Any(name => own.Properties.Any(property => property.Name == name.Name)))
            return null;
        if (inherited.Additional is not null)
            own = own with { Additional = null };
        _merger.ReportClosed(inherited, own, scope.Source.Span);
        _merger.ReportClosed(own, inherited, scope.Source.Span);
        if (inherited.IsClosed && own is { Additional: null, PatternProperties.IsEmpty: true })
            own = own with { IsClosed = true };
        return _objects.ShapeDerived(scope.Reach(root), own, names, scope);
    }

    /// <summary>Skips references and allOf that only wrap one.</summary>
    private Location FindObject(Location place)
    {
        var seen = new HashSet<SchemaId>();
        while (seen.Add(SchemaReader.IdOf(place)))
        {
            var parts = _flattener.Expand([place]);
            if (parts.References is not [var only] || _flattener.MergeInline(parts, null, place.Node.Span) is not { SaysNoMoreThanType: true, IsClosed: false })
                return place;
            place = only;
        }
        return place;
    }

    private bool IsPlainObject(SchemaKeywords keywords) =>
        !keywords.Properties.IsEmpty && keywords.Values is null && _unions.EffectiveUnions(keywords).IsEmpty
        && SchemaTypeSets.Simplify(keywords.Types) is SchemaTypes.None or SchemaTypes.Object;

    private Shape ShapeWithoutUnion(SchemaKeywords keywords, SchemaScope scope)
    {
        if (keywords.Values is { IsEmpty: false } values && EnumShaper.TryShape(values, keywords) is { } list)
            return list;
        var types = TypeInference.TypesOf(keywords);
        if (TypeInference.KeywordOf(keywords) is { } keyword)
            _reader.Keywords.Add(ModelingRules.UntypedSchema, scope.Source.Span, keyword, Describe(types));
        if (SchemaTypeSets.Count(types) > 1)
            return UnionShaper.ShapeTypes(types, scope);
        return types switch
        {
            SchemaTypes.Boolean => new Shape.Boolean() { Listed = ListedOf(keywords) },
            SchemaTypes.String => ScalarShaper.ShapeString(keywords) with { Listed = ListedOf(keywords), Content = ContentOf(keywords, scope) },
            SchemaTypes.Integer or SchemaTypes.Number => ScalarShaper.ShapeNumber(keywords, types == SchemaTypes.Integer) with { Listed = ListedOf(keywords) },
            SchemaTypes.Array => _objects.ShapeArray(keywords, scope),
            SchemaTypes.Object => _objects.Shape(keywords, scope),
            _ => new Shape.Any(false) { Listed = ListedOf(keywords) },
        };
    }

    private static string Describe(SchemaTypes type) => type switch
    {
        SchemaTypes.Object => "an object",
        SchemaTypes.Array => "an array",
        SchemaTypes.Number => "a number",
        SchemaTypes.Integer => "a whole number",
        _ => "a string",
    };

    private SchemaId? ContentOf(SchemaKeywords keywords, SchemaScope scope) =>
        HasEvents && keywords.ContentSchema is { } content && (keywords.ContentMediaType is null || MediaTypeNames.IsJson(keywords.ContentMediaType)) ? scope.Child(content) : null;

    private static ImmutableArray<JsonValue> ListedOf(SchemaKeywords keywords)
    {
        if (keywords.Values is not { IsEmpty: false } values)
            return [];
        IEnumerable<JsonValue> nulls = keywords.IsNullable ? [new JsonValue.Null()] : [];
        return [.. values.Select(value => value.Value), .. nulls];
    }
}
