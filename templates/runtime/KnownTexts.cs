namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

/// <summary>The texts that the contract lists for an enum.</summary>
public sealed class KnownTexts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The texts in UTF-8 with those as they are, by the length of the former.</summary>
    private readonly (byte[] Utf8, string Text)[][] _byLength;

    /// <summary>Initializes a new instance of the <see cref="KnownTexts"/> class.</summary>
    /// <param name="texts">The texts, in the order of the contract.</param>
    public KnownTexts(params string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var text in texts)
            _numbers[text] = _numbers.Count + 1;
        var listed = texts.Select(text => (Utf8: Encoding.UTF8.GetBytes(text), Text: text)).ToLookup(text => text.Utf8.Length);
        _byLength = [.. Enumerable.Range(0, listed.Max(texts => texts.Key) + 1).Select(length => listed[length].ToArray())];
    }

    /// <summary>Finds the place of a text in the list.</summary>
    /// <param name="text">The text.</param>
    /// <returns>1 for the first one; 0 when the text is not listed.</returns>
    public int NumberOf(string text) => _numbers.GetValueOrDefault(text);

    /// <summary>Finds a text without an allocation.</summary>
    /// <param name="utf8">The text in UTF-8.</param>
    /// <returns>The text, or null when it is not listed.</returns>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        var byLength = _byLength;
        if (utf8.Length >= byLength.Length)
            return null;
        foreach (var (bytes, text) in byLength[utf8.Length])
        {
            if (utf8.SequenceEqual(bytes))
                return text;
        }

        return null;
    }
}
