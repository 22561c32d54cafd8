using SyncGen.Diagnostics;

namespace SyncGen.Projection;

/// <summary>
/// What clients call: each operation for the representations of responses that come of themselves, and once more for each further representation,
/// which only who asks for it gets: <c>GetNoteAsTextAsync</c>.
/// </summary>
internal static class ClientPlans
{
    public static ImmutableArray<OperationPlan> Of(ImmutableArray<OperationPlan> plans, TypeNames names, DiagnosticBag diagnostics)
    {
        var taken = OperationNames.TableOf([.. plans.Select(plan => plan.Name)]);
        var calls = ImmutableArray.CreateBuilder<OperationPlan>(plans.Length);
        string? responseName = null;
        foreach (var plan in plans)
        {
            var responses = With(plan, _ => null);
            // The other representations of a request are responded to like the preferred one, which stands before them.
            if (plan.IsPreferred)
                responseName = ResponseNameOf(plan, responses, names);
            calls.Add(plan with { Responses = responses, ResponseName = responseName });
            if (plan.IsPreferred)
                calls.AddRange(FurtherOf(plan).Select(further => CallOf(plan, further, names, taken, diagnostics)));
        }

        return calls.ToImmutable();
    }

    /// <summary>The successes that have a call of their own, one for each kind of representation.</summary>
    private static IEnumerable<ResponsePlan> FurtherOf(OperationPlan plan) =>
        plan.Cases.Where(response => !response.IsPreferred).DistinctBy(response => response.Variant);

    private static OperationPlan CallOf(OperationPlan plan, ResponsePlan further, TypeNames names, NameTable taken, DiagnosticBag diagnostics)
    {
        var name = OperationNames.OfVariant(taken, plan.Operation, plan.Name, further.Body!, diagnostics);
        var responses = With(plan, group => group.FirstOrDefault(response => response.Variant == further.Variant));
        var call = plan with { Name = name, Responses = responses, Asked = further.Body };
        return call with { ResponseName = ResponseNameOf(call, responses, names) };
    }

    /// <summary>The name of the type that holds a response, where the body alone does not say it all, else null.</summary>
    private static string? ResponseNameOf(OperationPlan plan, ImmutableArray<ResponsePlan> responses, TypeNames names) => OperationPlan.NeedsResponse(responses)
        ? names.Table.Add($"the response of {plan.Name}", $"{plan.Operation.Span.File.Path}#{plan.Operation.Pointer.Text} {plan.Name} response", $"{plan.Name}ApiResponse", $"{plan.Name}OperationResponse")
        : null;

    /// <summary>The errors, and of each success the representation that is chosen or else the preferred one, with those that read as the same type.</summary>
    private static ImmutableArray<ResponsePlan> With(OperationPlan plan, Func<IEnumerable<ResponsePlan>, ResponsePlan?> choose) =>
    [
        .. plan.Responses
            .GroupBy(response => response.Status)
            .SelectMany(group => group.First().IsSuccess ? Reading(group, choose(group) ?? group.First()) : group),
    ];

    private static IEnumerable<ResponsePlan> Reading(IEnumerable<ResponsePlan> responses, ResponsePlan chosen) => responses.Where(response => response.CaseName == chosen.CaseName);
}
