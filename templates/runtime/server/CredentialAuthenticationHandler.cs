namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

/// <summary>Authenticates a caller by the credential that a security scheme of the contract describes.</summary>
/// <param name="options">Supplied by the framework.</param>
/// <param name="logger">Supplied by the framework.</param>
/// <param name="encoder">Supplied by the framework.</param>
public abstract class CredentialAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>What WWW-Authenticate says to a caller without a valid credential; null to say nothing.</summary>
    protected virtual string? Challenge => null;

    internal string? ChallengeText => Challenge;

    /// <summary>The credential of the request, or null when there is none or more than one.</summary>
    /// <returns>The credential as it came.</returns>
    protected abstract string? FindCredential();

    /// <summary>Says who the caller is.</summary>
    /// <param name="credential">The credential as it came.</param>
    /// <param name="cancellationToken">A token that is canceled when the caller disconnects.</param>
    /// <returns>The caller, made by <see cref="Accept(string, string[])"/> or otherwise; null when the credential is not valid.</returns>
    protected abstract Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken);

    /// <summary>A caller by name.</summary>
    /// <param name="name">Who it is.</param>
    /// <param name="scopes">What it may do, where the contract names scopes.</param>
    /// <returns>The caller.</returns>
    protected ClaimsPrincipal Accept(string name, params string[] scopes) => Accept(name, scopes.AsEnumerable());

    /// <summary>A caller by name.</summary>
    /// <param name="name">Who it is.</param>
    /// <param name="scopes">What it may do, where the contract names scopes.</param>
    /// <returns>The caller.</returns>
    protected ClaimsPrincipal Accept(string name, IEnumerable<string> scopes)
    {
        var claims = scopes.Select(scope => new Claim("scope", scope)).Prepend(new Claim(ClaimTypes.Name, name));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name));
    }

    /// <inheritdoc/>
    protected sealed override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (FindCredential() is not { Length: > 0 } credential)
            return AuthenticateResult.NoResult();
        var principal = await ValidateAsync(credential, Context.RequestAborted).ConfigureAwait(false);
        return principal?.Identity is { IsAuthenticated: true }
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name))
            : AuthenticateResult.Fail("The credential is not valid.");
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Challenge is { } challenge)
            Response.Headers.Append("WWW-Authenticate", challenge);
        return ApiProblem.WriteAsync(Context, StatusCodes.Status401Unauthorized, "A valid credential is required.");
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.WriteAsync(Context, StatusCodes.Status403Forbidden, "The credential does not grant this.");

    /// <summary>The only value of a query parameter.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected string? FromQuery(string name) => QuerySearch.Find(Request, name) is [{ } value] ? FormEncoding.Decode(value) : null;

    /// <summary>The only value of a header.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected string? FromHeader(string name) => Request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>A cookie.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected string? FromCookie(string name) => Request.Cookies[name];

    /// <summary>What the Authorization header says after its scheme.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected string? FromAuthorization(string scheme)
    {
        if (FromHeader("Authorization") is not { } value || value.Length <= scheme.Length || value[scheme.Length] != ' ')
            return null;
        return value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? value[(scheme.Length + 1)..].Trim() : null;
    }
}
