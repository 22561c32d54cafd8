using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What controllers say of an operation by attributes and endpoints by metadata, as literals.</summary>
internal static class ServerMetadata
{
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

    /// <summary>The media types of a body that descriptions of the API do not learn from those by which routing finds the operation; none where they do.</summary>
    public static ImmutableArray<string> DescribedBy(OperationPlan plan)
    {
        var types = LiteralsOf(plan.BodyTypes);
        return !plan.IsDescribed || types.SequenceEqual(ConsumedBy(plan)) ? [] : types;
    }

    /// <summary>The parts of a multipart body that is no form, in their order, as literals; none for other bodies.</summary>
    public static ImmutableArray<string> PartsOf(OperationPlan plan) => plan.Body is not { Kind: MediaKind.Multipart } body || body.MediaTypes.All(type => MediaKinds.EssenceOf(type) == "multipart/form-data")
        ? []
        : [.. plan.Arguments.Where(argument => argument is { Field: not null, Kind: ArgumentKind.Field or ArgumentKind.File or ArgumentKind.Files }).OrderBy(argument => argument.Field!.Position).Where(argument => !argument.Field!.IsWhole && argument.Field.Values is null).Select(argument => Literal.Text(argument.WireName))];

    /// <summary>The answers by status. Descriptions of the API have one type for a status, and no place for ranges of statuses.</summary>
    public static ImmutableArray<DescribedAnswer> AnswersOf(OperationPlan plan) =>
    [
        .. plan.Answers
            .Where(answer => !answer.Status.IsRange)
            .GroupBy(answer => answer.Status)
            .Select(group => DescribedOf(group.Key, [.. group.Select(answer => answer.Body).OfType<BodyPlan>()])),
    ];

    private static ImmutableArray<string> TypesOf(BodyPlan body) => LiteralsOf(body.MediaTypes);

    private static ImmutableArray<string> LiteralsOf(ImmutableArray<string> mediaTypes) => [.. mediaTypes.Select(MediaKinds.EssenceOf).Distinct().Select(Literal.Text)];

    private static DescribedAnswer DescribedOf(ResponseStatus status, ImmutableArray<BodyPlan> bodies)
    {
        var types = bodies.SelectMany(body => body.MediaTypes.Select(type => body.Kind == MediaKind.Json ? MediaKinds.Concrete(type, body.Kind) : type)).Distinct().ToImmutableArray();
        return new DescribedAnswer(status, bodies.FirstOrDefault()?.Type, [.. types.Select(Literal.Text)], types.Any(MediaKinds.IsRange));
    }
}

/// <summary>An answer as descriptions of the API show it.</summary>
/// <param name="Type">The type of the body in its preferred representation; null when there is none.</param>
/// <param name="MediaTypes">Literals of the media types of the body in all its representations.</param>
/// <param name="HasRange">One of them is a range.</param>
internal sealed record DescribedAnswer(ResponseStatus Status, CSharpType? Type, ImmutableArray<string> MediaTypes, bool HasRange);
