namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>
/// An argument breaks a constraint of the contract, so the request was not sent. The message says where and what the contract asks for,
/// never the value.
/// </summary>
public sealed class InvalidRequestException : ArgumentException
{
    /// <summary>Creates an exception, as the client throws it or a test needs it.</summary>
    /// <param name="call">The name of the operation.</param>
    /// <param name="violations">Every violation.</param>
    public InvalidRequestException(string call, IReadOnlyList<Violation> violations)
        : base($"{call} is not sent: {TextOf(violations)}") => Violations = violations;

    /// <summary>
    /// Every violation. The path of one in the body is a JSON path, <c>$.name</c>; of one in a parameter it begins with the parameter's name.
    /// </summary>
    public IReadOnlyList<Violation> Violations { get; }

    private static string TextOf(IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        return string.Join(" ", violations.Select(violation => $"{violation.Path}: {violation.Message}"));
    }
}
