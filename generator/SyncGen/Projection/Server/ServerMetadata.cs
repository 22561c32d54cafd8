using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What controllers say of an operation by attributes and endpoints by metadata, as literals.</summary>
internal static class ServerMetadata
{
    /// <summary>The parameters of the query that the path carries: name and value.</summary>
    public static IEnumerable<string> QueriesOf(Operation operation) => Routes.QueryOf(operation.Path)
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => string.Join(", ", pair.Split('=', 2).Select(Uri.UnescapeDataString).Select(Literal.Text)));

    /// <summary>The schemes of an alternative, and the scopes of each; no scopes where there are none.</summary>
    public static (ImmutableArray<string> Schemes, ImmutableArray<string> Scopes) SecurityOf(SecurityRequirement requirement)
    {
        var scopes = requirement.Schemes.Select(scheme => string.Join(' ', scheme.Scopes.Distinct())).ToList();
        var last = scopes.FindLastIndex(text => text.Length > 0);
        return ([.. requirement.Schemes.Select(scheme => Literal.Text(scheme.Scheme))], [.. scopes.Take(last + 1).Select(Literal.Text)]);
    }

    /// <summary>The media types by which routing finds the operation; none when any may be, or when it takes what its other representations do not.</summary>
    public static ImmutableArray<string> ConsumedBy(OperationPlan plan) =>
        plan is { Body: { HasRange: false } body, TakesTheRest: false } ? TypesOf(body) : [];

    /// <summary>The media types of an operation that takes what its other representations do not; none for others.</summary>
    public static ImmutableArray<string> ConsumedByDefault(OperationPlan plan) =>
        plan is { Body: { } body, TakesTheRest: true } ? TypesOf(body) : [];

    private static ImmutableArray<string> TypesOf(BodyPlan body) => [.. body.MediaTypes.Select(MediaKinds.EssenceOf).Distinct().Select(Literal.Text)];

    /// <summary>The media types that an answer can have; none when the author of the server chooses one from a range, for it or for another success.</summary>
    public static ImmutableArray<string> ProducedAs(OperationPlan plan, Answer answer) =>
        answer.Body is not { } body || HasOpenRange(body) || (answer.IsSuccess && plan.Successes.Any(other => other.Body is { } otherBody && HasOpenRange(otherBody)))
            ? []
            : [.. body.MediaTypes.Select(type => body.Kind == MediaKind.Json ? MediaKinds.Concrete(type, body.Kind) : type).Distinct().Select(Literal.Text)];

    /// <summary>JSON under a range is sent as plain JSON.</summary>
    private static bool HasOpenRange(BodyPlan body) => body.HasRange && body.Kind != MediaKind.Json;
}
