using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Takes allOf and references apart, and puts together what all parts say.</summary>
internal sealed class SchemaFlattener(SchemaReader schemas, KeywordMerger merger, ContractReader reader)
{
    // Each step is one allOf or reference with siblings; real contracts stay below ten.
    private const int MaximumDepth = 100;

    private readonly Dictionary<SchemaId, SchemaKeywords> _flat = [];
    private readonly HashSet<SchemaId> _open = [];

    /// <summary>The parts of schemas that must all hold.</summary>
    public SchemaParts Expand(ImmutableArray<Location> places)
    {
        var parts = ImmutableArray.CreateBuilder<SchemaPart>();
        var documentation = SchemaDocumentation.None;
        foreach (var place in places)
            Expand(place, parts, ref documentation);
        return new SchemaParts(parts.DrainToImmutable(), documentation);
    }

    /// <summary>What the inline parts say together.</summary>
    public SchemaKeywords MergeInline(SchemaParts parts, SchemaKeywords? beside, SourceSpan span)
    {
        var merged = beside ?? SchemaKeywords.Empty;
        foreach (var part in parts.Parts)
        {
            if (part.Keywords is { } keywords)
                merged = merger.Merge(merged, keywords, span);
        }
        return merged;
    }

    /// <summary>What all parts say together, those elsewhere included.</summary>
    public SchemaKeywords MergeAll(SchemaParts parts, SchemaKeywords? beside, SourceSpan span)
    {
        var merged = beside ?? SchemaKeywords.Empty;
        var isNullable = beside?.IsNullable ?? false;
        var isEachTargetNullable = true;
        foreach (var part in parts.Parts)
        {
            var keywords = part.Keywords ?? Flatten(part.Target!.Value);
            if (part.Target is null)
                isNullable |= keywords.IsNullable;
            else
                isEachTargetNullable &= keywords.IsNullable;
            merged = merger.Merge(merged, keywords, span);
        }
        if (parts.References.IsEmpty)
            return merged;
        var isSilent = merged.Types == SchemaTypes.None || parts.Parts.All(part => part.Keywords is null || part.Keywords.SaysNothing);
        return merged with { IsNullable = isNullable || (isSilent && parts.References.Length > 0 && isEachTargetNullable) };
    }

    /// <summary>All that a schema says, allOf and references followed.</summary>
    public SchemaKeywords Flatten(Location place)
    {
        place = SkipPlainReferences(place);
        var id = SchemaReader.IdOf(place);
        if (_flat.TryGetValue(id, out var known))
            return known;
        // Linking has refused schemas that include themselves.
        if (!_open.Add(id))
            return SchemaKeywords.Empty;
        if (_open.Count > MaximumDepth)
        {
            reader.Report(ModelingRules.AllOfTooDeep, place.Node.Span, MaximumDepth);
            _open.Remove(id);
            return SchemaKeywords.Empty;
        }
        var flat = MergeAll(Expand([place]), null, place.Node.Span);
        _open.Remove(id);
        _flat.Add(id, flat);
        return flat;
    }

    /// <summary>The schema that a chain of references without siblings leads to.</summary>
    public Location SkipPlainReferences(Location place)
    {
        while (schemas.Read(place) is { Target: { } target, AllOf.IsEmpty: true, Keywords: { SaysNothing: true, IsNullable: false } })
            place = target;
        return place;
    }

    private void Expand(Location place, ImmutableArray<SchemaPart>.Builder parts, ref SchemaDocumentation documentation)
    {
        var schema = schemas.Read(place);
        var inlineDocumentation = SchemaDocumentation.None;
        foreach (var part in schema.AllOf)
        {
            // What an inline part says to people counts, what a schema elsewhere says does not.
            var partDocumentation = SchemaDocumentation.None;
            Expand(part, parts, ref partDocumentation);
            inlineDocumentation = inlineDocumentation.Or(partDocumentation);
        }
        if (schema.Target is { } target)
            parts.Add(new SchemaPart(null, target));
        if (!schema.Keywords.SaysNothing || schema.Keywords.IsNullable || schema.Keywords.Discriminator is not null)
            parts.Add(new SchemaPart(schema.Keywords, null));
        documentation = schema.Documentation.Or(inlineDocumentation).Or(documentation);
    }
}
