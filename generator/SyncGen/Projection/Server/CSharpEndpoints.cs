namespace SyncGen.Projection;

/// <summary>The endpoints that bind requests and call what the author of the server implements, and the registration of the latter.</summary>
/// <param name="Add">The method that registers the handler: <c>AddSync</c>.</param>
/// <param name="Map">The method that maps the endpoints: <c>MapSync</c>.</param>
/// <param name="Conventions">The class that has the endpoint of each operation.</param>
/// <param name="Prefix">Literal of the route that all operations begin with.</param>
/// <param name="Tag">Literal of what the operations are listed under.</param>
/// <param name="IsPartial">The handler may leave operations out.</param>
/// <param name="HasDemands">The decoded path of a request does not tell which operation it is for.</param>
internal sealed record ServerEndpoints(
    string FileName,
    string Name,
    string Handler,
    string Add,
    string Map,
    string Conventions,
    string Prefix,
    string Tag,
    bool IsPartial,
    bool HasDemands,
    ImmutableArray<PatternField> Patterns,
    ImmutableArray<LayoutField> Layouts,
    ImmutableArray<ServerEndpoint> Endpoints) : Declaration(FileName)
{
    public bool HasPatterns => !Patterns.IsEmpty;

    public bool HasLayouts => !Layouts.IsEmpty;
}

/// <summary>The endpoint of an operation.</summary>
/// <param name="Label">The operation as a comment writes it: <c>GET /sync</c>.</param>
/// <param name="Method">Literal of the HTTP method.</param>
/// <param name="Route">Literal of the route.</param>
/// <param name="Id">Literal of the operation's name in descriptions of the API.</param>
/// <param name="Metadata">What the server knows of it, an expression each.</param>
/// <param name="Description">The calls that say what descriptions of the API show of it.</param>
/// <param name="Name">The method that serves a request, and the one of the handler.</param>
/// <param name="Property">The property of the conventions that has the endpoint.</param>
/// <param name="Context">The name of the parameter that holds the request.</param>
/// <param name="Input">The name of the local that reads the request.</param>
/// <param name="Result">The name of the local that holds the response.</param>
/// <param name="ResultType">The type of the response.</param>
/// <param name="Filters">The name of the local that holds the endpoint's filters.</param>
/// <param name="IsSecured">Not everybody may call it.</param>
/// <param name="DefaultTypes">Literals of the media types of a body that also comes without one, separated by commas; null where routing sees to that.</param>
/// <param name="HasForm">The body is a form.</param>
/// <param name="Bindings">A local for each argument.</param>
/// <param name="Check">The name of the local that checks the arguments.</param>
/// <param name="Checks">The checks of the arguments.</param>
/// <param name="Arguments">What the handler is given, separated by commas.</param>
/// <param name="Filtered">What it is given by filters.</param>
internal sealed record ServerEndpoint(
    string Label,
    string Method,
    string Route,
    string Id,
    ImmutableArray<string> Metadata,
    ImmutableArray<string> Description,
    string Name,
    string Property,
    string Context,
    string Input,
    string Result,
    string ResultType,
    string Filters,
    bool IsSecured,
    string? DefaultTypes,
    bool HasForm,
    ImmutableArray<ServerBinding> Bindings,
    string Check,
    ImmutableArray<ArgumentCheck> Checks,
    string Arguments,
    string Filtered)
{
    public bool IsChecked => !Checks.IsEmpty;

    /// <summary>The delegate that serves a request: the method, with a guard around it where the handler reads items of the body.</summary>
    public string Serve { get; init; } = Name;
}

/// <summary>The endpoints of a group one by one, for conventions of each.</summary>
/// <param name="Map">The method that gives it: <c>MapSync</c>.</param>
/// <param name="MappedBy">The class of that method.</param>
internal sealed record ServerConventions(
    string FileName,
    string Name,
    string Map,
    string MappedBy,
    ImmutableArray<ServerConvention> Endpoints) : Declaration(FileName);

/// <summary>The endpoint of an operation.</summary>
/// <param name="Label">The operation as a comment writes it: <c>GET /sync</c>.</param>
internal sealed record ServerConvention(string Label, string Name);
