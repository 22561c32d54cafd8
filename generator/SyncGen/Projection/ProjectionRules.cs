using SyncGen.Diagnostics;

namespace SyncGen.Projection;

/// <summary>What can be wrong, or worth knowing, on the way to C#. Types are SG40xx, operations SG41xx.</summary>
internal static class ProjectionRules
{
    public static readonly Rule OperationNameCollision = new(
        "SG4101",
        Severity.Warning,
        "Two operations have one C# name",
        "The operations '{0}' and '{1}' both become the C# name '{2}'; this one is called '{3}'. Give it a distinct operationId or x-csharp-name.");
}
