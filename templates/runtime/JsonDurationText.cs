namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text;

/// <summary>Reads and writes durations as ISO 8601 has them, as far as they have a fixed length.</summary>
internal static class JsonDurationText
{
    private const int TickDigits = 7;

    /// <summary>Reads weeks alone, or days, hours, minutes and seconds in this order; the seconds may have a fraction.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        if (text is not [(byte)'P', .. var rest])
            return false;
        if (rest is [.., (byte)'W'])
            return TryTake(ref rest, 'W', 7 * TimeSpan.TicksPerDay, out var weeks) && rest.IsEmpty && TryMake(weeks, out value);
        var hasDays = TryTake(ref rest, 'D', TimeSpan.TicksPerDay, out var ticks);
        if (rest.IsEmpty)
            return hasDays && TryMake(ticks, out value);
        if (rest is not [(byte)'T', .. var clock] || clock.IsEmpty)
            return false;
        foreach (var (unit, length) in ((char, long)[])[('H', TimeSpan.TicksPerHour), ('M', TimeSpan.TicksPerMinute), ('S', TimeSpan.TicksPerSecond)])
        {
            if (TryTake(ref clock, unit, length, out var part))
                ticks += part;
        }

        return clock.IsEmpty && TryMake(ticks, out value);
    }

    /// <summary>The text of a duration. No unit between two others is left out, as RFC 3339 has it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public static string Of(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        var text = new StringBuilder("P");
        if (value.Days > 0)
            text.Append(CultureInfo.InvariantCulture, $"{value.Days}D");
        var fraction = value.Ticks % TimeSpan.TicksPerSecond;
        var hasSeconds = value.Seconds > 0 || fraction > 0 || value == TimeSpan.Zero;
        if (value.Hours > 0 || value.Minutes > 0 || hasSeconds)
            text.Append('T');
        if (value.Hours > 0)
            text.Append(CultureInfo.InvariantCulture, $"{value.Hours}H");
        if (value.Minutes > 0 || (value.Hours > 0 && hasSeconds))
            text.Append(CultureInfo.InvariantCulture, $"{value.Minutes}M");
        if (hasSeconds)
            text.Append(CultureInfo.InvariantCulture, $"{value.Seconds}{(fraction == 0 ? "" : "." + fraction.ToString("D7", CultureInfo.InvariantCulture).TrimEnd('0'))}S");
        return text.ToString();
    }

    /// <summary>Takes a number and its unit from the beginning.</summary>
    private static bool TryTake(ref ReadOnlySpan<byte> text, char unit, Int128 length, out Int128 ticks)
    {
        ticks = 0;
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        // No duration that a TimeSpan holds has more digits.
        if (digits is <= 0 or > 18)
            return false;
        var whole = long.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        var behind = text[digits..];
        var fraction = 0L;
        if (unit == 'S' && behind is [(byte)'.', .. var tail] && tail.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is > 0 and var decimals)
        {
            for (var digit = 0; digit < TickDigits; digit++)
                fraction = (fraction * 10) + (digit < decimals ? tail[digit] - '0' : 0);
            behind = tail[decimals..];
        }

        if (behind.IsEmpty || behind[0] != unit)
            return false;
        text = behind[1..];
        ticks = (whole * length) + fraction;
        return true;
    }

    private static bool TryMake(Int128 ticks, out TimeSpan value)
    {
        value = ticks <= TimeSpan.MaxValue.Ticks ? new TimeSpan((long)ticks) : default;
        return ticks <= TimeSpan.MaxValue.Ticks;
    }
}
