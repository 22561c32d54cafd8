using System.Text.Json.Serialization.Metadata;
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

    private protected IAsyncSwaggerProvider Swashbuckle() => server.Services.GetRequiredService<IAsyncSwaggerProvider>();

    private static string? SummaryIn(OpenApiDocument document) => document.Paths["/api/described"].Operations![HttpMethod.Get].Summary;

    private static OpenApiDocument Contract() =>
        OpenApiDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contract.json"))).Document!;
}
