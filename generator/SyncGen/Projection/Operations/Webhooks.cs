using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Webhooks and callbacks: operations that the server calls, at an address that who receives them has given.</summary>
internal static class Webhooks
{
    /// <summary>A callback may have callbacks in turn, in a circle of references.</summary>
    private const int MaximumDepth = 3;

    private static readonly CSharpType Address = new("Uri", "JsonUri", IsValueType: false);

    /// <param name="operationNames">By <see cref="ApiModel.Operations"/>, index by index.</param>
    public static ProjectedOperations Project(OperationProjector projector, ApiModel api, ImmutableArray<string> operationNames, string? name, EmitKinds emit, DiagnosticBag diagnostics)
    {
        var apiName = OperationGroups.ApiName(api, name) + "Webhooks";
        var calls = CallsOf(api, operationNames, apiName);
        var sent = emit.HasFlag(EmitKinds.WebhookSenders) ? EmitKinds.Client | (emit & (EmitKinds.DependencyInjection | EmitKinds.Fakes)) : EmitKinds.None;
        var received = emit.HasFlag(EmitKinds.WebhookReceivers) ? EmitKinds.Endpoints : EmitKinds.None;
        if ((sent | received) != EmitKinds.None)
            return projector.Project(calls, OperationNames.Of(calls, diagnostics), apiName, sent | received, areWebhooks: true);
        if (calls.Operations is [var first, ..] && (emit & (EmitKinds.Client | EmitKinds.Server | EmitKinds.Endpoints)) != EmitKinds.None)
            diagnostics.Report(ProjectionRules.WebhooksWithoutCode, first.Span, calls.Operations.Length);
        return ProjectedOperations.None;
    }

    /// <summary>The operation as its client sends it: to an address that the caller gives.</summary>
    public static OperationPlan WithAddress(OperationPlan plan) => plan with
    {
        Arguments = plan.Arguments.Insert(0, new Argument(ArgumentKind.Address, plan.LocalOf("url"), "", Address, IsRequired: true, IsNullable: false, null, null, null, null)),
    };

    /// <summary>The webhooks and callbacks as the operations of an API of their own, each below its name.</summary>
    private static ApiModel CallsOf(ApiModel api, ImmutableArray<string> operationNames, string apiName)
    {
        var webhooks = api.Webhooks.SelectMany(webhook => CallbacksOf(webhook, OperationNames.Preferred(webhook), depth: 0).Prepend(webhook with { Path = $"/{SegmentOf(webhook.Path)}" }));
        var callbacks = api.Operations.SelectMany((operation, index) => CallbacksOf(operation, operationNames[index], depth: 0));
        return api.WithCalls([.. webhooks.Concat(callbacks).Select(operation => operation with
        {
            Tags = [apiName],
            // Who receives it says where: there is no template that a parameter could stand in.
            Parameters = operation.Parameters.RemoveAll(parameter => parameter.Location == ParameterLocation.Path),
            Security = [],
            Servers = [],
            Callbacks = [],
            IsShadowed = false,
        })]);
    }

    /// <param name="name">The name of the operation that causes the calls.</param>
    private static IEnumerable<Operation> CallbacksOf(Operation operation, string name, int depth)
    {
        if (depth == MaximumDepth)
            yield break;
        foreach (var callback in operation.Callbacks)
        {
            var sameName = operation.Callbacks.RemoveAll(other => other.Name != callback.Name);
            var number = sameName.Length == 1 ? "" : $"/{sameName.IndexOf(callback) + 1}";
            var callbackName = name + Identifier.PascalCase(callback.Name, "Callback");
            foreach (var called in callback.Operations)
            {
                var isOnly = sameName.Length == 1 && callback.Operations.Length == 1;
                var wished = called.PreferredName ?? called.OperationId ?? (isOnly ? callbackName : $"{callbackName} {called.Method.ToLowerInvariant()}");
                yield return called with
                {
                    Path = $"/{SegmentOf(operation.OperationId ?? name)}/{SegmentOf(callback.Name)}{number}",
                    PreferredName = wished,
                    Description = $"{(called.Description is { } text ? text + "\n\n" : "")}Called at `{callback.Expression}`.",
                };
                foreach (var inner in CallbacksOf(called, Identifier.PascalCase(wished, "Callback"), depth + 1))
                    yield return inner;
            }
        }
    }

    /// <summary>A name as a segment of a path: letters, digits and <c>-._~</c>.</summary>
    private static string SegmentOf(string name) =>
        string.Concat(name.Trim('/').Select(character => char.IsAsciiLetterOrDigit(character) || "-._~".Contains(character, StringComparison.Ordinal) ? character : '-'));
}
