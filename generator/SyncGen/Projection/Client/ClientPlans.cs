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
        string? answerName = null;
        foreach (var plan in plans)
        {
            var answers = With(plan, _ => null);
            // The other representations of a request are answered like the preferred one, which stands before them.
            if (plan.IsPreferred)
                answerName = AnswerNameOf(plan, answers, names);
            calls.Add(plan with { Answers = answers, AnswerName = answerName });
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
        var call = plan with { Name = name, Answers = answers, Asked = further.Body };
        return call with { AnswerName = AnswerNameOf(call, answers, names) };
    }

    /// <summary>The name of the type that holds an answer, where the body alone does not say it all, else null.</summary>
    private static string? AnswerNameOf(OperationPlan plan, ImmutableArray<Answer> answers, TypeNames names) => OperationPlan.NeedsAnswer(answers)
        ? names.Table.Add($"the answer of {plan.Name}", $"{plan.Operation.Span.File.Path}#{plan.Operation.Pointer.Text} {plan.Name} answer", $"{plan.Name}Answer", $"{plan.Name}OperationAnswer")
        : null;

    /// <summary>The errors, and of each success the representation that is chosen or else the preferred one, with those that read as the same type.</summary>
    private static ImmutableArray<Answer> With(OperationPlan plan, Func<IEnumerable<Answer>, Answer?> choose) =>
    [
        .. plan.Answers
            .GroupBy(answer => answer.Status)
            .SelectMany(group => group.First().IsSuccess ? Reading(group, choose(group) ?? group.First()) : group),
    ];

    private static IEnumerable<Answer> Reading(IEnumerable<Answer> answers, Answer chosen) => answers.Where(answer => answer.CaseName == chosen.CaseName);
}
