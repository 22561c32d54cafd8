namespace SyncGen.Projection;

/// <summary>The interface of a client: what user code depends on.</summary>
/// <param name="Documentation">Lines that stand behind <c>///</c>.</param>
/// <param name="Name">For example <c>ISyncClient</c>.</param>
/// <param name="Methods">One for each operation of the group, in contract order.</param>
internal sealed record ClientInterface(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    ImmutableArray<ClientMethod> Methods) : Declaration(FileName);

/// <summary>The client that sends requests.</summary>
/// <param name="Options">The class of its options.</param>
/// <param name="Address">The contract's address as an expression: <c>SyncClientOptions.DefaultBaseAddress</c> or <c>null</c>.</param>
/// <param name="Schemes">The security schemes that its operations use.</param>
/// <param name="Patterns">The patterns that it compares arguments with.</param>
internal sealed record ClientClass(
    string FileName,
    string Name,
    string Interface,
    string Options,
    string Address,
    ImmutableArray<ClientScheme> Schemes,
    ImmutableArray<PatternField> Patterns,
    ImmutableArray<ClientMethod> Methods) : Declaration(FileName)
{
    public bool HasPatterns => !Patterns.IsEmpty;
}

/// <summary>A security scheme as a client uses it.</summary>
/// <param name="Name">The private property: <c>AccessToken</c>.</param>
/// <param name="Place">Where the credential travels, a member of the runtime's enum.</param>
/// <param name="Key">Literal of the query key, header, cookie or authorization scheme.</param>
internal sealed record ClientScheme(string Name, string Place, string Key);

/// <summary>A method of a client. Exactly one of the flags says how it gives its response.</summary>
/// <param name="InterfaceParameters">The parameters as the interface declares them, one text each.</param>
/// <param name="Parameters">The parameters as the class declares them.</param>
/// <param name="IsWide">The parameters stand on a line each.</param>
/// <param name="Request">The name of the local that holds the request.</param>
/// <param name="Response">The name of the local that holds the response.</param>
/// <param name="Check">The name of the local that checks the arguments.</param>
/// <param name="Construction">The arguments that make the request.</param>
/// <param name="Checks">Of the arguments, where the options want them.</param>
/// <param name="Steps">The calls on the request that fill it.</param>
/// <param name="Returned">What the task gives; empty when it gives nothing.</param>
/// <param name="IsValue">It returns a value.</param>
/// <param name="IsVoid">It returns nothing.</param>
/// <param name="IsStream">It returns the items of the response as they come.</param>
/// <param name="Arms">The responses, most particular first, the rest last.</param>
/// <param name="Refusals">What is thrown for other statuses, for a method without a value.</param>
/// <param name="IsSimplyRefused">No error is documented.</param>
/// <param name="Success">The condition under which the response is no error, for a method without a value.</param>
/// <param name="Items">The expression that gives the items, for a stream.</param>
internal sealed record ClientMethod(
    ImmutableArray<string> Documentation,
    bool IsDeprecated,
    string Returned,
    string ReturnType,
    string Name,
    ImmutableArray<string> InterfaceParameters,
    ImmutableArray<string> Parameters,
    bool IsWide,
    string Request,
    string Response,
    string Check,
    string Construction,
    ImmutableArray<string> Checks,
    ImmutableArray<string> Steps,
    bool IsValue,
    bool IsVoid,
    bool IsStream,
    ImmutableArray<ClientArm> Arms,
    ImmutableArray<ClientArm> Refusals,
    bool IsSimplyRefused,
    string Success,
    string Items)
{
    public bool IsChecked => !Checks.IsEmpty || HasForms;

    /// <summary>It returns nothing, whatever success there is, and no error is documented.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The contract has several forms of which the request is one.</summary>
    public bool HasForms => !Forms.IsEmpty;

    /// <summary>Whether there must be one, and the parts that are there, as arguments.</summary>
    public string FormParts { get; init; } = "";

    /// <summary>The forms, each as an expression.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];
}

/// <summary>The check of one argument.</summary>
/// <param name="Type">Its type without a mark of nullability.</param>
/// <param name="Place">A literal of what a violation's path begins with: the parameter's name, or <c>$</c> for the body.</param>
/// <param name="Value">The argument.</param>
/// <param name="Function">What checks it.</param>
internal sealed record ArgumentCheck(string Type, string Place, string Value, string Function);

/// <summary>What a status code means: a pattern and an expression, which gives a task.</summary>
/// <param name="Expression">The whole expression, or its beginning when the arguments stand on a line each.</param>
/// <param name="Then">The call on the expression that makes what is returned of a body and headers; null where the body is returned.</param>
/// <param name="Arguments">The arguments that stand on a line each; the last one closes the expression.</param>
/// <param name="IsRefusal">The expression gives an exception.</param>
internal sealed record ClientArm(string Pattern, string Expression, string? Then, ImmutableArray<string> Arguments, bool IsRefusal)
{
    public bool IsWide => !Arguments.IsEmpty;
}

