using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>The address of a path item as written.</summary>
/// <param name="Span">The place of the text.</param>
/// <param name="Placeholders">The names in braces; null for what the server calls, whose address is no template.</param>
internal sealed record PathKey(string Text, SourceSpan Span, ImmutableArray<string>? Placeholders);
