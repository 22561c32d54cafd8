namespace SyncGen.Documents;

/// <summary>The text of a <c>$ref</c>, taken apart.</summary>
/// <param name="FilePart">The path before '#', percent-decoded; "" for the same file.</param>
/// <param name="Uri">The reference without its fragment when it has a scheme (<c>https:</c>, <c>urn:</c>), else null.</param>
/// <param name="Fragment">What stands after '#', as written; "" when there is none.</param>
/// <param name="Problem">Why this can name no file, for a message; else null.</param>
internal readonly record struct ReferenceText(string FilePart, string? Uri, string Fragment, string? Problem)
{
    public static ReferenceText Parse(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var written = hash < 0 ? text : text[..hash];
        var fragment = hash < 0 ? "" : text[(hash + 1)..];
        if (written.Length == 0)
            return new ReferenceText("", null, fragment, null);
        var decoded = System.Uri.UnescapeDataString(written);
        if (ProblemOf(written, decoded) is { } problem)
            return new ReferenceText("", null, fragment, problem);
        return SchemeOf(written) is null
            ? new ReferenceText(decoded, null, fragment, null)
            : new ReferenceText("", written, fragment, null);
    }

    /// <summary>The text of a reference; an absolute path in a schema with an address (<c>/pet.json</c>) is an address too.</summary>
    public static ReferenceText Of(Reference reference, string text)
    {
        if (text is not ['/', not '/', ..] || !System.Uri.TryCreate(reference.Resource?.Id, UriKind.Absolute, out var around) || around.Scheme is not ("http" or "https"))
            return Parse(text);
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        return new ReferenceText("", SchemaAddress.Combine(reference.Resource!.Id, text), hash < 0 ? "" : text[(hash + 1)..], null);
    }

    /// <summary>
    /// Whether a discriminator's value is the name of a schema rather than a reference: it has neither '/' nor '#' nor the ending of a file.
    /// </summary>
    public static bool IsPlainName(ReferenceKeyword keyword, string text) =>
        keyword == ReferenceKeyword.DiscriminatorMapping
        && !text.AsSpan().ContainsAny('/', '#')
        && Path.GetExtension(text).ToUpperInvariant() is not (".JSON" or ".YAML" or ".YML");

    private static string? ProblemOf(string written, string decoded) => written switch
    {
        _ when decoded.Contains('\\', StringComparison.Ordinal) => "uses a backslash",
        _ when decoded.AsSpan().ContainsAnyInRange('\0', '\u001F') => "has a control character in its path",
        _ when written.StartsWith("//", StringComparison.Ordinal) => "names a network share",
        _ when decoded.StartsWith('/') => "is an absolute path",
        _ when SchemeOf(written) is { Length: 1 } => "names a drive",
        _ when string.Equals(SchemeOf(written), "file", StringComparison.OrdinalIgnoreCase) => "is a file: address",
        _ when SchemeOf(written) is null && written.Contains('?', StringComparison.Ordinal) => "has a query, which no file has",
        _ => null,
    };

    /// <summary>What stands before a colon in the first segment, as RFC 3986 has it.</summary>
    private static string? SchemeOf(string text)
    {
        var end = text.AsSpan().IndexOfAny(":/?");
        return end > 0 && text[end] == ':' && char.IsAsciiLetter(text[0]) && text.AsSpan(0, end).IndexOfAnyExcept(SchemeCharacters) < 0
            ? text[..end]
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
