using SyncGen.Diagnostics;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Stage 3: reads Swagger 2.0, OpenAPI 3.0 and 3.1 and JSON Schema into one model.</summary>
internal static class ApiModelBuilder
{
    public static ApiModel Build(Contract contract, DiagnosticBag diagnostics) => throw new NotImplementedException();
}
