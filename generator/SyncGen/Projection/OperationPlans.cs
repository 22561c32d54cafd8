using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Plans every operation.</summary>
internal static class OperationPlans
{
    public static ImmutableArray<OperationPlan> Of(
        ApiModel api,
        ImmutableArray<string> operationNames,
        TypeNames names,
        TypeTable types,
        DefaultValue defaults,
        string? name,
        FreeFormJson freeForm,
        DiagnosticBag diagnostics)
    {
        var groups = OperationGroups.Of(api, name);
        var plans = ImmutableArray.CreateBuilder<OperationPlan>(api.Operations.Length);
        for (var index = 0; index < api.Operations.Length; index++)
        {
            var operation = api.Operations[index];
            var body = operation.Body is { } request ? BodyPlan.Of(api, types, freeForm, request.Content, isRequest: true) : null;
            var answers = Answer.Of(api, types, freeForm, operation);
            var key = $"{api.Documents[operation.Document].File}#{operation.Pointer}";
            var operationName = operationNames[index];
            ReportUnread(operation, body, answers, diagnostics);
            plans.Add(new OperationPlan(
                operation,
                operationName,
                groups[index],
                Arguments.Of(api, types, defaults, operation, body),
                body,
                answers,
                names.Table.Add($"the result of {operationName}", key + "#result", $"{operationName}Result", $"{operationName}OperationResult"),
                OperationPlan.NeedsAnswer(answers)
                    ? names.Table.Add($"the answer of {operationName}", key + "#answer", $"{operationName}Answer", $"{operationName}OperationAnswer")
                    : null));
        }

        return plans.DrainToImmutable();
    }

    /// <summary>Code is generated for one representation of a body; the others are named once.</summary>
    private static void ReportUnread(Operation operation, BodyPlan? body, ImmutableArray<Answer> answers, DiagnosticBag diagnostics)
    {
        if (body is not null)
            ReportUnread(operation.Body!.Content, body, diagnostics);
        foreach (var answer in answers.Where(answer => answer.Body is not null))
            ReportUnread(operation.Responses.First(response => response.Status == answer.Status).Content, answer.Body!, diagnostics);
    }

    private static void ReportUnread(ImmutableArray<MediaType> content, BodyPlan body, DiagnosticBag diagnostics)
    {
        foreach (var media in content.Where(media => !body.MediaTypes.Contains(media.Name)))
            diagnostics.Report(ProjectionRules.RepresentationUnused, media.Span, media.Name, body.Media.Name);
    }
}
