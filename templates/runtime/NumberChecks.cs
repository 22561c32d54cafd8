namespace SyncGen.Runtime;

using System;
using System.Globalization;
using System.Text;
using SyncGen.Runtime.Json;

/// <summary>Checks numbers against the bounds of a contract.</summary>
public static class NumberChecks
{
    /// <summary>The least value of a number.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="bound">The least value.</param>
    public static void AtLeast<T>(this ViolationList at, T value, T bound)
        where T : IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(at);
        if (value.CompareTo(bound) < 0)
            at.Add(CultureInfo.InvariantCulture, $"The number must be at least {bound}.");
    }

    /// <summary>The least value of a number that may be null.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="bound">The least value.</param>
    public static void AtLeast<T>(this ViolationList at, T? value, T bound)
        where T : struct, IComparable<T>
    {
        if (value is { } number)
            at.AtLeast(number, bound);
    }

    /// <summary>The greatest value of a number.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="bound">The greatest value.</param>
    public static void AtMost<T>(this ViolationList at, T value, T bound)
        where T : IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(at);
        if (value.CompareTo(bound) > 0)
            at.Add(CultureInfo.InvariantCulture, $"The number must be at most {bound}.");
    }

    /// <summary>The greatest value of a number that may be null.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="bound">The greatest value.</param>
    public static void AtMost<T>(this ViolationList at, T? value, T bound)
        where T : struct, IComparable<T>
    {
        if (value is { } number)
            at.AtMost(number, bound);
    }

    /// <summary>A number that must be greater than a bound.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public static void Above<T>(this ViolationList at, T value, T bound)
        where T : IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(at);
        if (value.CompareTo(bound) <= 0)
            at.Add(CultureInfo.InvariantCulture, $"The number must be greater than {bound}.");
    }

    /// <summary>A number that may be null, and else must be greater than a bound.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="bound">The bound.</param>
    public static void Above<T>(this ViolationList at, T? value, T bound)
        where T : struct, IComparable<T>
    {
        if (value is { } number)
            at.Above(number, bound);
    }

    /// <summary>A number that must be less than a bound.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public static void Below<T>(this ViolationList at, T value, T bound)
        where T : IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(at);
        if (value.CompareTo(bound) >= 0)
            at.Add(CultureInfo.InvariantCulture, $"The number must be less than {bound}.");
    }

    /// <summary>A number that may be null, and else must be less than a bound.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="bound">The bound.</param>
    public static void Below<T>(this ViolationList at, T? value, T bound)
        where T : struct, IComparable<T>
    {
        if (value is { } number)
            at.Below(number, bound);
    }

    /// <summary>A number that must be a multiple of another.</summary>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="divisor">The other number.</param>
    public static void MultipleOf(this ViolationList at, decimal value, decimal divisor)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (value % divisor != 0)
            at.Add(CultureInfo.InvariantCulture, $"The number must be a multiple of {divisor}.");
    }

    /// <summary>A number that must be a multiple of another.</summary>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="divisor">The other number.</param>
    public static void MultipleOf(this ViolationList at, double value, double divisor)
    {
        ArgumentNullException.ThrowIfNull(at);
        // What JSON writes as 0.3 is a multiple of 0.1, although the nearest binary numbers are not.
        var isMultiple = IsDecimal(value, out var number) && IsDecimal(divisor, out var factor) ? number % factor == 0 : JsonNumberText.IsMultiple(TextOf(value), TextOf(divisor)) is not false;
        if (!isMultiple)
            at.Add(CultureInfo.InvariantCulture, $"The number must be a multiple of {divisor}.");
    }

    /// <summary>A number that must be a multiple of another.</summary>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="divisor">The other number.</param>
    public static void MultipleOf(this ViolationList at, float value, double divisor) =>
        // The number as JSON writes it, not the nearest binary one.
        at.MultipleOf(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), divisor);

    /// <summary>A number that may be null, and else must be a multiple of another.</summary>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="divisor">The other number.</param>
    public static void MultipleOf(this ViolationList at, decimal? value, decimal divisor)
    {
        if (value is { } number)
            at.MultipleOf(number, divisor);
    }

    /// <summary>A number that may be null, and else must be a multiple of another.</summary>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="divisor">The other number.</param>
    public static void MultipleOf(this ViolationList at, double? value, double divisor)
    {
        if (value is { } number)
            at.MultipleOf(number, divisor);
    }

    /// <summary>A number that may be null, and else must be a multiple of another.</summary>
    /// <param name="at">Where the number stands.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="divisor">The other number.</param>
    public static void MultipleOf(this ViolationList at, float? value, double divisor)
    {
        if (value is { } number)
            at.MultipleOf(number, divisor);
    }

    private static byte[] TextOf(double number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number as JSON writes it, where a decimal can hold that.</summary>
    private static bool IsDecimal(double value, out decimal number) =>
        decimal.TryParse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && (double)number == value;
}
