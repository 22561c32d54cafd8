using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>A schema that is to be given a shape.</summary>
/// <param name="Id">Its identity; for one that several places make up together, a pointer that no written schema has.</param>
/// <param name="Places">The places that must all hold.</param>
/// <param name="Beside">Keywords that must hold as well; null in a written schema.</param>
/// <param name="Depth">How many made-up schemas stand around it.</param>
/// <param name="OnlyType">The one of several types that it stands for; none when it stands for all.</param>
internal sealed record SchemaSource(
    SchemaId Id,
    SourceSpan Span,
    ImmutableArray<Location> Places,
    SchemaKeywords? Beside,
    int Depth,
    SchemaTypes OnlyType = SchemaTypes.None)
{
    public static SchemaSource Of(Location place) => new(SchemaReader.IdOf(place), place.Node.Span, [place], null, 0);
}
