namespace SyncGen.Runtime;

using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

/// <summary>Compares texts with the formats of JSON Schema that C# has no type for.</summary>
public static class TextChecks
{
    private const int LongestHost = 253;
    private const int LongestLabel = 63;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex PointerPattern = new(@"\A(?:/(?:[^~/]|~[01])*)*\z", Options);
    private static readonly Regex RelativePointerPattern = new(@"\A(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~[01])*)*)\z", Options);
    private static readonly Regex DurationPattern = new(@"\AP(?:[0-9]+W|(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)\z", Options);
    private static readonly Regex TimePattern = new(@"\A(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.[0-9]+)?(?:[Zz]|(?<sign>[+-])(?<offsetHour>[0-9]{2}):(?<offsetMinute>[0-9]{2}))\z", Options);
    private static readonly Regex LocalPattern = new(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", Options);
    private static readonly Regex QuotedPattern = new("\\A\"(?:[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E])*\"\\z", Options);

    /// <summary>A text that must have a format.</summary>
    /// <param name="at">Where the text stands.</param>
    /// <param name="text">The text.</param>
    /// <param name="format">The name of the format.</param>
    public static void Format(this ViolationList at, string? text, string format)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (text is not null && !IsOf(text, format))
            at.Add(CultureInfo.InvariantCulture, $"The text must have the format '{format}'.");
    }

    private static bool IsOf(string text, string format) => format switch
    {
        "email" => IsEmail(text),
        "hostname" => IsHost(text),
        "ipv4" => IsIPv4(text),
        "ipv6" => IsIPv6(text),
        "json-pointer" => PointerPattern.IsMatch(text),
        "relative-json-pointer" => RelativePointerPattern.IsMatch(text),
        "regex" => IsRegex(text),
        "time" => IsTime(text),
        "duration" => text != "P" && DurationPattern.IsMatch(text),
        _ => true,
    };

    private static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0)
            return false;
        var host = text[(at + 1)..];
        return (LocalPattern.IsMatch(text[..at]) || QuotedPattern.IsMatch(text[..at]))
            && (host is ['[', .., ']'] ? IsAddress(host[1..^1]) : IsHost(host));
    }

    private static bool IsAddress(string text) => text.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? IsIPv6(text[5..]) : IsIPv4(text);

    private static bool IsHost(string text) => text.Length is > 0 and <= LongestHost && text.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private static bool IsIPv4(string text) =>
        text.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0') && int.Parse(part, CultureInfo.InvariantCulture) <= 255);

    private static bool IsIPv6(string text)
    {
        // The last two groups may be an address of version 4.
        var last = text.LastIndexOf(':') + 1;
        if (text.Contains('.', StringComparison.Ordinal))
        {
            if (last == 0 || !IsIPv4(text[last..]))
                return false;
            text = text[..last] + "0:0";
        }

        var halves = text.Split("::");
        var groups = halves.Where(half => half.Length > 0).SelectMany(half => half.Split(':')).ToArray();
        return Array.TrueForAll(groups, IsGroup) && (halves.Length == 1 ? groups.Length == 8 : halves.Length == 2 && groups.Length < 8);
    }

    private static bool IsGroup(string group) => group.Length is > 0 and <= 4 && group.All(char.IsAsciiHexDigit);

    private static bool IsRegex(string text)
    {
        try
        {
            return !text.Contains(@"\Z", StringComparison.Ordinal) && !text.Contains(@"\a", StringComparison.Ordinal) && new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1)) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsTime(string text)
    {
        var match = TimePattern.Match(text);
        if (!match.Success)
            return false;
        int Of(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        var offset = match.Groups["sign"].Success ? (match.Groups["sign"].Value == "-" ? -1 : 1) * ((Of("offsetHour") * 60) + Of("offsetMinute")) : 0;
        if (match.Groups["sign"].Success && (Of("offsetHour") > 23 || Of("offsetMinute") > 59))
            return false;
        if (Of("hour") > 23 || Of("minute") > 59 || Of("second") > 60)
            return false;
        // A leap second is the last one of a day in UTC.
        return Of("second") < 60 || (((Of("hour") * 60) + Of("minute") - offset + 1440) % 1440) == 1439;
    }
}
