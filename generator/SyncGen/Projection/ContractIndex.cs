namespace SyncGen.Projection;

/// <summary>What <c>inspect</c> tells: which C# each part of the contract became.</summary>
/// <param name="Contracts">Every file that was read, sorted.</param>
/// <param name="Files">Every file that is generated, sorted.</param>
internal sealed record ContractIndex(
    ImmutableArray<OperationEntry> Operations,
    ImmutableArray<SchemaEntry> Schemas,
    ImmutableArray<string> Contracts,
    ImmutableArray<string> Files);

/// <param name="File">Path of the contract.</param>
/// <param name="Pointer">JSON pointer of the operation in it.</param>
/// <param name="ClientMethod">For example <c>SyncClient.GetSyncAsync</c>.</param>
/// <param name="RequestBodies">By media type; the type is null where the contract gives no schema.</param>
/// <param name="Responses">By status, then media type.</param>
internal sealed record OperationEntry(
    string Method,
    string Path,
    string File,
    string Pointer,
    string ClientMethod,
    ImmutableArray<BodyEntry> RequestBodies,
    ImmutableArray<ResponseEntry> Responses);

internal sealed record BodyEntry(string MediaType, string? Type);

/// <param name="Status"><c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Content">Empty for a response without a body.</param>
internal sealed record ResponseEntry(string Status, ImmutableArray<BodyEntry> Content);

/// <param name="Type">The C# type as code in the API's namespace writes it.</param>
/// <param name="IsDeclared">The type is generated for this schema.</param>
internal sealed record SchemaEntry(string File, string Pointer, string Type, bool IsDeclared);
