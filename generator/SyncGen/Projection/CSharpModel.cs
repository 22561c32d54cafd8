namespace SyncGen.Projection;

/// <summary>The C# to be written, every decision made: names, types, order, escaping.</summary>
/// <param name="Namespace">The namespace of the public API; JSON code stands in <c>{Namespace}.Json</c>.</param>
/// <param name="Declarations">One file each, sorted by file name.</param>
/// <param name="RuntimeFiles">Names of the files in templates/runtime/ that the declarations need, sorted, with what those need in turn.</param>
/// <param name="Index">What became of what, for <c>inspect</c>.</param>
internal sealed record CSharpModel(
    string Namespace,
    ImmutableArray<Declaration> Declarations,
    ImmutableArray<string> RuntimeFiles,
    ContractIndex Index);

/// <summary>
/// A generated file. The record's name is the template's name: <c>ModelRecord</c> is laid out by templates/ModelRecord.scriban,
/// which sees the record's own properties and <c>Namespace</c>, nothing else.
/// </summary>
/// <param name="FileName">Path below the output folder, for example <c>Models/EventBatch.g.cs</c>.</param>
/// <param name="Usings">The namespaces the file needs, sorted, System first.</param>
internal abstract record Declaration(string FileName, ImmutableArray<string> Usings);
