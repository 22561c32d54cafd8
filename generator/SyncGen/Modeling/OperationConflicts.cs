namespace SyncGen.Modeling;

/// <summary>Finds operations that several contracts declare for the same requests.</summary>
internal static class OperationConflicts
{
    public static void Report(IReadOnlyList<Operation> operations, IReadOnlyList<ApiDocument> documents, ContractReader reader)
    {
        var known = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            var names = PathTemplate.ReadNames(operation.Path, operation.Span, (_, _, _) => { }) ?? [];
            var address = documents[operation.Document].Servers is [var server, ..] ? server.Url : "";
            var key = $"{operation.Method} {address}{PathTemplate.Normalize(operation.Path, names)}";
            if (!known.TryAdd(key, operation) && known[key].Document != operation.Document)
                reader.Report(ModelingRules.OperationInTwoContracts, operation.Span, operation.Method, operation.Path, known[key].Span);
        }
    }
}
