namespace SyncGen.Projection;

/// <summary>A fake of a client for tests: each operation is a delegate that a test sets.</summary>
/// <param name="Name">For example <c>FakeSyncClient</c>.</param>
/// <param name="Interface">The interface that it implements.</param>
internal sealed record FakeClient(
    string FileName,
    string Name,
    string Interface,
    ImmutableArray<FakeMethod> Methods) : Declaration(FileName);

/// <summary>A method of a fake.</summary>
/// <param name="Delegate">The type of the delegate: <c>GetSyncCall</c>.</param>
/// <param name="Property">The property that holds the delegate: <c>OnGetSync</c>.</param>
/// <param name="DelegateParameters">The parameters without their defaults, one text each.</param>
/// <param name="Parameters">The parameters as the interface declares them.</param>
/// <param name="Arguments">What the method gives to the delegate.</param>
/// <param name="IsWide">The parameters stand on a line each.</param>
internal sealed record FakeMethod(
    bool IsDeprecated,
    string ReturnType,
    string Name,
    string Delegate,
    string Property,
    ImmutableArray<string> DelegateParameters,
    ImmutableArray<string> Parameters,
    ImmutableArray<string> Arguments,
    bool IsWide);
