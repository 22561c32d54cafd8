using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace SyncGen.Forms;

/// <summary>Descriptions of a controller.</summary>
public sealed class ControllerDescriptionTests(ControllerServer server) : DescriptionTests(server), IClassFixture<ControllerServer>;

/// <summary>Descriptions of endpoints.</summary>
public sealed class EndpointDescriptionTests(EndpointServer server) : DescriptionTests(server), IClassFixture<EndpointServer>;

/// <summary>ASP.NET Core's OpenAPI documents and Swashbuckle's name the media type of each form.</summary>
public abstract class DescriptionTests(FormsServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenApi_documents_name_the_media_types() =>
        Compare(await server.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(Token));

    [Fact]
    public async Task Swashbuckle_documents_name_the_media_types() => Compare(await server.Services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1"));

    private static void Compare(OpenApiDocument document) => Assert.Equal(
        [
            "/api/anything multipart/form-data",
            "/api/array multipart/form-data",
            "/api/bounded multipart/form-data",
            "/api/choice multipart/form-data",
            "/api/closed-fields application/x-www-form-urlencoded",
            "/api/closed-parts multipart/form-data",
            "/api/contact application/x-www-form-urlencoded",
            "/api/counted multipart/form-data",
            "/api/counted-lists multipart/form-data",
            "/api/either-part multipart/form-data",
            "/api/exactly-one multipart/form-data",
            "/api/field-lists application/x-www-form-urlencoded",
            "/api/fields application/x-www-form-urlencoded",
            "/api/file-lists multipart/form-data",
            "/api/files multipart/form-data",
            "/api/flags application/x-www-form-urlencoded",
            "/api/gapped multipart/form-data",
            "/api/gaps application/x-www-form-urlencoded",
            "/api/grant application/x-www-form-urlencoded",
            "/api/grids multipart/form-data",
            "/api/kinds multipart/form-data",
            "/api/labelled multipart/form-data",
            "/api/labels application/x-www-form-urlencoded",
            "/api/listed multipart/form-data",
            "/api/metas multipart/form-data",
            "/api/mixed multipart/mixed",
            "/api/mixed-list multipart/mixed",
            "/api/nothing-said multipart/form-data",
            "/api/numbers application/x-www-form-urlencoded",
            "/api/optional multipart/form-data",
            "/api/optional-fields application/x-www-form-urlencoded",
            "/api/optional-null multipart/form-data",
            "/api/optional-null-field application/x-www-form-urlencoded",
            "/api/optional-parts multipart/form-data",
            "/api/order application/x-www-form-urlencoded",
            "/api/parts multipart/form-data",
            "/api/pictures multipart/form-data",
            "/api/related multipart/related",
            "/api/scored application/x-www-form-urlencoded",
            "/api/short-fields application/x-www-form-urlencoded",
            "/api/short-parts multipart/form-data",
            "/api/shown multipart/form-data",
            "/api/signed multipart/form-data",
            "/api/styles application/x-www-form-urlencoded",
            "/api/texts application/x-www-form-urlencoded",
            "/api/told application/x-www-form-urlencoded",
            "/api/told-parts multipart/form-data",
            "/api/uploads multipart/form-data",
            "/api/value-lists multipart/form-data",
            "/api/values multipart/form-data",
        ],
        document.Paths
            // Controllers describe a body by the parameters that are bound to it, of which a form without fields has none.
            .Where(path => path.Key != "/api/closed-nothing")
            .Select(path => $"{path.Key} {string.Join(", ", path.Value.Operations!.Single().Value.RequestBody?.Content?.Keys ?? [])}")
            .Order(StringComparer.Ordinal));
}