/// <summary>The response of an operation with one success that carries headers, or several successes.</summary>
/// <param name="IsUnion">There are several successes, each a nested class.</param>
/// <param name="Cases">The successes in contract order.</param>
internal sealed record ClientResponse(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    bool IsUnion,
    ImmutableArray<ClientResponseCase> Cases) : Declaration(FileName);

/// <summary>One success of an operation.</summary>
/// <param name="Properties">What the response carries.</param>
internal sealed record ClientResponseCase(ImmutableArray<string> Documentation, string Name, ImmutableArray<ClientResponseProperty> Properties)
{
    public bool HasProperties => !Properties.IsEmpty;
}

/// <summary>A part of a response: its status code, its body or a header.</summary>
/// <param name="Parameter">The parameter of the constructor.</param>
internal sealed record ClientResponseProperty(ImmutableArray<string> Documentation, string Type, string Name, string Parameter);

/// <summary>What the author of a server implements, free of how requests come in.</summary>
/// <param name="IsPartial">Operations may be left out.</param>
internal sealed record ServerHandler(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    bool IsPartial,
    ImmutableArray<ServerMethod> Methods) : Declaration(FileName);

/// <summary>The controller that binds requests and calls what the author of the server implements.</summary>
/// <param name="Route">Literal of the route that all operations begin with; null when there is none.</param>
/// <param name="IsPartial">Operations may be left out.</param>
internal sealed record ServerController(
    string FileName,
    string Name,
    string Handler,
    string? Route,
    bool IsPartial,
    ImmutableArray<PatternField> Patterns,
    ImmutableArray<ServerMethod> Methods) : Declaration(FileName)
{
    public bool HasPatterns => !Patterns.IsEmpty;
}

/// <summary>An operation on the server.</summary>
/// <param name="Action">The name of the controller's action.</param>
/// <param name="Name">The name of the method to implement.</param>
/// <param name="Attributes">Of the action, without brackets.</param>
/// <param name="Parameters">The parameters of the method to implement.</param>
/// <param name="IsBound">There is more than the token.</param>
/// <param name="BoundParameters">The parameters of the action with their binding attributes.</param>
/// <param name="Arguments">What the action passes on, separated by commas.</param>
/// <param name="Check">The name of the local that checks the arguments.</param>
/// <param name="Checks">The checks of the arguments.</param>
/// <param name="IsWide">The parameters of the method to implement stand on a line each.</param>
internal sealed record ServerMethod(
    ImmutableArray<string> Documentation,
    string Action,
    string Name,
    string Result,
    ImmutableArray<string> Attributes,
    ImmutableArray<string> Parameters,
    bool IsBound,
    ImmutableArray<string> BoundParameters,
    string Arguments,
    string Check,
    ImmutableArray<ArgumentCheck> Checks,
    bool IsWide)
{
    public bool IsChecked => !Checks.IsEmpty;
}

/// <summary>A local of an endpoint.</summary>
/// <param name="Value">The expression that binds it.</param>
internal sealed record ServerBinding(string Name, string Value);

/// <summary>How a parameter is laid out, as a field.</summary>
/// <param name="Value">What follows <c>new</c>.</param>
internal sealed record LayoutField(string Name, string Value);

/// <summary>The responses of an operation, made by factories for what the contract documents and nothing else.</summary>
internal sealed record ServerResult(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    ImmutableArray<ServerFactory> Factories,
    ImmutableArray<ServerConversion> Conversions) : Declaration(FileName);

/// <summary>A factory of a result.</summary>
/// <param name="Construction">The arguments of the constructor.</param>
/// <param name="Headers">The calls that set a header.</param>
internal sealed record ServerFactory(
    ImmutableArray<string> Documentation,
    string Name,
    ImmutableArray<string> Parameters,
    string Construction,
    bool HasHeaders,
    ImmutableArray<string> Headers);

/// <summary>The conversion of the only body to the result.</summary>
internal sealed record ServerConversion(string Type, string Factory);

/// <summary>The skeleton of the authentication of one security scheme.</summary>
/// <param name="Find">The expression that finds the credential in a request.</param>
/// <param name="Challenge">Literal of the WWW-Authenticate header, or null.</param>
internal sealed record ServerAuthentication(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    string Find,
    string? Challenge) : Declaration(FileName);

/// <summary>The registration of an API's security schemes.</summary>
internal sealed record ServerSecurity(
    string FileName,
    string Name,
    ImmutableArray<ServerScheme> Schemes) : Declaration(FileName);

/// <summary>A security scheme to register.</summary>
/// <param name="Method">For example <c>AddAccessToken</c>.</param>
/// <param name="Handler">The skeleton to derive from.</param>
/// <param name="Scheme">Literal of the scheme's name.</param>
/// <param name="Label">The scheme's name as a comment writes it.</param>
internal sealed record ServerScheme(string Method, string Handler, string Scheme, string Label);
