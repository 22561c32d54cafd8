namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Claims;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

/// <summary>
/// Demands that a caller proves who it is, as the contract's <c>security</c> says. Several attributes are alternatives, any of which suffices;
/// the schemes of one attribute are needed together. A scheme that the application does not register is never satisfied: the response is 401.
/// </summary>
/// <param name="schemes">The names of the schemes.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireSecurityAttribute(params string[] schemes) : Attribute, IAsyncAuthorizationFilter
{
    private static readonly Action<ILogger, string, Exception?> SchemeMissing = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(1, nameof(SchemeMissing)),
        "The security scheme '{Scheme}' is not registered, so every request that needs it is refused. Register it with AddAuthentication().");

    /// <summary>The names of the schemes, all of which are needed; without any, the operation is open to anonymous callers too.</summary>
    public string[] Schemes { get; } = schemes;

    /// <summary>
    /// For each of the schemes, in their order, the scopes that the caller must hold by it, separated by blanks. A scheme says what a caller holds in
    /// claims of type <c>scope</c> or <c>scp</c>.
    /// </summary>
    public string[] Scopes { get; init; } = [];

    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var alternatives = context.Filters.OfType<RequireSecurityAttribute>().ToArray();
        // The alternatives are one question, which the first of them asks.
        if (!ReferenceEquals(alternatives[0], this))
            return;
        var status = await CheckAsync(context.HttpContext, alternatives).ConfigureAwait(false);
        if (status != StatusCodes.Status200OK)
            context.Result = new Refusal(alternatives, status);
    }

    /// <summary>Authenticates the caller: 200 when one of the alternatives is satisfied, 403 when only scopes are missing, else 401.</summary>
    internal static async Task<int> CheckAsync(HttpContext httpContext, IReadOnlyList<RequireSecurityAttribute> alternatives)
    {
        var status = StatusCodes.Status401Unauthorized;
        foreach (var alternative in alternatives)
        {
            if (alternative.Schemes.Length == 0 || await alternative.AuthenticateAsync(httpContext).ConfigureAwait(false) is not var (principal, holdsScopes))
                continue;
            if (!holdsScopes)
            {
                status = StatusCodes.Status403Forbidden;
                continue;
            }

            httpContext.User = principal;
            return StatusCodes.Status200OK;
        }

        return alternatives.Any(alternative => alternative.Schemes.Length == 0) ? StatusCodes.Status200OK : status;
    }

    /// <summary>Responds with a problem and says how to do better.</summary>
    internal static async Task RefuseAsync(HttpContext httpContext, IReadOnlyList<RequireSecurityAttribute> alternatives, int status)
    {
        if (status == StatusCodes.Status403Forbidden)
        {
            await ApiProblem.WriteAsync(httpContext, status, "The credential does not grant this.").ConfigureAwait(false);
            return;
        }

        // Several schemes of the contract may ask for one thing: a token is a token, whoever issues it.
        var provider = httpContext.RequestServices.GetService<IAuthenticationHandlerProvider>();
        var challenges = new List<string>();
        foreach (var scheme in alternatives.SelectMany(alternative => alternative.Schemes).Distinct(StringComparer.Ordinal))
        {
            if (provider is not null && await provider.GetHandlerAsync(httpContext, scheme).ConfigureAwait(false) is CredentialAuthenticationHandler { ChallengeText: { } challenge } && !challenges.Contains(challenge))
                challenges.Add(challenge);
        }

        foreach (var challenge in challenges)
            httpContext.Response.Headers.Append("WWW-Authenticate", challenge);
        await ApiProblem.WriteAsync(httpContext, status, "A valid credential is required.").ConfigureAwait(false);
    }

    /// <summary>The caller as all schemes together know it, and whether each grants its scopes; null when one of them does not know the caller.</summary>
    private async Task<(ClaimsPrincipal Principal, bool HoldsScopes)?> AuthenticateAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var authentication = services.GetService<IAuthenticationService>();
        var registered = services.GetService<IAuthenticationSchemeProvider>();
        ClaimsPrincipal? principal = null;
        var holdsScopes = true;
        for (var index = 0; index < Schemes.Length; index++)
        {
            var scheme = Schemes[index];
            if (authentication is null || registered is null || await registered.GetSchemeAsync(scheme).ConfigureAwait(false) is null)
            {
                Warn(services, scheme);
                return null;
            }

            var result = await authentication.AuthenticateAsync(httpContext, scheme).ConfigureAwait(false);
            if (!result.Succeeded || result.Principal.Identity is not { IsAuthenticated: true })
                return null;
            holdsScopes &= index >= Scopes.Length || HoldsScopes(result.Principal, Scopes[index]);
            principal = principal is null ? result.Principal : new ClaimsPrincipal([.. principal.Identities, .. result.Principal.Identities]);
        }

        return principal is null ? null : (principal, holdsScopes);
    }

    private static bool HoldsScopes(ClaimsPrincipal principal, string scopes) => scopes
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(scope => principal.Claims.Any(claim => claim.Type is "scope" or "scp" && claim.Value.Split(' ').Contains(scope, StringComparer.Ordinal)));

    private static void Warn(IServiceProvider services, string scheme)
    {
        if (services.GetService<ILogger<RequireSecurityAttribute>>() is { } logger)
            SchemeMissing(logger, scheme, null);
    }

    private sealed class Refusal(RequireSecurityAttribute[] alternatives, int status) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => RefuseAsync(context.HttpContext, alternatives, status);
    }
}
