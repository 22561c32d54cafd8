using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the clients: an interface and a class for each group, the responses, the options, the registration.</summary>
internal sealed class ClientProjector(
    ApiModel api,
    TypeTable types,
    Constraints constraints,
    string apiName,
    ApiNamespace @namespace,
    ImmutableArray<OperationPlan> plans,
    NameTable table,
    DiagnosticBag diagnostics)
{
    private readonly ApiAddresses _addresses = ApiAddresses.Of(api);
    private readonly ImmutableDictionary<string, string> _schemes = SecuritySchemeNames.Of(api);

    /// <summary>The declarations and, by operation name, the method that calls it: <c>SyncClient.GetSyncAsync</c>.</summary>
    public (ImmutableArray<Declaration> Declarations, ImmutableDictionary<string, string> Methods) Project(bool withClients, bool withRegistration, bool withFakes)
    {
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        var methods = ImmutableDictionary.CreateBuilder<string, string>();
        var clients = ImmutableArray.CreateBuilder<RegisteredClient>();
        var options = table.Add("the client's options", "client options", $"{apiName}ClientOptions", $"{apiName}ApiClientOptions");
        var variables = ServerOptions.Of(_addresses, apiName, options, _schemes.Values, table, diagnostics);
        foreach (var group in plans.GroupBy(plan => plan.Group))
        {
            var name = table.Add($"the client of {group.Key}", "client " + group.Key, $"{group.Key}Client", $"{group.Key}ApiClient");
            var @interface = table.Add($"the client of {group.Key}", "client interface " + group.Key, $"I{name}");
            clients.Add(new RegisteredClient(name, @interface));
            foreach (var plan in group)
                methods[plan.Name] = $"{name}.{plan.Name}Async";
            declarations.AddRange(ClientOf(group.Key, [.. group], name, @interface, options, withFakes));
        }

        if (plans.IsEmpty)
            return ([], methods.ToImmutable());
        declarations.Add(OptionsOf(options, variables));
        declarations.AddRange(ServerOptions.ChoicesOf(_addresses, variables));
        declarations.AddRange(plans.Where(plan => plan.ResponseName is not null).DistinctBy(plan => plan.ResponseName).Select(ClientResponses.Of));
        if (!withClients)
            declarations.Clear();
        if (withRegistration)
            declarations.Add(RegistrationOf(options, variables, clients.ToImmutable()));
        foreach (var variable in withClients ? _addresses.FixedVariables(api) : [])
            diagnostics.Report(ProjectionRules.ServerVariableFixed, variable.Span, variable.Name);
        return (declarations.ToImmutable(), methods.ToImmutable());
    }

    private IEnumerable<Declaration> ClientOf(string group, ImmutableArray<OperationPlan> operations, string name, string @interface, string options, bool withFakes)
    {
        var patterns = new PatternFields();
        var methods = operations
            .Select(plan => MethodOf(plan, plan.AsSent(value => EnumMembers.Qualified(value, @namespace, _schemes.ContainsValue)), patterns))
            .ToImmutableArray();
        var documentation = DocComment.Of(OperationGroups.DescriptionOf(api, group) ?? TitleOf(operations[0]), $"Calls the operations of {group}.");
        yield return new ClientInterface(Files.NameOf("Client", @interface), documentation, @interface, methods);
        yield return new ClientClass(
            Files.NameOf("Client", name),
            name,
            @interface,
            options,
            !_addresses.Variables.IsEmpty ? $"_options.{ServerOptions.Address}" : _addresses.Default is null ? "null" : $"{options}.DefaultBaseAddress",
            [.. SchemesUsed(operations).Select(SchemeOf)],
            patterns.Declarations,
            methods);
        if (withFakes)
            yield return FakeClients.Of(table.Add($"the fake of {name}", "client fake " + group, $"Fake{name}"), @interface, operations, methods, table);
    }

    private ClientMethod MethodOf(OperationPlan plan, OperationPlan sent, PatternFields patterns) =>
        ClientMethods.Of(plan, sent, _addresses.OwnServer(api, plan.Operation), PrefixOf(plan), SchemesOf(plan), ArgumentChecks.CallsOf(sent, types, constraints, patterns), ClientForms.FormsOf(api, sent));

    private string PrefixOf(OperationPlan plan) => plan.Operation.Servers.IsEmpty ? _addresses.Prefixes[plan.Operation.Document] : "";

    private string? TitleOf(OperationPlan plan) => api.Documents[plan.Operation.Document].Title is { } title ? $"Calls {OperationGroups.SubjectOf(title)}." : null;

    /// <summary>The calls that offer credentials. A certificate is not offered, and that a caller may stay unknown only where credentials are needed together.</summary>
    private ImmutableArray<string> SchemesOf(OperationPlan plan)
    {
        var alternatives = plan.Operation.Security
            .Select(requirement => requirement.Schemes.Select(scheme => scheme.Scheme).Where(_schemes.ContainsKey).Select(scheme => _schemes[scheme]).ToImmutableArray())
            .ToImmutableArray();
        var isOpen = plan.Operation.Security.Any(requirement => requirement.Schemes.IsEmpty) && alternatives.Any(schemes => schemes.Length > 1);
        return
        [
            .. alternatives.Where(schemes => !schemes.IsEmpty).Select(schemes => string.Join(", ", schemes)).Distinct(),
            .. isOpen ? new[] { "" } : [],
        ];
    }

    private ClientScheme SchemeOf(SecurityScheme scheme) => scheme is SecurityScheme.ApiKey key
        ? new ClientScheme(_schemes[scheme.Name], key.Location.ToString(), Literal.Text(key.ParameterName))
        : new ClientScheme(_schemes[scheme.Name], "Authorization", Literal.Text(SecuritySchemeNames.AuthorizationOf(scheme)));

    private ImmutableArray<SecurityScheme> SchemesUsed(IEnumerable<OperationPlan> operations)
    {
        var used = operations.SelectMany(plan => plan.Operation.Security).SelectMany(requirement => requirement.Schemes).Select(scheme => scheme.Scheme).ToHashSet();
        return [.. api.SecuritySchemes.Where(scheme => used.Contains(scheme.Name) && _schemes.ContainsKey(scheme.Name))];
    }

    private ClientOptions OptionsOf(string name, ImmutableArray<ServerOption> variables) => new(
        Files.NameOf("Client", name),
        name,
        _addresses.Default is { } address ? Literal.Text(address) : null,
        variables,
        ServerOptions.AddressOf(_addresses, variables),
        [.. SchemesUsed(plans).Select(scheme => new ClientCredential(SecuritySchemeNames.DocumentationOf(scheme, ""), _schemes[scheme.Name]))]);

    private ClientRegistration RegistrationOf(string options, ImmutableArray<ServerOption> variables, ImmutableArray<RegisteredClient> clients)
    {
        var name = table.Add("the registration of clients", "client registration", $"{apiName}ServiceCollectionExtensions");
        return new ClientRegistration(
            Files.NameOf("Client", name),
            name,
            options,
            variables,
            [.. SchemesUsed(plans).Select(scheme => _schemes[scheme.Name])],
            clients);
    }
}
