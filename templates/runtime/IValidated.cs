namespace SyncGen.Runtime;

using System.Collections.Generic;

/// <summary>A value whose contract says more of it than its type does.</summary>
public interface IValidated
{
    /// <summary>Checks the value against the constraints of its contract.</summary>
    /// <returns>Every violation with its JSON path; none when the value is valid.</returns>
    IReadOnlyList<Violation> Validate();
}
