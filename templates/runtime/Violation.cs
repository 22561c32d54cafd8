namespace SyncGen.Runtime;

/// <summary>A value that its contract does not allow.</summary>
/// <param name="Path">The JSON path of the value: <c>$.rooms[0].name</c>.</param>
/// <param name="Message">What the contract asks for.</param>
public sealed record Violation(string Path, string Message);
