namespace SyncGen.Projection;

/// <summary>Decides the fakes of clients.</summary>
internal static class FakeClients
{
    /// <param name="methods">Those of the client, operation by operation.</param>
    public static FakeClient Of(string name, string @interface, ImmutableArray<OperationPlan> operations, ImmutableArray<ClientMethod> methods, NameTable table) => new(
        Files.NameOf("Client", name),
        name,
        @interface,
        [.. operations.Zip(methods, (plan, method) => MethodOf(plan, method, @interface, table))]);

    private static FakeMethod MethodOf(OperationPlan plan, ClientMethod method, string @interface, NameTable table) => new(
        method.IsDeprecated,
        method.ReturnType,
        method.Name,
        // The delegate stands within the fake, where a type of its name would be hidden.
        table.Add($"the delegate of {plan.Name}", $"{@interface} {plan.Name} call", $"{plan.Name}Call", $"{plan.Name}OperationCall"),
        "On" + plan.Name,
        [.. plan.Arguments.Select(argument => $"{argument.ClientTypeText} {argument.Name}"), "CancellationToken cancellationToken"],
        method.InterfaceParameters,
        [.. plan.Arguments.Select(argument => argument.Name), "cancellationToken"],
        method.IsWide);
}
