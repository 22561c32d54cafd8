using System.Collections.Frozen;

namespace SyncGen.Projection;

/// <summary>The namespace of the API's types, but for those that it takes from others.</summary>
/// <param name="Name">The namespace.</param>
/// <param name="Others">The namespaces of types that stand elsewhere, by the types' names.</param>
internal sealed record ApiNamespace(string Name, FrozenDictionary<string, string> Others)
{
    /// <summary>The name of a type with its namespace.</summary>
    public string Qualify(string type) => $"{Others.GetValueOrDefault(type, Name)}.{type}";
}
