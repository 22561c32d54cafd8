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
        DiagnosticBag diagnostics) => throw new NotImplementedException();
}
