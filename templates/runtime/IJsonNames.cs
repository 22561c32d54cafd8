namespace SyncGen.Runtime.Json;

/// <summary>Tells the names of properties of which a contract says what values they have.</summary>
public interface IJsonNames
{
    /// <summary>Whether the contract speaks of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>It does.</returns>
    static abstract bool Match(string name);
}
