namespace SyncGen.Runtime.Json;

using System;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

/// <summary>The codec of URIs as RFC 3986 has them: with a scheme, of ASCII alone, and with escapes for all that has no place in a URI.</summary>
public readonly struct JsonStrictUri : IJsonCodec<Uri>
{
    private const string Plain = "[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}";

    private static readonly Regex _pattern = new(
        $@"\A[A-Za-z][A-Za-z0-9+.-]*:(?://(?:(?:{Plain}|:)*@)?(?:\[(?<address>[^\[\]]*)\]|(?:{Plain})*)(?::[0-9]*)?(?:/(?:{Plain}|[:@/])*)?|(?:{Plain}|[:@])(?:{Plain}|[:@/])*|/(?:(?:{Plain}|[:@])(?:{Plain}|[:@/])*)?)?(?:\?(?:{Plain}|[:@/?])*)?(?:#(?:{Plain}|[:@/?])*)?\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public static Uri Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && IsUri(text) && Uri.TryCreate(text, UriKind.Absolute, out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "a URI as RFC 3986 has it, with a scheme and without characters that must be escaped");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Uri value) => JsonAbsoluteUri.Write(writer, value);

    /// <summary>Writes a property of an object.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Uri value) => JsonAbsoluteUri.Write(writer, name, value);

    private static bool IsUri(string text) => _pattern.Match(text) is { Success: true } match && (!match.Groups["address"].Success || IsAddress(match.Groups["address"].Value));

    /// <summary>An address of version 6, whose last part may be one of version 4, which has no leading zeros; or one of a later version.</summary>
    private static bool IsAddress(string text)
    {
        if (text is ['v' or 'V', ..])
            return true;
        var last = text[(text.LastIndexOf(':') + 1)..];
        if (last.Contains('.', StringComparison.Ordinal) && !(IPAddress.TryParse(last, out var four) && four.ToString() == last))
            return false;
        return !text.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
    }
}
