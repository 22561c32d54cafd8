namespace SyncGen.Tests;

/// <summary>A small contract for tests of what happens around the generator.</summary>
internal static class PetShop
{
    public const string Contract = """
        swagger: "2.0"
        info:
          title: Pet shop
          version: "1"
        paths: {}
        definitions:
          Pet:
            type: object
            properties:
              name:
                type: string
          Toy:
            type: object
            properties:
              price:
                type: integer

        """;

    public const string Config = """
        {
          "contracts": ["api/pets.yaml"],
          "output": "generated",
          "namespace": "Pets",
          "emit": ["models"]
        }
        """;

    /// <summary>A folder with the contract and a configuration file.</summary>
    public static ScratchFolder Folder()
    {
        var folder = new ScratchFolder();
        folder.Write("api/pets.yaml", Contract);
        folder.Write("syncgen.json", Config);
        return folder;
    }
}
