using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Stage 4: decides names, types, order and escaping of the C#.</summary>
internal static class CSharpProjector
{
    public static CSharpModel Project(
        ApiModel api,
        string @namespace,
        string? name,
        EmitKinds emit,
        CodeStyle style,
        DiagnosticBag diagnostics)
    {
        _ = (name, emit);
        var operationNames = OperationNames.Of(api, diagnostics);
        var names = TypeNames.Build(api, operationNames, style, diagnostics);
        var types = TypeMapper.Map(api, names, style);
        var models = SchemaProjector.Project(api, names, types, style, @namespace, diagnostics);
        var declarations = models.Sort((left, right) => string.CompareOrdinal(left.FileName, right.FileName));
        var runtime = RuntimeFiles.Closure(RuntimeFiles.RootsOf(declarations));
        return new CSharpModel(@namespace, declarations, runtime, new ContractIndex([], SchemaIndex.Of(api, names, types), FilesOf(declarations, runtime)));
    }

    private static ImmutableArray<string> FilesOf(ImmutableArray<Declaration> declarations, ImmutableArray<string> runtime) =>
    [
        .. declarations
            .Select(declaration => declaration.FileName)
            .Concat(runtime.Select(file => $"Runtime/{Path.GetFileNameWithoutExtension(file)}.g.cs"))
            .Order(StringComparer.Ordinal),
    ];
}
