using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Everything that must hold for a schema, with inline allOf taken apart.</summary>
/// <param name="Parts">In the order of the contract, the schema itself after its allOf.</param>
/// <param name="Documentation">What the inline parts say to people, the schema itself first.</param>
internal sealed record SchemaParts(ImmutableArray<SchemaPart> Parts, SchemaDocumentation Documentation)
{
    /// <summary>Where the referenced parts stand, each once.</summary>
    public ImmutableArray<Location> References { get; } =
        [.. Parts.Where(part => part.Target is not null).Select(part => part.Target!.Value).DistinctBy(SchemaReader.IdOf)];
}

/// <summary>A part of a conjunction: keywords that stand inline, or a schema elsewhere.</summary>
internal sealed record SchemaPart(SchemaKeywords? Keywords, Location? Target);
