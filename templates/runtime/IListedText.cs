namespace SyncGen.Runtime.Json;

using System;

/// <summary>A text of which the contract lists values, and which may have others.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IListedText<TSelf> : IEquatable<TSelf>, IParsable<TSelf>
    where TSelf : struct, IListedText<TSelf>
{
    /// <summary>The texts that the contract lists.</summary>
    static abstract KnownTexts Listed { get; }

    /// <summary>The text on the wire.</summary>
    string Value { get; }
}
