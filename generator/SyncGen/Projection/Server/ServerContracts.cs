namespace SyncGen.Projection;

/// <summary>The contract without references to other files.</summary>
internal sealed record ContractText(string Json, string Yaml);

/// <summary>Decides the class that serves the contract.</summary>
internal static class ServerContracts
{
    public static ServerContract Of(ContractText contract, string apiName, NameTable table)
    {
        var name = table.Add("the contract", "contract", $"{apiName}Contract", $"{apiName}ApiContract");
        return new ServerContract(
            Files.NameOf("Server", name),
            name,
            $"Map{name}",
            Literal.Text($"contracts/{apiName.ToLowerInvariant()}"),
            Literal.Utf8Block(contract.Json),
            Literal.Utf8Block(contract.Yaml));
    }
}

/// <summary>The contract itself, and what serves it.</summary>
/// <param name="Map">The method that maps it: <c>MapSyncContract</c>.</param>
/// <param name="Path">Literal of its path without the extension.</param>
/// <param name="Json">UTF-8 literal of the contract as JSON.</param>
/// <param name="Yaml">UTF-8 literal of the contract as YAML.</param>
internal sealed record ServerContract(string FileName, string Name, string Map, string Path, string Json, string Yaml) : Declaration(FileName);
