using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SyncV2;

/// <summary>The one token that is valid.</summary>
internal sealed record AccessToken(string Value);

/// <summary>Accepts the one token.</summary>
internal sealed class AccessTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessToken token)
    : AccessTokenAuthenticationHandler(options, logger, encoder)
{
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
        Task.FromResult(credential == token.Value ? Accept("@alice:example.com") : null);
}
