using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>A contract being read: what its operations need to know of it.</summary>
/// <param name="Index">Its position among the contracts.</param>
/// <param name="Security">The requirements of operations that state none.</param>
/// <param name="Consumes">Swagger 2.0's default media types of bodies.</param>
/// <param name="Produces">Swagger 2.0's default media types of responses.</param>
internal sealed record EntryDocument(
    int Index,
    Location Root,
    Dialect Dialect,
    ImmutableArray<SecurityRequirement> Security,
    ImmutableArray<string> Consumes,
    ImmutableArray<string> Produces);
