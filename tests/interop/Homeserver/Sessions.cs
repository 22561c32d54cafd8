using System.Security.Claims;
using System.Text.Encodings.Web;
using MatrixApi;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Homeserver;

/// <summary>A device that is logged in.</summary>
public sealed record Session(string Token, string UserId, string DeviceId);

/// <summary>Knows callers by the bearer token.</summary>
internal sealed class BearerTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, World world)
    : AccessTokenBearerAuthenticationHandler(options, logger, encoder)
{
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
        Task.FromResult(world.FindSession(credential) is { } session ? Callers.Principal(session, Scheme.Name) : null);
}

/// <summary>Knows callers by the query parameter.</summary>
internal sealed class QueryTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, World world)
    : AccessTokenQueryAuthenticationHandler(options, logger, encoder)
{
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
        Task.FromResult(world.FindSession(credential) is { } session ? Callers.Principal(session, Scheme.Name) : null);
}

/// <summary>Carries a session in the caller's claims.</summary>
internal static class Callers
{
    private const string Token = "token";
    private const string Device = "device";

    public static ClaimsPrincipal Principal(Session session, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, session.UserId), new Claim(Token, session.Token), new Claim(Device, session.DeviceId)],
        scheme));

    public static Session Session(this ClaimsPrincipal caller) =>
        new(caller.FindFirstValue(Token)!, caller.Identity!.Name!, caller.FindFirstValue(Device)!);
}
