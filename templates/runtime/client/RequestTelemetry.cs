namespace SyncGen.Runtime;

using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Metrics;
using System.Threading;
using System.Threading.Tasks;

/// <summary>
/// Tells .NET's own metrics of HttpClient which operation a request is, by OpenTelemetry's <c>url.template</c>: the path without values.
/// It stands right before the network, so that each attempt is told.
/// </summary>
internal sealed class RequestTelemetry : DelegatingHandler
{
    /// <summary>The name of the attribute, under which the request's options hold it too.</summary>
    public const string Attribute = "url.template";

    /// <summary>Where a request holds its path without values.</summary>
    public static HttpRequestOptionsKey<string> Template { get; } = new(Attribute);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Template, out _))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        HttpMetricsEnrichmentContext.AddCallback(request, AddTemplate);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // .NET passes the context on to the next request but leaves it in this one, which would share it when it is sent again.
            ((IDictionary<string, object?>)request.Options).Remove(nameof(HttpMetricsEnrichmentContext));
        }
    }

    private static void AddTemplate(HttpMetricsEnrichmentContext context)
    {
        if (context.Request.Options.TryGetValue(Template, out var template))
            context.AddCustomTag(Attribute, template);
    }
}
