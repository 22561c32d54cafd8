namespace SyncGen.Runtime;

using System;
using System.Buffers;

/// <summary>Writes cookies as RFC 6265 allows them.</summary>
internal static class CookieText
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("!#$&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>A cookie whose value is any text.</summary>
    public static string Of(string name, string value) => $"{name}={Uri.EscapeDataString(value)}";

    /// <summary>A secret travels as it was given, like one in a header, where a cookie can hold it; "%" would be read as an escape.</summary>
    public static string OfSecret(string name, string secret) => secret.AsSpan().ContainsAnyExcept(Characters) ? Of(name, secret) : $"{name}={secret}";

    /// <summary>The text of a value. The commas of a cookie are escaped like all else in it, so that they cannot part items and stand in them.</summary>
    /// <exception cref="ArgumentException">The value has no form in a cookie.</exception>
    public static string? Flat(string name, ParameterValue value)
    {
        value.CheckFlat(name);
        value.CheckSplits(name, ',');
        value.CheckNotBlank(name);
        return HeaderText.Of(value, explode: false);
    }
}
