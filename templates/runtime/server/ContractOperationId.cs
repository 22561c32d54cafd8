namespace SyncGen.Runtime;

/// <summary>The id of an operation as metadata of its endpoint.</summary>
/// <param name="Id">As the contract has it.</param>
internal sealed record ContractOperationId(string Id);
