namespace SyncGen.Runtime.Json;

/// <summary>What the contract says of a value's JSON and no type can hold.</summary>
public interface IJsonCheck
{
    /// <summary>The check.</summary>
    static abstract JsonCheck Check { get; }
}
