namespace SyncGen.Projection;

/// <summary>The contract without references to other files.</summary>
internal sealed record ContractText(string Json, string Yaml);

/// <summary>Decides the class that serves the contract.</summary>
internal static class ServerContracts
{
    public static ImmutableArray<Declaration> Of(ContractText contract, string apiName, EmitKinds emit, NameTable table)
    {
        var name = table.Add("the contract", "contract", $"{apiName}Contract", $"{apiName}ApiContract");
        var served = new ServerContract(
            Files.NameOf("Server", name),
            name,
            $"Map{name}",
            Literal.Text($"contracts/{apiName.ToLowerInvariant()}"),
            Literal.Utf8Block(contract.Json),
            Literal.Utf8Block(contract.Yaml));
        if (!emit.HasFlag(EmitKinds.OpenApi))
            return [served];
        var description = table.Add("the description", "description", $"{apiName}OpenApi", $"{apiName}ApiOpenApi");
        return [served, new ServerDescription(Files.NameOf("Server", description), description, $"Apply{name}", name)];
    }
}

/// <summary>The contract itself, and what serves it.</summary>
/// <param name="Map">The method that maps it: <c>MapSyncContract</c>.</param>
/// <param name="Path">Literal of its path without the extension.</param>
/// <param name="Json">UTF-8 literal of the contract as JSON.</param>
/// <param name="Yaml">UTF-8 literal of the contract as YAML.</param>
internal sealed record ServerContract(string FileName, string Name, string Map, string Path, string Json, string Yaml) : Declaration(FileName);

/// <summary>What completes OpenAPI documents of the server by the contract.</summary>
/// <param name="Apply">The method that completes one: <c>ApplySyncContract</c>.</param>
/// <param name="Contract">The class that has the contract.</param>
internal sealed record ServerDescription(string FileName, string Name, string Apply, string Contract) : Declaration(FileName);
