namespace SyncGen.Projection;

/// <summary>The options of an API's clients.</summary>
/// <param name="DefaultAddress">Literal of the contract's address, or null when it names no host.</param>
/// <param name="Variables">The variables of that address.</param>
/// <param name="ServerAddress">The address with the values of the variables, as an expression; null when it has none.</param>
internal sealed record ClientOptions(
    string FileName,
    string Name,
    string? DefaultAddress,
    ImmutableArray<ServerOption> Variables,
    string? ServerAddress,
    ImmutableArray<ClientCredential> Credentials) : Declaration(FileName);

/// <summary>The property that chooses a part of the server's address.</summary>
/// <param name="Name">For example <c>ServerRegion</c>.</param>
/// <param name="Type">A text, or the enum of the values.</param>
/// <param name="Default">As an expression.</param>
/// <param name="TextName">The property that gives the value as the address has it: the option itself for a text, a private one for an enum.</param>
/// <param name="Values">The members of the enum, in contract order; none for a text.</param>
internal sealed record ServerOption(
    ImmutableArray<string> Documentation,
    string Name,
    string Type,
    string Default,
    string TextName,
    ImmutableArray<ServerValue> Values)
{
    public bool IsText => Values.IsEmpty;
}

/// <summary>The enum of the values that a variable of the server's address can have.</summary>
internal sealed record ServerChoice(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    ImmutableArray<ServerValue> Values) : Declaration(FileName);

/// <summary>A value of a variable.</summary>
/// <param name="Name">The member of the enum.</param>
/// <param name="Text">Literal of the text in the address.</param>
internal sealed record ServerValue(ImmutableArray<string> Documentation, string Name, string Text);

/// <summary>The property that holds the credential of a security scheme.</summary>
internal sealed record ClientCredential(ImmutableArray<string> Documentation, string Name);

/// <summary>The registration of an API's clients with Microsoft.Extensions.DependencyInjection.</summary>
/// <param name="Variables">The properties of the options that choose the server.</param>
/// <param name="Credentials">The properties of the options that hold credentials.</param>
internal sealed record ClientRegistration(
    string FileName,
    string Name,
    string Options,
    ImmutableArray<ServerOption> Variables,
    ImmutableArray<string> Credentials,
    ImmutableArray<RegisteredClient> Clients) : Declaration(FileName);

/// <summary>A client to register.</summary>
internal sealed record RegisteredClient(string Name, string Interface);
