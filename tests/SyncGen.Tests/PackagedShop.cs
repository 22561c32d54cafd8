namespace SyncGen.Tests;

/// <summary>A program with two APIs, one of which it serves and calls, over the packages of the runtime.</summary>
internal static class PackagedShop
{
    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{ name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }]
              responses:
                "200": { description: The pet., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
                "404": { description: There is no such pet. }
        components:
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string } } }

        """;

    private const string Toys = """
        openapi: 3.1.0
        info: { title: Toys, version: "1" }
        paths:
          /toys:
            get:
              operationId: listToys
              responses:
                "200": { description: The toys., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Toy" } } } } }
        components:
          schemas:
            Toy: { type: object, properties: { price: { type: integer } } }

        """;

    private const string Config = """
        {
          "runtime": "package",
          "targets": [
            { "contracts": ["api/pets.yaml"], "output": "Pets", "namespace": "Shop.Pets", "emit": ["models", "client", "endpoints", "di"] },
            { "contracts": ["api/toys.yaml"], "output": "Toys", "namespace": "Shop.Toys", "emit": ["models", "client"] }
          ]
        }
        """;

    private const string Project = $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <IsAotCompatible>true</IsAotCompatible>
            <AnalysisLevel>latest-recommended</AnalysisLevel>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SyncGen.Runtime.AspNetCore" Version="{PackedFeed.Version}" />
            <PackageReference Include="SyncGen.Runtime.DependencyInjection" Version="{PackedFeed.Version}" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using Shop.Pets;
        using Shop.Toys;
        using SyncGen.Runtime;

        Uri? address = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddPets<Handler>();
        builder.Services.AddPetsClient(options => options.BaseAddress = address);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPets();
        await app.StartAsync();
        address = new Uri(app.Urls.Single());

        var pets = app.Services.GetRequiredService<IPetsClient>();
        Console.WriteLine(await pets.GetPetAsync(1));
        using var http = ToysClient.CreateHttpClient();
        var toys = new ToysClient(http, new ToysClientOptions { BaseAddress = address });
        foreach (var call in (Func<Task>[])[() => pets.GetPetAsync(2), () => pets.GetPetAsync(0), () => toys.ListToysAsync()])
        {
            try
            {
                await call();
            }
            catch (ApiException exception)
            {
                Console.WriteLine(exception.StatusCode);
            }
        }

        internal sealed class Handler : IPetsHandler
        {
            public Task<GetPetResult> GetPetAsync(long id, CancellationToken cancellationToken) =>
                Task.FromResult(id == 1 ? GetPetResult.Ok(new Pet { Name = "Rex" }) : GetPetResult.NotFound());
        }

        """;

    /// <summary>A folder with the project, before code is generated.</summary>
    public static ScratchFolder Folder()
    {
        var folder = new ScratchFolder();
        folder.Write("api/pets.yaml", Pets);
        folder.Write("api/toys.yaml", Toys);
        folder.Write("syncgen.json", Config);
        folder.Write("Shop.csproj", Project);
        folder.Write("Program.cs", Program);
        return folder;
    }
}
