using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Features;
using Features.Runtime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace SyncGen.Features;

/// <summary>A server by a controller that describes itself.</summary>
public sealed class DescribedController() : DescribedServer(hasController: true);

/// <summary>A server by endpoints that describes itself.</summary>
public sealed class DescribedEndpoints() : DescribedServer(hasController: false);

/// <summary>A server that describes itself by both of the usual libraries.</summary>
public abstract class DescribedServer(bool hasController) : FeatureServer(hasController)
{
    protected override void Configure(IServiceCollection services)
    {
        services.AddOpenApi();
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen();
        services.AddContractDescriptions();
        // The libraries look at types by reflection, which the tests otherwise run without.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver());
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(options => options.JsonSerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver());
    }
}

/// <summary>Descriptions of a controller.</summary>
public sealed class ControllerDescriptionTests(DescribedController server) : DescriptionTests(server), IClassFixture<DescribedController>
{
    /// <summary>Swashbuckle takes what an action consumes for all that the operation takes.</summary>
    protected override string SwashbuckleNarrows => "PUT /api/representations";

    [Fact]
    public async Task Deprecated_operations_are_marked()
    {
        var document = await Swashbuckle().GetSwaggerAsync("v1");

        Assert.Equal(["read_described"], document.Paths.SelectMany(path => path.Value.Operations!.Values).Where(operation => operation.Deprecated).Select(operation => operation.OperationId));
    }
}

/// <summary>Descriptions of endpoints.</summary>
public sealed class EndpointDescriptionTests(DescribedEndpoints server) : DescriptionTests(server), IClassFixture<DescribedEndpoints>;

/// <summary>The OpenAPI documents that libraries make of a server, compared with the contract that the server is made of.</summary>
public abstract class DescriptionTests(FeatureServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The operation whose further media types Swashbuckle passes over.</summary>
    protected virtual string SwashbuckleNarrows => "";

    [Fact]
    public async Task Document_of_AspNetCore_says_what_the_contract_says()
    {
        var document = await server.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(Token);

        Assert.Equal(DescribedApi.Of(Contract(), isExact: true), DescribedApi.Of(document, isExact: true));
        Assert.Equal("Reads what is described.", SummaryIn(document));
    }

    [Fact]
    public async Task Document_of_Swashbuckle_has_the_operations_of_the_contract()
    {
        var document = await Swashbuckle().GetSwaggerAsync("v1");

        Assert.Equal(
            DescribedApi.Of(Contract(), isExact: false).Where(line => !line.StartsWith($"{SwashbuckleNarrows} body", StringComparison.Ordinal)),
            DescribedApi.Of(document, isExact: false).Where(line => !line.StartsWith($"{SwashbuckleNarrows} body", StringComparison.Ordinal)));
        Assert.Equal("Reads what is described.", SummaryIn(document));
    }

    [Fact]
    public async Task Document_of_AspNetCore_completed_by_the_contract_is_the_contract() =>
        await AssertCompleted(await server.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(Token));

    [Fact]
    public async Task Document_of_Swashbuckle_completed_by_the_contract_is_the_contract() => await AssertCompleted(await Swashbuckle().GetSwaggerAsync("v1"));

    /// <summary>Each operation that the document shows, and each component, is written as that of the contract is.</summary>
    private static async Task AssertCompleted(OpenApiDocument document)
    {
        document.ApplyFeaturesContract();
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, Token);
        var read = OpenApiDocument.Parse(text);
        Assert.Empty(read.Diagnostic!.Errors);
        var (completed, contract) = (JsonNode.Parse(text)!, JsonNode.Parse(await Contract().SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, Token))!);
        Assert.True(JsonNode.DeepEquals(contract["components"]!["schemas"], completed["components"]!["schemas"]), text);
        Assert.True(JsonNode.DeepEquals(contract["components"]!["securitySchemes"], completed["components"]!["securitySchemes"]), text);
        var count = 0;
        foreach (var (path, item) in completed["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                var expected = contract["paths"]![path]![method]!.AsObject();
                foreach (var (key, value) in expected.Where(member => member.Key is not ("tags" or "operationId" or "security")))
                    Assert.Equal(value!.ToJsonString(), operation![key]?.ToJsonString());
                Assert.Equal((expected["security"] ?? contract["security"])?.ToJsonString(), operation!["security"]?.ToJsonString());
                count++;
            }
        }

        Assert.True(count > 20, $"{count} operations");
    }

    private protected IAsyncSwaggerProvider Swashbuckle() => server.Services.GetRequiredService<IAsyncSwaggerProvider>();

    private static string? SummaryIn(OpenApiDocument document) => document.Paths["/api/described"].Operations![HttpMethod.Get].Summary;

    private static OpenApiDocument Contract() =>
        OpenApiDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contract.json"))).Document!;
}
