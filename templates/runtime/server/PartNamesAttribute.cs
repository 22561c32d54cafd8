namespace SyncGen.Runtime;

using System;

/// <summary>The parts of a multipart body in their order, by which parts are known that carry no name.</summary>
/// <param name="names">The names of the parts.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PartNamesAttribute(params string[] names) : Attribute
{
    /// <summary>The name of a part; of those beyond the last, the last one's.</summary>
    /// <param name="index">How many parts stand before it.</param>
    public string NameAt(int index) => names[Math.Min(index, names.Length - 1)];
}
