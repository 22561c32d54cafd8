namespace SyncGen.Runtime.Json;

using System;

/// <summary>What reading forgives, and checks with it.</summary>
[Flags]
public enum JsonLeniency
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Of properties with one name the last one counts.</summary>
    Duplicates = 1,

    /// <summary>Null for a property that may be absent.</summary>
    Nulls = 2,

    /// <summary>Required properties may be absent.</summary>
    Missing = 4,

    /// <summary>Numbers and booleans may stand in quotes.</summary>
    Quotes = 8,

    /// <summary>An empty text stands for no time.</summary>
    Times = 16,

    /// <summary>Properties that a closed object does not declare.</summary>
    Extra = 32,
}
