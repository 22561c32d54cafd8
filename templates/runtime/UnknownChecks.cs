namespace SyncGen.Runtime;

using System;
using SyncGen.Runtime.Json;

/// <summary>Checks values that a union keeps as none of its cases.</summary>
public static class UnknownChecks
{
    /// <summary>A value that could be several of the cases, and is allowed then, or none of them.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <typeparam name="TCheck">What the contract says of it.</typeparam>
    /// <param name="at">Where the value stands.</param>
    /// <param name="value">The value.</param>
    public static void Unmatched<T, TCodec, TCheck>(this ViolationList at, T value)
        where TCodec : struct, IJsonCodec<T>
        where TCheck : struct, IJsonCheck
    {
        ArgumentNullException.ThrowIfNull(at);
        using var tree = JsonTree.Of(JsonFormat<T>.Of<TCodec>().ToUtf8(value));
        if (TCheck.Check.Test(tree, JsonTree.Root, null) is false)
            at.Unmatched();
    }
}
