using SyncGen.Diagnostics;

namespace SyncGen.Projection;

/// <summary>
/// What clients call: each operation for the representations of answers that come of themselves, and once more for each further representation,
/// which only who asks for it gets: <c>GetNoteAsTextAsync</c>.
/// </summary>
internal static class ClientPlans
{
    public static ImmutableArray<OperationPlan> Of(ImmutableArray<OperationPlan> plans, TypeNames names, DiagnosticBag diagnostics)
    {
        var taken = OperationNames.TableOf([.. plans.Select(plan => plan.Name)]);
        var calls = ImmutableArray.CreateBuilder<OperationPlan>(plans.Length);
        foreach (var plan in plans)
        {
            calls.Add(plan with { Answers = With(plan, _ => null) });
            if (plan.IsPreferred)
                calls.AddRange(FurtherOf(plan).Select(further => CallOf(plan, further, names, taken, diagnostics)));
        }

        return calls.ToImmutable();
    }

    /// <summary>The successes that have a call of their own, one for each kind of representation.</summary>
    private static IEnumerable<Answer> FurtherOf(OperationPlan plan) =>
        plan.Cases.Where(answer => !answer.IsPreferred).DistinctBy(answer => answer.Variant);

    private static OperationPlan CallOf(OperationPlan plan, Answer further, TypeNames names, NameTable taken, DiagnosticBag diagnostics)
    {
        var name = OperationNames.OfVariant(taken, plan.Operation, plan.Name, further.Body!, diagnostics);
        var answers = With(plan, group => group.FirstOrDefault(answer => answer.Variant == further.Variant));
        return plan with
        {
            Name = name,
            Answers = answers,
            AnswerName = OperationPlan.NeedsAnswer(answers)
                ? names.Table.Add($"the answer of {name}", $"{plan.Title} {further.Variant} answer", $"{name}Answer", $"{name}OperationAnswer")
                : null,
            Asked = further.Body,
        };
    }

    /// <summary>The errors, and of each success the representation that is chosen or else the preferred one, with those that read as the same type.</summary>
    private static ImmutableArray<Answer> With(OperationPlan plan, Func<IEnumerable<Answer>, Answer?> choose) =>
    [
        .. plan.Answers
            .GroupBy(answer => answer.Status)
            .SelectMany(group => group.First().IsSuccess ? Reading(group, choose(group) ?? group.First()) : group),
    ];

    private static IEnumerable<Answer> Reading(IEnumerable<Answer> answers, Answer chosen) => answers.Where(answer => answer.CaseName == chosen.CaseName);
}
