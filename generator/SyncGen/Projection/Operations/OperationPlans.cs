using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Plans every operation: once for each representation that the body of its requests has.</summary>
internal static class OperationPlans
{
    public static ImmutableArray<OperationPlan> Of(
        ApiModel api,
        ImmutableArray<string> operationNames,
        TypeNames names,
        TypeTable types,
        DefaultValue defaults,
        string? name,
        CodeStyle style,
        DiagnosticBag diagnostics)
    {
        var freeForm = TypeMapper.FreeFormOf(style);
        var groups = OperationGroups.Of(api, name);
        var ids = api.Operations.CountBy(operation => operation.OperationId ?? "").ToFrozenDictionary(StringComparer.Ordinal);
        var variants = OperationNames.TableOf(operationNames);
        var plans = ImmutableArray.CreateBuilder<OperationPlan>(api.Operations.Length);
        for (var index = 0; index < api.Operations.Length; index++)
        {
            var operation = api.Operations[index];
            var bodies = operation.Body is { } request ? Representations.Of(api, types, freeForm, request.Content, isRequest: true) : [];
            var documentedResponses = ResponsePlan.Of(api, types, style, operation);
            var key = $"{api.Documents[operation.Document].File}#{operation.Pointer}";
            var operationName = operationNames[index];
            ReportUnread(operation, bodies, documentedResponses, diagnostics);
            var preferred = new OperationPlan(
                operation,
                operationName,
                groups[index],
                Arguments.Of(api, types, defaults, freeForm, operation, bodies.FirstOrDefault(), diagnostics),
                bodies.FirstOrDefault(),
                documentedResponses,
                names.Table.Add($"the result of {operationName}", key + "#result", $"{operationName}Result", $"{operationName}OperationResult"),
                operation.OperationId is { } id && ids[id] == 1 ? id : operationName)
            {
                BodyTypes = [.. bodies.SelectMany(body => body.MediaTypes)],
                IsOneOfSeveral = bodies.Length > 1,
                TakesTheRest = bodies.Length > 1 && !bodies.Any(body => body.HasRange),
            };
            plans.Add(WithForms(api, preferred, style.Lenient));
            foreach (var body in bodies.Skip(1))
            {
                var variant = OperationNames.OfVariant(variants, operation, operationName, body, diagnostics);
                plans.Add(WithForms(api, preferred with
                {
                    Name = variant,
                    Id = variant,
                    Arguments = Arguments.Of(api, types, defaults, freeForm, operation, body, diagnostics),
                    Body = body,
                    IsPreferred = false,
                    TakesTheRest = false,
                }, style.Lenient));
            }
        }

        return plans.ToImmutable();
    }

    private static OperationPlan WithForms(ApiModel api, OperationPlan plan, Leniency lenient) =>
        plan with { Forms = FormCases.Of(api, plan, lenient), FormNames = FormNames.Of(api, plan, lenient) };

    /// <summary>Representations that no code is generated for are named once.</summary>
    private static void ReportUnread(Operation operation, ImmutableArray<BodyPlan> bodies, ImmutableArray<ResponsePlan> documentedResponses, DiagnosticBag diagnostics)
    {
        if (!bodies.IsEmpty)
            ReportUnread(operation.Body!.Content, bodies, diagnostics);
        foreach (var variants in documentedResponses.Where(documented => documented.Body is not null).GroupBy(documented => documented.Status))
            ReportUnread(operation.Responses.First(response => response.Status == variants.Key).Content, [.. variants.Select(documented => documented.Body!)], diagnostics);
    }

    private static void ReportUnread(ImmutableArray<MediaType> content, ImmutableArray<BodyPlan> bodies, DiagnosticBag diagnostics)
    {
        foreach (var media in content.Where(media => !bodies.Any(body => body.MediaTypes.Contains(media.Name))))
            diagnostics.Report(ProjectionRules.RepresentationUnused, media.Span, media.Name, string.Join("', '", bodies.Select(body => body.Media.Name)));
    }
}
