namespace SyncGen.Runtime;

/// <summary>A value that is checked as part of another one, within the limits of that check.</summary>
public interface IValidatedPart
{
    /// <summary>Checks the value against the constraints of its contract.</summary>
    /// <param name="at">Receives the violations; it stands where the value does.</param>
    void Validate(ViolationList at);
}
