namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SyncGen.Runtime.Json;

/// <summary>Checks what the items of a list have to do with each other.</summary>
public static class ListChecks
{
    /// <summary>No item appears twice.</summary>
    /// <typeparam name="T">The type of an item, whose equality is that of JSON.</typeparam>
    /// <param name="at">Where the list stands.</param>
    /// <param name="items">The items.</param>
    public static void Unique<T>(this ViolationList at, IReadOnlyList<T>? items)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (items is not null && HasEqualItems(items))
            at.Add("No item may appear twice.");
    }

    /// <summary>No item appears twice, compared by what JSON says of it.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <typeparam name="TCodec">The codec of an item.</typeparam>
    /// <param name="at">Where the list stands.</param>
    /// <param name="items">The items.</param>
    public static void Unique<T, TCodec>(this ViolationList at, IReadOnlyList<T>? items)
        where TCodec : struct, IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(at);
        if (items is null)
            return;
        var format = JsonFormat<T>.Of<TCodec>();
        if (items.Select(item => JsonCanonical.Of(format.ToUtf8(item))).Distinct(StringComparer.Ordinal).Count() != items.Count)
            at.Add("No item may appear twice.");
    }

    /// <summary>The number of items that are what a list must contain.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="at">Where the list stands.</param>
    /// <param name="items">The items.</param>
    /// <param name="check">Finds nothing wrong with those that count.</param>
    /// <param name="minimum">The least number of them.</param>
    /// <param name="maximum">The greatest number of them.</param>
    public static void Contains<T>(this ViolationList at, IReadOnlyList<T>? items, Action<T, ViolationList> check, int minimum = 0, int maximum = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (items is null)
            return;
        var count = items.Count(item => item is not null && at.Fits(item, check));
        if (count < minimum)
            at.Add(CultureInfo.InvariantCulture, $"The list must contain at least {minimum} of the items that the contract asks for.");
        else if (count > maximum)
            at.Add(CultureInfo.InvariantCulture, $"The list must contain at most {maximum} of the items that the contract asks for.");
    }

    private static bool HasEqualItems<T>(IReadOnlyList<T> items)
    {
        if (!IsSortable<T>())
            return items.Distinct().Count() != items.Count;
        // Whoever sends numbers can choose those whose hash codes are equal; there are none that sort slowly.
        var sorted = items.ToArray();
        Array.Sort(sorted);
        for (var index = 1; index < sorted.Length; index++)
        {
            if (Comparer<T>.Default.Compare(sorted[index - 1], sorted[index]) == 0)
                return true;
        }

        return false;
    }

    /// <summary>The hash codes of strings are different in every process.</summary>
    private static bool IsSortable<T>() =>
        typeof(T) != typeof(string) && typeof(IComparable).IsAssignableFrom(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
}
