namespace SyncGen.Projection;

/// <summary>Decides how the arguments of an operation are checked against their constraints.</summary>
internal static class ArgumentChecks
{
    private const string Body = "$";

    /// <param name="patterns">Receives the patterns that the checks compare with.</param>
    public static ImmutableArray<ArgumentCheck> Of(OperationPlan plan, TypeTable types, Constraints constraints, PatternFields patterns)
    {
        var checks = ImmutableArray.CreateBuilder<ArgumentCheck>();
        foreach (var argument in plan.Arguments)
        {
            // A file, or text that the contract gives another type, is nothing that a schema's constraints speak of.
            if (argument.Schema is not { } schema || types[schema].Text != argument.Type.Text || constraints.FunctionOf(schema, patterns) is not { } function)
                continue;
            var place = argument.Kind == ArgumentKind.Body ? Body : argument.WireName;
            checks.Add(new ArgumentCheck(argument.Type.Text, Literal.Text(place), argument.Name, function));
        }

        return checks.ToImmutable();
    }
}
