using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shop1;

namespace SyncGen.Features;

/// <summary>Attributes on the methods that the author of a controller overrides do what ASP.NET Core has them do on an action.</summary>
public sealed class OverrideTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Authorize_refuses_a_caller_whom_nobody_knows()
    {
        await using var host = await StartAsync<GuardedController>();
        using var client = ClientOf(host);
        using var known = new HttpRequestMessage(HttpMethod.Delete, "v1/pets/1") { Headers = { { "X-Caller", "ann" } } };

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.DeleteAsync("v1/pets/1", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(known, Token)).StatusCode);
    }

    [Fact]
    public async Task Rate_limits_hold()
    {
        await using var host = await StartAsync<GuardedController>();
        using var client = ClientOf(host);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("v1/pets/1", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("v1/pets/2", Token)).StatusCode);
    }

    [Fact]
    public async Task Filters_run_and_responses_are_kept()
    {
        await using var host = await StartAsync<GuardedController>();
        using var client = ClientOf(host);
        using var first = await client.GetAsync("v1/pets", Token);
        using var second = await client.GetAsync("v1/pets", Token);
        using var other = await client.GetAsync("v1/pets?limit=2", Token);

        Assert.Equal("ListPetsAsync", Assert.Single(first.Headers.GetValues("X-Stamp")));
        Assert.Equal("""["10 of 1"]""", await first.Content.ReadAsStringAsync(Token));
        Assert.Equal("""["10 of 1"]""", await second.Content.ReadAsStringAsync(Token));
        Assert.Equal("""["2 of 2"]""", await other.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("v1/pets?limit=200", Token)).StatusCode);
    }

    [Fact]
    public async Task A_route_of_ones_own_is_an_error_at_the_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await (await StartAsync<ReroutedController>()).DisposeAsync());
        Assert.Contains("Rerouted.ListPetsAsync", exception.Message, StringComparison.Ordinal);
    }

    private static HttpClient ClientOf(WebApplication host) => new() { BaseAddress = new Uri(host.Urls.Single()) };

    private static async Task<WebApplication> StartAsync<TController>()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<CallCount>();
        builder.Services.AddOutputCache();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication("caller").AddScheme<AuthenticationSchemeOptions, CallerHandler>("caller", null);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = 429;
            options.AddFixedWindowLimiter("one", limiter => (limiter.PermitLimit, limiter.Window) = (1, TimeSpan.FromMinutes(10)));
        });
        OnlyControllers.Add(builder.Services, typeof(TController));
        var host = builder.Build();
        host.UseAuthentication().UseAuthorization().UseRateLimiter().UseOutputCache();
        host.MapControllers();
        await host.StartAsync(Token);
        return host;
    }

    private sealed class CallerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Caller"] is [{ } name]
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "caller")), "caller"))
            : AuthenticateResult.NoResult());
    }
}

/// <summary>How often the operation ran.</summary>
public sealed class CallCount
{
    /// <summary>The number of calls.</summary>
    public int Value { get; set; }
}

/// <summary>Writes the name that it was given into a header.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StampAttribute(string name) : ActionFilterAttribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override void OnActionExecuting(ActionExecutingContext context) => context.HttpContext.Response.Headers["X-Stamp"] = Name;
}

/// <summary>A controller whose author guards what was overridden.</summary>
public sealed class GuardedController(CallCount calls) : Shop1ControllerBase
{
    /// <inheritdoc/>
    [Stamp(nameof(ListPetsAsync))]
    [OutputCache(Duration = 600)]
    public override Task<ListPetsResult> ListPetsAsync(long limit, CancellationToken cancellationToken) =>
        Task.FromResult(ListPetsResult.Ok([$"{limit} of {++calls.Value}"]));

    /// <inheritdoc/>
    public override Task<AddPetResult> AddPetAsync(AddPetRequest body, CancellationToken cancellationToken) => Task.FromResult(AddPetResult.NoContent());

    /// <inheritdoc/>
    [EnableRateLimiting("one")]
    public override Task<ReadPetResult> ReadPetAsync(string id, CancellationToken cancellationToken) => Task.FromResult<ReadPetResult>(id);

    /// <inheritdoc/>
    [Authorize]
    public override Task<RemovePetResult> RemovePetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(RemovePetResult.NoContent());
}

/// <summary>A controller whose author gives an operation another route.</summary>
public class ReroutedController : Shop1ControllerBase
{
    /// <inheritdoc/>
    [HttpGet("animals")]
    public override Task<ListPetsResult> ListPetsAsync(long limit, CancellationToken cancellationToken) => Task.FromResult(ListPetsResult.Ok(["a"]));

    /// <inheritdoc/>
    public override Task<AddPetResult> AddPetAsync(AddPetRequest body, CancellationToken cancellationToken) => Task.FromResult(AddPetResult.NoContent());

    /// <inheritdoc/>
    public override Task<ReadPetResult> ReadPetAsync(string id, CancellationToken cancellationToken) => Task.FromResult<ReadPetResult>(id);

    /// <inheritdoc/>
    public override Task<RemovePetResult> RemovePetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(RemovePetResult.NoContent());
}
