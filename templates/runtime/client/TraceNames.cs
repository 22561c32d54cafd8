namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;

/// <summary>
/// Names the activities of HttpClient after the operation and gives them OpenTelemetry's <c>url.template</c>. .NET has no other place for it: a
/// propagator sees the activity together with its request, before it is sent.
/// </summary>
internal sealed class TraceNames : DistributedContextPropagator
{
    private const string ActivityName = "System.Net.Http.HttpRequestOut";

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Fields => Current.Fields;

    /// <inheritdoc/>
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        // Without a listener for requests, this is the activity of whoever sends the request, and its name is not ours.
        if (activity?.OperationName == ActivityName && carrier is HttpRequestMessage message && message.Options.TryGetValue(RequestTelemetry.Template, out var template))
        {
            activity.DisplayName = $"{message.Method.Method} {template}";
            activity.SetTag(RequestTelemetry.Attribute, template);
        }

        Current.Inject(activity, carrier, setter);
    }

    /// <inheritdoc/>
    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        Current.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
        Current.ExtractBaggage(carrier, getter);
}
