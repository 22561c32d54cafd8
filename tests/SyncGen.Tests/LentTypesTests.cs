using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using SyncGen.Cli;
using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>Two targets take the types of one file from a third, so that a value of one API goes into the other.</summary>
public sealed class LentTypesTests
{
    private const string Common = """
        openapi: 3.1.0
        info: { title: Common, version: "1" }
        components:
          schemas:
            Money:
              type: object
              required: [amount, currency]
              properties:
                amount: { type: number, minimum: 0 }
                currency: { $ref: "#/components/schemas/Currency" }
                rounding: { type: string, enum: [up, down], default: up }
            Currency: { type: string, enum: [EUR, USD] }
            Problem:
              type: object
              required: [title]
              properties:
                title: { type: string, maxLength: 10 }
                hint: { type: string, not: { const: none } }
            Pet:
              oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
              discriminator: { propertyName: kind }
            Cat:
              type: object
              required: [kind]
              properties: { kind: { type: string, const: Cat }, price: { $ref: "#/components/schemas/Money" } }
            Dog:
              type: object
              required: [kind]
              properties: { kind: { type: string, const: Dog }, barks: { type: boolean } }
          responses:
            Failed:
              description: It failed.
              content: { application/json: { schema: { type: object, properties: { problem: { $ref: "#/components/schemas/Problem" } } } } }
        """;

    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        servers: [{ url: https://pets.example }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: currency, in: query, schema: { $ref: "../common.yaml#/components/schemas/Currency", default: EUR } }
              responses:
                "200": { description: A pet., content: { application/json: { schema: { $ref: "../common.yaml#/components/schemas/Pet" } } } }
                "400": { description: Not a pet., content: { application/json: { schema: { $ref: "#/components/schemas/PetProblem" } } } }
                "404": { $ref: "../common.yaml#/components/responses/Failed" }
        components:
          schemas:
            PetProblem:
              allOf:
                - $ref: "../common.yaml#/components/schemas/Problem"
                - { type: object, properties: { pet: { $ref: "../common.yaml#/components/schemas/Pet" }, Currency: { $ref: "../common.yaml#/components/schemas/Currency", default: USD } } }
            Mood: { type: string, enum: [calm] }
        """;

    private const string Sales = """
        openapi: 3.1.0
        info: { title: Sales, version: "1" }
        servers: [{ url: https://sales.example }]
        paths:
          /sales:
            post:
              operationId: sell
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Sale" } } } }
              responses:
                "200": { description: Its parts., content: { application/json: { schema: { type: array, items: { $ref: "../common.yaml#/components/schemas/Money" } } } } }
                default: { $ref: "../common.yaml#/components/responses/Failed" }
        components:
          schemas:
            Sale:
              type: object
              required: [pet, price]
              properties: { pet: { $ref: "../common.yaml#/components/schemas/Pet" }, price: { $ref: "../common.yaml#/components/schemas/Money" } }
        """;

    /// <summary>A pet that one API gives goes into a request of the other.</summary>
    private const string Program = """
        using System.Threading.Tasks;
        using Shop.Common.Json;
        using Shop.Pets;
        using Shop.Pets.Json;
        using Shop.Sales;
        using Shop.Sales.Json;

        internal static class Program
        {
            public static string Run()
            {
                var text = "{\"kind\":\"Cat\",\"price\":{\"amount\":-1,\"currency\":\"USD\"}}";
                IPetsClient pets = new FakePetsClient { OnGetPet = (_, _, _) => Task.FromResult(PetCodec.Format.Read(text)) };
                var pet = pets.GetPetAsync("1").Result;
                var sale = new Sale { Pet = pet, Price = pet.Match(cat => cat.Price!, dog => throw null!, other => throw null!) };
                var problem = PetProblemCodec.Format.Read("{\"title\":\"A long title\"}");
                return $"{SaleCodec.Format.ToText(sale)} {sale.Validate()[0].Path} {problem.Title} {problem.Currency} {problem.Validate()[0].Path}";
            }
        }
        """;

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void Types_of_a_file_stand_once_in_a_project(string visibility)
    {
        using var folder = Folder($$""" "visibility": "{{visibility}}", """);
        var files = Generate(folder);
        Assert.Equal(["common/Models/Money.g.cs"], files.Select(file => file.Path).Where(path => path.EndsWith("/Money.g.cs", StringComparison.Ordinal)));
        foreach (var framework in CompileTests.AllFrameworks)
            Assert.Empty(OutputCompiler.Emit(OutputCompiler.Compile(files, usesAspNetCore: true, framework)).Problems);
        Assert.Equal((ExitCode.Done, ""), (CommandLineRun.In(folder.Root, "check").ExitCode, CommandLineRun.In(folder.Root, "check").Output));
    }

    [Fact]
    public void A_value_of_one_api_goes_into_another()
    {
        using var folder = Folder("");
        var (assembly, problems) = OutputCompiler.Emit(OutputCompiler.Compile([.. Generate(folder), ("Program.cs", Program)], usesAspNetCore: true));
        Assert.Empty(problems);
        Assert.Equal(
            """{"pet":{"kind":"Cat","price":{"amount":-1,"currency":"USD"}},"price":{"amount":-1,"currency":"USD"}} $.pet.price.amount A long title USD $.title""",
            Run(assembly));
    }

    [Fact]
    public void Outputs_may_stand_in_an_assembly_each()
    {
        using var folder = Folder("");
        var files = Generate(folder);
        var references = new List<MetadataReference>();
        foreach (var part in (ReadOnlySpan<string>)["runtime", "common", "pets", "sales"])
        {
            var compilation = OutputCompiler.Compile(files.Where(file => file.Path.StartsWith($"{part}/", StringComparison.Ordinal)), usesAspNetCore: true);
            var (assembly, problems) = OutputCompiler.Emit(compilation.WithAssemblyName(part).AddReferences(references));
            Assert.Empty(problems);
            references.Add(MetadataReference.CreateFromStream(assembly));
        }
    }

    [Fact]
    public void A_target_is_told_of_the_targets_before_it_alone()
    {
        using var folder = Folder("");
        folder.Write("syncgen.json", """
            { "contracts": ["api/pets.yaml"], "output": "pets", "namespace": "Shop.Pets", "models": { "common.yaml": "Shop.Common" } }
            """);
        var run = CommandLineRun.In(folder.Root, "generate");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("syncgen.json(1,91): error SG0028: ", run.Error, StringComparison.Ordinal);
    }

    private static ScratchFolder Folder(string settings)
    {
        var folder = new ScratchFolder();
        folder.Write("common.yaml", Common);
        folder.Write("api/pets.yaml", Pets);
        folder.Write("api/sales.yaml", Sales);
        folder.Write("syncgen.json", $$"""
            {
              "runtime": { "folder": "runtime", "namespace": "Shop.Runtime" }, {{settings}}
              "targets": [
                { "contracts": ["common.yaml"], "output": "common", "namespace": "Shop.Common", "emit": ["models"] },
                { "contracts": ["api/pets.yaml"], "output": "pets", "namespace": "Shop.Pets", "emit": ["client", "server", "endpoints", "fakes"], "models": { "common.yaml": "Shop.Common" } },
                { "contracts": ["api/sales.yaml"], "output": "sales", "namespace": "Shop.Sales", "emit": ["client"], "models": { "common.yaml": "Shop.Common" } }
              ]
            }
            """);
        return folder;
    }

    private static (string Path, string Text)[] Generate(ScratchFolder folder)
    {
        var run = CommandLineRun.In(folder.Root, "generate");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return
        [
            .. Directory.EnumerateFiles(folder.Root, "*.cs", SearchOption.AllDirectories)
                .Select(path => (Path.GetRelativePath(folder.Root, path).Replace('\\', '/'), File.ReadAllText(path)))
                .OrderBy(file => file.Item1, StringComparer.Ordinal),
        ];
    }

    private static string? Run(Stream assembly)
    {
        var context = new AssemblyLoadContext(nameof(LentTypesTests), isCollectible: true);
        try
        {
            var method = context.LoadFromStream(assembly).GetType("Program")!.GetMethod("Run")!;
            return (string?)method.Invoke(null, null);
        }
        finally
        {
            context.Unload();
        }
    }
}
