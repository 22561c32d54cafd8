namespace SyncGen.Modeling;

/// <summary>Finds operations that several contracts declare for the same requests: the first contract's is kept.</summary>
internal static class OperationConflicts
{
    public static ImmutableArray<Operation> Settle(ImmutableArray<Operation> operations, IReadOnlyList<ApiDocument> documents, ContractReader reader)
    {
        var first = new Dictionary<string, Operation>(StringComparer.Ordinal);
        var kept = ImmutableArray.CreateBuilder<Operation>(operations.Length);
        foreach (var operation in operations)
        {
            var names = PathTemplate.ReadNames(operation.Path, operation.Span, (_, _, _) => { }) ?? [];
            var address = documents[operation.Document].Servers is [var server, ..] ? server.Url : "";
            var key = $"{operation.Method} {address}{PathTemplate.Normalize(operation.Path, names)}";
            if (first.TryAdd(key, operation) || first[key].Document == operation.Document)
                kept.Add(operation);
            else
                reader.Report(ModelingRules.OperationInTwoContracts, operation.Span, operation.Method, operation.Path, first[key].Span);
        }
        return kept.DrainToImmutable();
    }
}
