using System.Net;
using Matrix.ClientServer.V2Alpha;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SyncGen.Generated.Tests;

/// <summary>What users do with the mapped endpoints.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task Conventions_of_the_group_hold_for_its_endpoints()
    {
        await using var application = Build();
        application.MapSync().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers["X-Filter"] = "seen";
            return await next(context);
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };

        using var response = await client.GetAsync(new Uri($"_matrix/client/api/v2_alpha/sync?access_token={SyncServer.Token}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["seen"], response.Headers.GetValues("X-Filter"));
        Assert.Equal(2, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Endpoints_may_be_mapped_below_a_path()
    {
        await using var application = Build();
        application.MapGroup("below").MapSync();
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };

        using var response = await client.GetAsync(new Uri("below/_matrix/client/api/v2_alpha/sync", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Descriptions_of_the_api_show_the_operations()
    {
        await using var application = Build();
        application.MapSync();
        await application.StartAsync(TestContext.Current.CancellationToken);

        var groups = application.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items;

        var operation = Assert.Single(groups.SelectMany(group => group.Items));
        var metadata = operation.ActionDescriptor.EndpointMetadata;
        Assert.Equal("GET _matrix/client/api/v2_alpha/sync", $"{operation.HttpMethod} {operation.RelativePath}");
        var answer = Assert.Single(operation.SupportedResponseTypes);
        Assert.Equal((200, typeof(GetSyncResponse)), (answer.StatusCode, answer.Type));
        Assert.Equal(["application/json"], answer.ApiResponseFormats.Select(format => format.MediaType));
        Assert.Equal("Matrix.ClientServer.V2Alpha.GetSync", Assert.Single(metadata.OfType<EndpointNameMetadata>()).EndpointName);
        Assert.Equal(["Sync"], metadata.OfType<TagsAttribute>().SelectMany(tags => tags.Tags));
        Assert.Equal("Synchronise the client's state and receive new messages.", Assert.Single(metadata.OfType<EndpointSummaryAttribute>()).Summary);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSingleton(new SyncBehavior((_, _, _, _) => Task.FromResult(GetSyncResult.Ok(new GetSyncResponse()))));
        builder.Services.AddSync<SyncController>();
        SyncServer.AddSecurity(builder.Services);
        return builder.Build();
    }
}
