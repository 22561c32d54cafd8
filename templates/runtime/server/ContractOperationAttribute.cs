namespace SyncGen.Runtime;

using System;

/// <summary>Says which operation of the contract an action binds.</summary>
/// <param name="method">The name of the method that an author overrides.</param>
/// <param name="id">The operation's id, or null when another action stands for the operation in descriptions of the API.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractOperationAttribute(string method, string? id = null) : Attribute
{
    /// <summary>The name of the method that an author overrides.</summary>
    public string Method { get; } = method;

    /// <summary>The operation's id, or null when another action stands for the operation in descriptions of the API.</summary>
    public string? Id { get; } = id;
}
