using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shop1;
using Shop2;

namespace SyncGen.Features;

/// <summary>Several APIs, two versions of one, and one API several times live in one host.</summary>
public sealed class HostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_of_two_versions_are_mapped_twice()
    {
        await using var host = await StartAsync(
            services =>
            {
                services.AddShop1<FirstShop>();
                services.AddShop2<SecondShop>();
            },
            host =>
            {
                host.MapShop1();
                host.MapShop2();
                host.MapGroup("/t/{tenant}").MapShop1();
            });

        Assert.Equal("""["10"]""", await GetAsync(host, "v1/pets"));
        Assert.Equal("[2]", await GetAsync(host, "v2/pets"));
        Assert.Equal("""["3"]""", await GetAsync(host, "t/a/v1/pets?limit=3"));
        await AssertIds(host, "/v1/pets", "/v2/pets", "/t/{tenant}/v1/pets");
        Assert.Equal("/v1/pets/7", host.Services.GetRequiredService<LinkGenerator>().GetPathByName("Shop1.readPet", new { id = "7" }));
    }

    [Fact]
    public async Task Conventions_hold_for_the_endpoint_that_they_are_added_to()
    {
        await using var host = await StartAsync(
            services =>
            {
                services.AddShop1<FirstShop>();
                services.AddRateLimiter(options => options.AddFixedWindowLimiter("one", limiter => (limiter.PermitLimit, limiter.Window) = (1, TimeSpan.FromMinutes(10))));
            },
            host =>
            {
                host.UseRateLimiter();
                host.MapShop1(endpoints => endpoints.ReadPet.RequireRateLimiting("one"));
            });

        Assert.Equal("\"7\"", await GetAsync(host, "v1/pets/7"));
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("v1/pets/7", Token)).StatusCode);
        Assert.Equal("""["10"]""", await GetAsync(host, "v1/pets"));
        Assert.Equal("""["10"]""", await GetAsync(host, "v1/pets"));
    }

    [Fact]
    public async Task Filters_of_endpoints_see_and_change_the_arguments_of_the_handler()
    {
        var seen = new List<string>();
        await using var host = await StartAsync(
            services => services.AddShop1<FirstShop>(),
            host =>
            {
                var group = host.MapGroup("").AddEndpointFilter(async (context, next) =>
                {
                    seen.Add($"{context.Arguments[0]} of {context.Arguments.Count}");
                    return await next(context);
                });
                group.MapShop1(endpoints =>
                {
                    endpoints.ListPets.AddEndpointFilterFactory((factory, next) => context =>
                    {
                        seen.Add(string.Join(", ", factory.MethodInfo.GetParameters().Select(parameter => parameter.Name)));
                        context.Arguments[0] = context.GetArgument<long>(0) + 1;
                        return next(context);
                    });
                    endpoints.ReadPet.AddEndpointFilter((context, next) => context.GetArgument<string>(0) switch
                    {
                        "gone" => ValueTask.FromResult<object?>(Results.StatusCode(410)),
                        "text" => ValueTask.FromResult<object?>("a text"),
                        "nothing" => ValueTask.FromResult<object?>(null),
                        _ => next(context),
                    });
                });
            });

        Assert.Equal("""["11"]""", await GetAsync(host, "v1/pets"));
        Assert.Equal("\"7\"", await GetAsync(host, "v1/pets/7"));
        Assert.Equal("a text", await GetAsync(host, "v1/pets/text"));
        Assert.Equal("", await GetAsync(host, "v1/pets/nothing"));
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("v1/pets/gone", Token)).StatusCode);
        // What is not valid comes to no filter.
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("v1/pets?limit=101", Token)).StatusCode);
        Assert.Equal(["10 of 2", "limit, cancellationToken", "7 of 2", "text of 2", "nothing of 2", "gone of 2"], seen);
    }

    [Fact]
    public async Task Controllers_of_two_versions_and_two_of_one_share_a_host()
    {
        await using var host = await StartAsync(
            services => OnlyControllers.Add(services, typeof(FirstShop), typeof(TenantShop), typeof(SecondShop)),
            host => host.MapControllers());

        Assert.Equal("""["10"]""", await GetAsync(host, "v1/pets"));
        Assert.Equal("[2]", await GetAsync(host, "v2/pets"));
        Assert.Equal("""["3"]""", await GetAsync(host, "t/a/pets?limit=3"));
        Assert.Equal("/v1/pets/7", host.Services.GetRequiredService<LinkGenerator>().GetPathByName("readPet", new { id = "7" }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_asks_once_for_each_scheme_of_HTTP(bool hasController)
    {
        await using var host = await StartAsync(
            services =>
            {
                services.AddShop1<FirstShop>();
                services.AddAuthentication().AddKey<NobodyByKey>().AddToken<NobodyByToken>().AddSession<NobodyBySession>();
                OnlyControllers.Add(services, typeof(FirstShop));
            },
            host => _ = hasController ? (object)host.MapControllers() : host.MapShop1());
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        using var response = await client.PostAsync("v1/pets", new StringContent("""{"name":"a"}""", new MediaTypeHeaderValue("application/json")), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Bearer", "Basic"], response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
    }

    private static async Task<string> GetAsync(WebApplication host, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        using var response = await client.GetAsync(path, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, $"{path} gives {response.StatusCode}: {text}");
        return text;
    }

    private static async Task AssertIds(WebApplication host, params string[] paths)
    {
        var document = JsonNode.Parse(await GetAsync(host, "openapi/v1.json"))!;
        Assert.Equal(paths.Select(_ => "listPets"), paths.Select(path => (string?)document["paths"]![path]!["get"]!["operationId"]));
    }

    private static async Task<WebApplication> StartAsync(Action<IServiceCollection> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi();
        // The library looks at types by reflection, which the tests otherwise run without.
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver());
        configure(builder.Services);
        var host = builder.Build();
        host.MapOpenApi();
        map(host);
        await host.StartAsync(Token);
        return host;
    }
}

/// <summary>The first version.</summary>
public class FirstShop : Shop1ControllerBase
{
    /// <inheritdoc/>
    public override Task<Shop1.ListPetsResult> ListPetsAsync(long limit, CancellationToken cancellationToken) => Task.FromResult(Shop1.ListPetsResult.Ok([$"{limit}"]));

    /// <inheritdoc/>
    public override Task<AddPetResult> AddPetAsync(AddPetRequest body, CancellationToken cancellationToken) => Task.FromResult(AddPetResult.NoContent());

    /// <inheritdoc/>
    public override Task<ReadPetResult> ReadPetAsync(string id, CancellationToken cancellationToken) => Task.FromResult<ReadPetResult>(id);

    /// <inheritdoc/>
    public override Task<RemovePetResult> RemovePetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(RemovePetResult.NoContent());
}

/// <summary>The first version for tenants.</summary>
[Route("t/{tenant}")]
public sealed class TenantShop : FirstShop;

/// <summary>The second version.</summary>
public sealed class SecondShop : Shop2ControllerBase
{
    /// <inheritdoc/>
    public override Task<Shop2.ListPetsResult> ListPetsAsync(CancellationToken cancellationToken) => Task.FromResult(Shop2.ListPetsResult.Ok([2]));
}

/// <summary>Knows nobody by a key.</summary>
public sealed class NobodyByKey(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : KeyAuthenticationHandler(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) => Task.FromResult<ClaimsPrincipal?>(null);
}

/// <summary>Knows nobody by a token.</summary>
public sealed class NobodyByToken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : TokenAuthenticationHandler(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) => Task.FromResult<ClaimsPrincipal?>(null);
}

/// <summary>Knows nobody by a password.</summary>
public sealed class NobodyBySession(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : SessionAuthenticationHandler(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) => Task.FromResult<ClaimsPrincipal?>(null);
}
