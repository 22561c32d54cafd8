using System;

namespace SyncGen.Runtime.Json;

/// <summary>Reads dates and times from text as RFC 3339 defines it.</summary>
internal static class JsonDateText
{
    private const int DateLength = 10;
    private const int TimeLength = 8;
    private const int OffsetLength = 6;
    private const int TickDigits = 7;

    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-')
            return false;
        if (!TryReadNumber(text[..4], out var year) || !TryReadNumber(text[5..7], out var month) || !TryReadNumber(text[8..], out var day))
            return false;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    public static bool TryReadDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= DateLength + TimeLength || !TryReadDate(text[..DateLength], out var date))
            return false;
        // RFC 3339 allows lower case, and a space for the sake of readability.
        if (text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' '))
            return false;
        text = text[(DateLength + 1)..];
        if (!TryReadTime(ref text, out var ticks) || !TryReadOffset(text, out var minutes))
            return false;
        ticks += date.DayNumber * TimeSpan.TicksPerDay;
        var utcTicks = ticks - (minutes * TimeSpan.TicksPerMinute);
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        return true;
    }

    /// <summary>Reads hours to fraction, and leaves the rest.</summary>
    private static bool TryReadTime(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < TimeLength || text[2] != ':' || text[5] != ':')
            return false;
        if (!TryReadNumber(text[..2], out var hours) || !TryReadNumber(text[3..5], out var minutes) || !TryReadNumber(text[6..8], out var seconds))
            return false;
        // .NET has no leap seconds, which RFC 3339 writes as second 60.
        if (hours > 23 || minutes > 59 || seconds > 59)
            return false;
        ticks = (((hours * 60L) + minutes) * 60 + seconds) * TimeSpan.TicksPerSecond;
        text = text[TimeLength..];
        if (text.IsEmpty || text[0] != '.')
            return true;

        var digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits <= 0)
            return false;
        if (!TryReadNumber(text.Slice(1, Math.Min(digits, TickDigits)), out var fraction))
            return false;
        for (var digit = digits; digit < TickDigits; digit++)
            fraction *= 10;
        ticks += fraction;
        text = text[(1 + digits)..];
        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [(byte)'Z' or (byte)'z'])
            return true;
        if (text.Length != OffsetLength || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
            return false;
        if (!TryReadNumber(text[1..3], out var hours) || !TryReadNumber(text[4..], out var rest) || rest > 59)
            return false;
        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        // DateTimeOffset keeps no more than 14 hours; no place on Earth has more.
        return Math.Abs(minutes) <= 14 * 60;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
