namespace SyncGen.Runtime;

using System;

/// <summary>What a value may be where the contract allows several kinds of it, and its text alone does not tell.</summary>
[Flags]
public enum TextKinds
{
    /// <summary>The contract allows one kind.</summary>
    None = 0,

    /// <summary>A string.</summary>
    Text = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>A list.</summary>
    List = 8,

    /// <summary>An object.</summary>
    Object = 16,
}
