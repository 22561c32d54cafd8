namespace SyncGen.Runtime;

using System;

/// <summary>The encoding of queries and of urlencoded forms.</summary>
internal static class FormEncoding
{
    /// <summary>A name or value as it was meant: in a query, unlike in a path, a plus stands for a space.</summary>
    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
