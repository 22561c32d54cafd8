namespace SyncGen.Runtime.Json;

using System;

/// <summary>Reads dates and times from text as RFC 3339 defines it.</summary>
internal static class JsonDateText
{
    public const int DateLength = 10;

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

    /// <summary>Reads what RFC 3339 calls a date-time.</summary>
    public static bool TryReadDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        return TryReadClock(ref text, out var ticks, out var isLeap) && TryReadOffset(text, out var minutes) && TryCombine(ticks, minutes, isLeap, out value);
    }

    /// <summary>Reads a date-time whose offset may lack the colon or the minutes; without an offset it is UTC.</summary>
    public static bool TryReadLenientDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        return TryReadClock(ref text, out var ticks, out var isLeap) && TryReadLenientOffset(text, out var minutes) && TryCombine(ticks, minutes, isLeap, out value);
    }

    /// <summary>Reads a time of day in UTC. Minus nought is an unknown offset (RFC 3339, 4.3), which is read as UTC like everywhere.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, bool needsOffset, out TimeOnly time)
    {
        time = default;
        if (text.Length < TimeLength || !TryReadTime(ref text, out var ticks, out var isLeap) || isLeap)
            return false;
        if ((needsOffset || !text.IsEmpty) && !(TryReadOffset(text, out var minutes) && minutes == 0))
            return false;
        time = new TimeOnly(ticks);
        return true;
    }

    /// <summary>Reads date and time, and leaves the offset.</summary>
    private static bool TryReadClock(ref ReadOnlySpan<byte> text, out long ticks, out bool isLeap)
    {
        (ticks, isLeap) = (0, false);
        if (text.Length < DateLength + 1 + TimeLength || !TryReadDate(text[..DateLength], out var date))
            return false;
        // RFC 3339 allows lower case, and a space for the sake of readability.
        if (text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' '))
            return false;
        text = text[(DateLength + 1)..];
        if (!TryReadTime(ref text, out ticks, out isLeap))
            return false;
        ticks += date.DayNumber * TimeSpan.TicksPerDay;
        return true;
    }

    private static bool TryCombine(long ticks, int minutes, bool isLeap, out DateTimeOffset value)
    {
        value = default;
        var utcTicks = ticks - (minutes * TimeSpan.TicksPerMinute);
        if (Math.Min(ticks, utcTicks) < DateTime.MinValue.Ticks || Math.Max(ticks, utcTicks) > DateTime.MaxValue.Ticks)
            return false;
        // .NET has no leap seconds. The last one of a day in UTC reads as the first of the next day; there are no others.
        if (isLeap && utcTicks % TimeSpan.TicksPerDay >= TimeSpan.TicksPerSecond)
            return false;
        value = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        return true;
    }

    /// <summary>Reads hours to fraction, and leaves the rest.</summary>
    private static bool TryReadTime(ref ReadOnlySpan<byte> text, out long ticks, out bool isLeap)
    {
        (ticks, isLeap) = (0, false);
        if (text[2] != ':' || text[5] != ':')
            return false;
        if (!TryReadNumber(text[..2], out var hours) || !TryReadNumber(text[3..5], out var minutes) || !TryReadNumber(text[6..8], out var seconds))
            return false;
        if (hours > 23 || minutes > 59 || seconds > 60)
            return false;
        isLeap = seconds == 60;
        ticks = (((hours * 60L) + minutes) * 60 + seconds) * TimeSpan.TicksPerSecond;
        text = text[TimeLength..];
        if (text.IsEmpty || text[0] != '.')
            return true;

        var digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = text.Length - 1;
        if (digits == 0)
            return false;
        if (!TryReadNumber(text.Slice(1, Math.Min(digits, TickDigits)), out var fraction))
            return false;
        for (var digit = digits; digit < TickDigits; digit++)
            fraction *= 10;
        ticks += fraction;
        text = text[(1 + digits)..];
        return true;
    }

    private static bool TryReadLenientOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        return text switch
        {
            [] => true,
            [var sign, var hour, var unit] => TryReadOffset([sign, hour, unit, (byte)':', (byte)'0', (byte)'0'], out minutes),
            [var sign, var hour, var unit, var ten, var one] => TryReadOffset([sign, hour, unit, (byte)':', ten, one], out minutes),
            _ => TryReadOffset(text, out minutes),
        };
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
