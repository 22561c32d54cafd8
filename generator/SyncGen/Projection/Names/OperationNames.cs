using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Gives each operation its name, for example <c>GetSync</c>: its methods, its results and its inline schemas are called after it.</summary>
internal static class OperationNames
{
    /// <summary>The names of <see cref="ApiModel.Operations"/>, index by index, unique in the API without regard to case.</summary>
    public static ImmutableArray<string> Of(ApiModel api, DiagnosticBag diagnostics)
    {
        var operations = api.Operations;
        var names = new string[operations.Length];
        var table = new NameTable(StringComparer.OrdinalIgnoreCase);
        // The order of the claims depends on the operations alone, so that adding one moves no other but by a true collision.
        var order = Enumerable.Range(0, operations.Length)
            .OrderBy(index => operations[index].PreferredName is null)
            .ThenBy(index => operations[index].OperationId is null)
            .ThenBy(index => api.Documents[operations[index].Document].File, StringComparer.Ordinal)
            .ThenBy(index => operations[index].Path, StringComparer.Ordinal)
            .ThenBy(index => operations[index].Method, StringComparer.Ordinal);
        foreach (var index in order)
        {
            var operation = operations[index];
            var owner = $"{operation.Method} {operation.Path}";
            var file = api.Documents[operation.Document].File;
            var name = Preferred(operation);
            var path = FromPath(operation);
            names[index] = table.Add(owner, $"{file}#{owner}", name, path, Identifier.PascalCase(Path.GetFileNameWithoutExtension(file), "Api") + path);
            if (names[index] != name)
                diagnostics.Report(ProjectionRules.OperationNameCollision, operation.Span, owner, table.OwnerOf(name) ?? "", name, names[index]);
        }

        return [.. names];
    }

    /// <summary>The name that an operation has when no other wants it.</summary>
    public static string Preferred(Operation operation) =>
        (operation.PreferredName ?? operation.OperationId) is { } id && Words.Of(id).Length > 0
            ? Identifier.PascalCase(id, "Operation")
            : FromPath(operation);

    /// <summary>The names of operations as taken.</summary>
    public static NameTable TableOf(ImmutableArray<string> operationNames)
    {
        var table = new NameTable(StringComparer.OrdinalIgnoreCase);
        foreach (var name in operationNames)
            table.TryAdd(name, name);
        return table;
    }

    /// <summary>The name for a further representation of the body: <c>SendNoteAsText</c>, <c>SendNoteAsMergePatchJson</c>.</summary>
    public static string OfVariant(NameTable table, Operation operation, string operationName, BodyPlan body, DiagnosticBag diagnostics)
    {
        var owner = $"{operation.Method} {operation.Path} with {body.Media.Name}";
        var candidates = VariantsOf(operationName, body);
        var name = table.Add(owner, owner, candidates);
        if (name != candidates[0])
            diagnostics.Report(ProjectionRules.OperationNameCollision, operation.Span, owner, table.OwnerOf(candidates[0]) ?? "", candidates[0], name);
        return name;
    }

    /// <summary>What a further representation may be called, nicest first.</summary>
    public static string[] VariantsOf(string name, BodyPlan body)
    {
        var format = $"{name}As{Identifier.PascalCase(MediaKinds.EssenceOf(body.Media.Name).Split('/')[^1], "Body")}";
        return body.Kind == MediaKind.Json ? [format] : [$"{name}As{body.Kind}", format];
    }

    /// <summary><c>GET /rooms/{roomId}/state</c> is <c>GetRoomsByRoomIdState</c>.</summary>
    private static string FromPath(Operation operation)
    {
        var text = operation.Path
            .Replace("{", "/by/", StringComparison.Ordinal)
            .Replace("}", "/", StringComparison.Ordinal);
        var words = Words.Of(text).Select(word => Identifier.PascalCase(word, ""));
        return Identifier.PascalCase($"{operation.Method.ToLowerInvariant()} {string.Join(' ', words)}", "Operation");
    }
}
