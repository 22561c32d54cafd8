using System;
using System.Globalization;

namespace SyncGen.Runtime;

/// <content>The constraints of numbers.</content>
public sealed partial class ViolationList
{
    /// <summary>The least value of a number.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    /// <param name="bound">The least value.</param>
    public void AtLeast<T>(T value, T bound)
        where T : IComparable<T>
    {
        if (value.CompareTo(bound) < 0)
            Add(CultureInfo.InvariantCulture, $"The number must be at least {bound}.");
    }

    /// <summary>The greatest value of a number.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    /// <param name="bound">The greatest value.</param>
    public void AtMost<T>(T value, T bound)
        where T : IComparable<T>
    {
        if (value.CompareTo(bound) > 0)
            Add(CultureInfo.InvariantCulture, $"The number must be at most {bound}.");
    }

    /// <summary>A number that must be greater than a bound.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public void Above<T>(T value, T bound)
        where T : IComparable<T>
    {
        if (value.CompareTo(bound) <= 0)
            Add(CultureInfo.InvariantCulture, $"The number must be greater than {bound}.");
    }

    /// <summary>A number that must be less than a bound.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public void Below<T>(T value, T bound)
        where T : IComparable<T>
    {
        if (value.CompareTo(bound) >= 0)
            Add(CultureInfo.InvariantCulture, $"The number must be less than {bound}.");
    }

    /// <summary>A number that must be a multiple of another.</summary>
    /// <param name="value">The number.</param>
    /// <param name="divisor">The other number.</param>
    public void MultipleOf(decimal value, decimal divisor)
    {
        if (value % divisor != 0)
            Add(CultureInfo.InvariantCulture, $"The number must be a multiple of {divisor}.");
    }

    /// <summary>A number that must be a multiple of another.</summary>
    /// <param name="value">The number.</param>
    /// <param name="divisor">The other number.</param>
    public void MultipleOf(double value, double divisor)
    {
        // What JSON writes as 0.3 is a multiple of 0.1, although the nearest binary numbers are not.
        var isMultiple = IsDecimal(value, out var number) && IsDecimal(divisor, out var factor) ? number % factor == 0 : double.IsInteger(value / divisor);
        if (!isMultiple)
            Add(CultureInfo.InvariantCulture, $"The number must be a multiple of {divisor}.");
    }

    /// <summary>A number that must be a multiple of another.</summary>
    /// <param name="value">The number.</param>
    /// <param name="divisor">The other number.</param>
    public void MultipleOf(float value, double divisor) =>
        // The number as JSON writes it, not the nearest binary one.
        MultipleOf(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), divisor);

    /// <summary>The number as JSON writes it, where a decimal can hold that.</summary>
    private static bool IsDecimal(double value, out decimal number) =>
        decimal.TryParse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && (double)number == value;
}
