using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>One schema as it is written at one place, free of dialect.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Target">Where its <c>$ref</c> leads; null when it has none.</param>
/// <param name="Keywords">What it says itself; with a reference only what counts beside one.</param>
/// <param name="AllOf">Schemas that must hold as well.</param>
/// <param name="Documentation">What it says to people.</param>
internal sealed record RawSchema(
    Location Place,
    Location? Target,
    SchemaKeywords Keywords,
    ImmutableArray<Location> AllOf,
    SchemaDocumentation Documentation)
{
    /// <summary>The schema <c>false</c>, which no value matches.</summary>
    public bool IsNever { get; init; }
}

/// <summary>What a schema says that does not change its values.</summary>
internal sealed record SchemaDocumentation(
    string? Title,
    string? Description,
    string? PreferredName,
    bool IsDeprecated,
    bool IsReadOnly,
    bool IsWriteOnly,
    Location? Default)
{
    public static SchemaDocumentation None { get; } = new(null, null, null, false, false, false, null);

    /// <summary>The preferred name was not written for C#, whose form it need not have.</summary>
    public bool HasForeignName { get; init; }

    /// <summary>This first, the other where this is silent.</summary>
    public SchemaDocumentation Or(SchemaDocumentation other) => new(
        Title ?? other.Title,
        Description ?? other.Description,
        PreferredName ?? other.PreferredName,
        IsDeprecated || other.IsDeprecated,
        IsReadOnly || other.IsReadOnly,
        IsWriteOnly || other.IsWriteOnly,
        Default ?? other.Default)
    {
        HasForeignName = PreferredName is null ? other.HasForeignName : HasForeignName,
    };
}
