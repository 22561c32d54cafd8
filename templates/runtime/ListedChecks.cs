namespace SyncGen.Runtime;

using System;
using System.Collections.Concurrent;
using System.Text;
using SyncGen.Runtime.Json;

/// <summary>Checks values against those that a contract lists.</summary>
public static class ListedChecks
{
    /// <summary>The canonical forms of the values that contracts list: as many as the generated code names.</summary>
    private static readonly ConcurrentDictionary<string, string> ListedTexts = new(StringComparer.Ordinal);

    /// <summary>A value that the contract lists among values of several kinds.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the value.</typeparam>
    /// <param name="at">Where the value stands.</param>
    /// <param name="value">The value.</param>
    /// <param name="listed">The JSON of those that the contract lists.</param>
    public static void Listed<T, TCodec>(this ViolationList at, T? value, ReadOnlySpan<string> listed)
        where TCodec : struct, IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(at);
        if (value is null)
            return;
        var text = JsonCanonical.Of(JsonFormat<T>.Of<TCodec>().ToUtf8(value));
        foreach (var other in listed)
        {
            if (ListedTexts.GetOrAdd(other, static constant => JsonCanonical.Of(Encoding.UTF8.GetBytes(constant))) == text)
                return;
        }

        at.Listed(isListed: false);
    }

    /// <summary>A value that may be null, and else is one that the contract lists among values of several kinds.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the value.</typeparam>
    /// <param name="at">Where the value stands.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="listed">The JSON of those that the contract lists.</param>
    public static void Listed<T, TCodec>(this ViolationList at, T? value, ReadOnlySpan<string> listed)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            at.Listed<T, TCodec>(given, listed);
    }
}
