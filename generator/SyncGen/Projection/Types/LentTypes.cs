using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The types that other targets make of schemas, and this one uses.</summary>
/// <param name="Lenders">The target that makes each, by schema.</param>
/// <param name="Files">The targets by the files that they make the types of.</param>
internal sealed record LentTypes(FrozenDictionary<SchemaId, Lender> Lenders, FrozenDictionary<string, Lender> Files)
{
    public static LentTypes None { get; } = new(FrozenDictionary<SchemaId, Lender>.Empty, FrozenDictionary<string, Lender>.Empty);

    /// <summary>Finds the schemas of the files that lenders make the types of, and reports those of which they make none.</summary>
    public static LentTypes Of(ApiModel api, ImmutableArray<Lender> lenders, DiagnosticBag diagnostics)
    {
        var found = new Dictionary<SchemaId, Lender>();
        foreach (var lender in lenders)
        {
            var schemas = api.Schemas.Where(schema => schema.Id.File == lender.File).ToList();
            if (schemas.Count == 0)
                diagnostics.Report(ProjectionRules.FileWithoutSchemas, lender.Span, lender.Namespace);
            foreach (var schema in schemas.Where(schema => TypeNames.IsDeclared(schema.Shape)))
            {
                if (lender.NameOf(schema.Id) is not null)
                    found[schema.Id] = lender;
                // A schema within a response or a parameter has a type where an operation is that has it.
                else if (schema.Name is not null)
                    diagnostics.Report(ProjectionRules.SchemaNotLent, schema.Span, schema.Id, lender.Namespace);
            }
        }

        return new LentTypes(found.ToFrozenDictionary(), lenders.Where(lender => lender.File is not null).ToFrozenDictionary(lender => lender.File!, StringComparer.Ordinal));
    }

    public bool Contains(SchemaId id) => Lenders.ContainsKey(id);

    /// <summary>Takes out of the models what lenders declare.</summary>
    /// <param name="models">All of the API's.</param>
    /// <returns>What is taken out, beside what the lender declares in its place.</returns>
    public ImmutableArray<LentDeclaration> TakenFrom(ImmutableArray<Declaration> models, ApiModel api, TypeNames names, CheckNames checks, DiagnosticBag diagnostics)
    {
        if (Lenders.Count == 0)
            return [];
        var owners = Owners(api, names, checks);
        var taken = ImmutableArray.CreateBuilder<LentDeclaration>();
        foreach (var declaration in models)
        {
            if (DeclaredType.NameOf(declaration) is not { } name || !owners.TryGetValue(name, out var id))
                continue;
            var lender = Files[id.File];
            // A check that only this target asks is made here.
            if (lender.Declarations.TryGetValue(name, out var theirs))
                taken.Add(new LentDeclaration(name, declaration, theirs, lender.Namespace, api[id].Span));
            else if (declaration is not JsonCheck)
                diagnostics.Report(ProjectionRules.WayNotLent, api[id].Span, names.Of[id], lender.Namespace, name);
        }

        return taken.DrainToImmutable();
    }

    /// <summary>The schemas of the types that lenders may declare, by the types' names.</summary>
    private Dictionary<string, SchemaId> Owners(ApiModel api, TypeNames names, CheckNames checks)
    {
        var owners = new Dictionary<string, SchemaId>(StringComparer.Ordinal);
        foreach (var id in Lenders.Keys)
        {
            foreach (var suffix in (ReadOnlySpan<string>)["", "Codec", OneWaySchemas.RequestCodec, OneWaySchemas.ResponseCodec])
                owners.TryAdd(names.Of[id] + suffix, id);
        }

        foreach (var (id, check) in checks.Own.Concat(checks.Unknown).Concat(checks.Whole))
        {
            if (Files.ContainsKey(id.File) && api.Contains(id))
                owners.TryAdd(check, id);
        }

        return owners;
    }
}

/// <summary>A file of schemas whose types another target makes.</summary>
/// <param name="File">Its path as this API's schemas have it; null when the contract does not reach it.</param>
/// <param name="TheirFile">Its path as the other target's schemas have it; null when that does not reach it.</param>
/// <param name="Span">Where the user says it.</param>
/// <param name="Namespace">The namespace of the other target.</param>
/// <param name="Names">The names of the types that it makes.</param>
/// <param name="Declarations">What it declares, by the names of the types.</param>
internal sealed record Lender(
    string? File,
    string? TheirFile,
    SourceSpan Span,
    string Namespace,
    FrozenDictionary<SchemaId, string> Names,
    FrozenDictionary<string, Declaration> Declarations)
{
    /// <summary>The name of the type that it makes of a schema of this API, or null.</summary>
    public string? NameOf(SchemaId id) => TheirFile is null ? null : Names.GetValueOrDefault(id with { File = TheirFile });
}
