namespace SyncGen.Runtime;

/// <summary>A value that its contract does not allow.</summary>
/// <param name="Path">The JSON path of the value: <c>$.rooms[0].name</c>.</param>
/// <param name="Message">What the contract asks for.</param>
public sealed record Violation(string Path, string Message)
{
    /// <summary>The violation as it is called where its value stands in another one.</summary>
    /// <param name="place">The place of the value, instead of the <c>$</c> that the path begins with.</param>
    /// <returns>The violation with the longer path.</returns>
    internal Violation Below(string place) => this with { Path = place + Path[1..] };
}
