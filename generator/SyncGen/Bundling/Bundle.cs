using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>One contract made of several files.</summary>
/// <param name="Root">What it says.</param>
/// <param name="Sources">The files it was made of.</param>
internal sealed record Bundle(MappingNode Root, ImmutableArray<SourceFile> Sources);
