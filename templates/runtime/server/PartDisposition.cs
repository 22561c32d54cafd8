namespace SyncGen.Runtime;

using System;

/// <summary>
/// What the Content-Disposition of a part says. Browsers write names as they are but for <c>%22</c>, <c>%0D</c> and <c>%0A</c>, so that a backslash is one; other
/// programs put one before a quotation mark.
/// </summary>
internal readonly struct PartDisposition
{
    private PartDisposition(string? name, string? fileName) => (Name, FileName) = (name, fileName);

    /// <summary>The name of the part, or null when it has none.</summary>
    public string? Name { get; }

    /// <summary>The name of the file, or null when the part is none.</summary>
    public string? FileName { get; }

    /// <summary>Reads a header.</summary>
    public static PartDisposition Parse(string header)
    {
        string? name = null, fileName = null, encoded = null;
        var rest = header.AsSpan();
        while (rest.IndexOf(';') is >= 0 and var start)
        {
            rest = rest[(start + 1)..].TrimStart();
            var equals = rest.IndexOf('=');
            if (equals < 0)
                break;
            var parameter = rest[..equals].Trim();
            rest = rest[(equals + 1)..].TrimStart();
            var text = TakeValue(ref rest);
            if (parameter.Equals("name", StringComparison.OrdinalIgnoreCase))
                name ??= Unescape(text);
            else if (parameter.Equals("filename", StringComparison.OrdinalIgnoreCase))
                fileName ??= Unescape(text);
            else if (parameter.Equals("filename*", StringComparison.OrdinalIgnoreCase))
                encoded ??= Decode(text);
        }

        return new PartDisposition(name, encoded ?? fileName);
    }

    private static string TakeValue(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '"')
        {
            var end = rest.IndexOf(';') is >= 0 and var semicolon ? semicolon : rest.Length;
            var token = rest[..end].Trim().ToString();
            rest = rest[end..];
            return token;
        }

        rest = rest[1..];
        var length = rest.IndexOf('"');
        // A backslash escapes a quotation mark, unless no other one ends the text.
        while (length > 0 && rest[length - 1] == '\\' && rest[(length + 1)..].IndexOf('"') is >= 0 and var next && !IsEnd(rest[(length + 1)..]))
            length += next + 1;
        var text = length < 0 ? rest : rest[..length];
        rest = rest[Math.Min(rest.Length, text.Length + 1)..];
        return text.ToString().Replace("\\\"", "\"", StringComparison.Ordinal);
    }

    /// <summary>What follows a quotation mark is the next parameter.</summary>
    private static bool IsEnd(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return rest.StartsWith("; filename=", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("; name=", StringComparison.OrdinalIgnoreCase);
    }

    private static string Unescape(string name) => name
        .Replace("%22", "\"", StringComparison.OrdinalIgnoreCase)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of <c>filename*=UTF-8''na%C3%AFve</c>, which some programs send (RFC 5987).</summary>
    private static string? Decode(string text) => text.Split('\'', 3) is [_, _, var encoded] ? Uri.UnescapeDataString(encoded) : null;
}
