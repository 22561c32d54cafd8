using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides how the arguments of an operation are checked against their constraints.</summary>
internal static class ArgumentChecks
{
    private const string Body = "$";

    /// <summary>The checks of a server, as functions.</summary>
    /// <param name="patterns">Receives the patterns that the checks compare with.</param>
    public static ImmutableArray<ArgumentCheck> Of(OperationPlan plan, TypeTable types, Constraints constraints, PatternFields patterns)
    {
        var checks = ImmutableArray.CreateBuilder<ArgumentCheck>();
        foreach (var argument in plan.Arguments)
        {
            var function = argument.IsFile ? constraints.FileFunctionOf(argument)
                : SchemaOf(argument, types) is { } schema ? constraints.FunctionOf(schema, patterns)
                : ValuesOf(argument) is { } values ? constraints.ValuesFunctionOf(values, patterns)
                : null;
            if (function is not null)
                checks.Add(new ArgumentCheck(argument.ServerType.Text, PlaceOf(argument), argument.Name, function));
        }

        return checks.ToImmutable();
    }

    /// <summary>The checks of a client, as calls: <c>At("limit").AtLeast(limit, 1)</c>.</summary>
    /// <param name="sent">The plan with the arguments as they are sent.</param>
    /// <param name="patterns">Receives the patterns that the checks compare with.</param>
    public static ImmutableArray<string> CallsOf(OperationPlan sent, TypeTable types, Constraints constraints, PatternFields patterns) =>
    [
        .. sent.Arguments.SelectMany(
            argument => argument.IsFile ? constraints.FileCallsOf(argument, ValueOf(argument))
                : SchemaOf(argument, types) is { } schema ? constraints.CallsOf(schema, ValueOf(argument), patterns)
                : ValuesOf(argument) is { } values ? constraints.ValuesCallsOf(values, ValueOf(argument), patterns)
                : [],
            (argument, call) => $"At({PlaceOf(argument)}).{call}"),
    ];

    /// <summary>Null for text that the contract gives another type: it is nothing that a schema's constraints speak of. What has others in each case of a union is checked where the case is told.</summary>
    private static SchemaId? SchemaOf(Argument argument, TypeTable types) =>
        argument is { Schema: { } schema, ByCase.IsEmpty: true } && types[schema].Text == argument.Type.Text ? schema : null;

    /// <summary>The schema of the values of a form that have no declared names; null for other arguments.</summary>
    private static SchemaId? ValuesOf(Argument argument) => argument.Schema is null ? argument.Field?.Values : null;

    private static string PlaceOf(Argument argument) => Literal.Text(argument.Kind == ArgumentKind.Body ? Body : argument.WireName);

    /// <summary>What has one value only is sent whether it is given or not.</summary>
    private static CheckedValue ValueOf(Argument argument) =>
        argument.Constant is null ? new CheckedValue(argument.Name, argument.ClientTypeText.EndsWith('?')) : new CheckedValue($"({argument.Name})", IsNullable: false);
}
