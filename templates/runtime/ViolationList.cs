namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using SyncGen.Runtime.Json;

/// <summary>Collects what a value breaks of its contract, with the path of each place. <see cref="NumberChecks"/> has the checks of numbers, <see cref="ListChecks"/> those of lists, <see cref="ListedChecks"/> those of listed values.</summary>
public sealed class ViolationList
{
    private readonly List<(string? Name, int Index)> _path = [];
    private readonly int _limit;
    private readonly PatternBudget _patterns;
    private string? _member;
    private List<Violation>? _found;

    internal ViolationList(int limit = int.MaxValue, PatternBudget? patterns = null)
    {
        _limit = limit;
        _patterns = patterns ?? new PatternBudget();
    }

    /// <summary>Checks a value by its own constraints.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Every violation, in the contract's order.</returns>
    public static IReadOnlyList<Violation> Of(IValidatedPart value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var violations = new ViolationList();
        value.Validate(violations);
        return violations._found ?? [];
    }

    /// <summary>Checks a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="check">The check.</param>
    /// <returns>Every violation, in the contract's order.</returns>
    public static IReadOnlyList<Violation> Of<T>(T value, Action<T, ViolationList> check) => Of(value, check, int.MaxValue, new PatternBudget());

    /// <summary>Checks a value until so many violations are found.</summary>
    internal static IReadOnlyList<Violation> Of<T>(T value, Action<T, ViolationList> check, int limit, PatternBudget patterns)
    {
        ArgumentNullException.ThrowIfNull(check);
        var violations = new ViolationList(limit, patterns);
        check(value, violations);
        return violations._found ?? [];
    }

    /// <summary>How many properties are there.</summary>
    /// <param name="values">Their values, null where they are absent.</param>
    /// <returns>The number of those that are not null.</returns>
    public static int Given(ReadOnlySpan<object?> values)
    {
        var count = 0;
        foreach (var value in values)
            count += value is null ? 0 : 1;
        return count;
    }

    /// <summary>Says which property of the value is checked next.</summary>
    /// <param name="member">Its name.</param>
    /// <returns>The list, which stands at the property.</returns>
    public ViolationList At(string member)
    {
        _member = member;
        return this;
    }

    /// <summary>Says that the value itself is checked next, after properties of it.</summary>
    /// <returns>The list, which stands at the value.</returns>
    public ViolationList AtItself()
    {
        _member = null;
        return this;
    }

    /// <summary>Checks a value by its own constraints, unless it is null.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    public void Part<T>(T? value)
        where T : class, IValidatedPart
    {
        if (value is null)
            return;
        var member = Enter();
        value.Validate(this);
        Leave(member);
    }

    /// <summary>Checks the items of a list that are not null by their own constraints.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items.</param>
    public void Items<T>(IReadOnlyList<T>? items)
        where T : class?, IValidatedPart? => Items(items, static (item, at) => item!.Validate(at));

    /// <summary>Checks the items of a list that are not null.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="check">The check.</param>
    public void Items<T>(IReadOnlyList<T>? items, Action<T, ViolationList> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (items is null)
            return;
        var member = Enter();
        for (var index = 0; index < items.Count && !IsFull; index++)
        {
            if (items[index] is { } item)
                Check(null, index, item, check);
        }

        Leave(member);
    }

    /// <summary>Checks the values of a map that are not null by their own constraints.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">The values by name.</param>
    public void Values<T>(IReadOnlyDictionary<string, T>? values)
        where T : class?, IValidatedPart? => Values(values, static (value, at) => value!.Validate(at));

    /// <summary>Checks the values of a map that are not null.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">The values by name.</param>
    /// <param name="check">The check.</param>
    public void Values<T>(IReadOnlyDictionary<string, T>? values, Action<T, ViolationList> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (values is null)
            return;
        var member = Enter();
        foreach (var (name, value) in values)
        {
            if (IsFull)
                break;
            if (value is not null)
                Check(name, -1, value, check);
        }

        Leave(member);
    }

    /// <summary>The properties of a map whose names a pattern finds a match in, or cannot be compared with it in time.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">The values by name.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>A copy.</returns>
    public IReadOnlyDictionary<string, T>? Matching<T>(IReadOnlyDictionary<string, T>? values, Regex pattern) =>
        values?.Where(member => _patterns.IsMatch(member.Key, pattern) is not false).ToDictionary(StringComparer.Ordinal);

    /// <summary>Names that a pattern must find a match in.</summary>
    /// <param name="names">The names.</param>
    /// <param name="pattern">The pattern.</param>
    public void Names(IEnumerable<string>? names, Regex pattern)
    {
        if (names is null)
            return;
        var member = Enter();
        foreach (var name in names.TakeWhile(_ => !IsFull))
            Check(name, -1, name, (text, at) => at.Pattern(text, pattern, "name"));
        Leave(member);
    }

    /// <summary>The length of a text, in Unicode code points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="minimum">The least length.</param>
    /// <param name="maximum">The greatest length.</param>
    public void Length(string? text, int minimum = 0, int maximum = int.MaxValue)
    {
        // As many UTF-16 units bound the code points from above, half of them from below.
        if (text is null || (text.Length <= maximum && text.Length / 2 >= minimum))
            return;
        var length = text.EnumerateRunes().Count();
        if (length < minimum)
            Add(CultureInfo.InvariantCulture, $"The text must have at least {minimum} {(minimum == 1 ? "character" : "characters")}.");
        else if (length > maximum)
            Add(CultureInfo.InvariantCulture, $"The text must have at most {maximum} {(maximum == 1 ? "character" : "characters")}.");
    }

    /// <summary>The lengths of texts that are not null, in Unicode code points.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="minimum">The least length.</param>
    /// <param name="maximum">The greatest length.</param>
    public void Lengths(IReadOnlyList<string?>? texts, int minimum = 0, int maximum = int.MaxValue) =>
        Items(texts, (text, at) => at.Length(text, minimum, maximum));

    /// <summary>The number of items or properties.</summary>
    /// <param name="count">The number.</param>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    public void Count(int? count, int minimum = 0, int maximum = int.MaxValue)
    {
        if (count < minimum)
            Add(CultureInfo.InvariantCulture, $"There must be at least {minimum} of them.");
        else if (count > maximum)
            Add(CultureInfo.InvariantCulture, $"There must be at most {maximum} of them.");
    }

    /// <summary>The number of a free-form object's properties.</summary>
    /// <param name="value">The object.</param>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    public void Members(JsonElement? value, int minimum = 0, int maximum = int.MaxValue)
    {
        if (value is not { } element)
            return;
        if (element.ValueKind == JsonValueKind.Object)
#if NET9_0_OR_GREATER
            Count(element.GetPropertyCount(), minimum, maximum);
#else
            Count(element.EnumerateObject().Count(), minimum, maximum);
#endif
        else
            Add("The value must be an object.");
    }

    /// <summary>A text that a pattern must find a match in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    public void Pattern(string? text, Regex pattern) => Pattern(text, pattern, "text");

    /// <summary>A value that the contract lists.</summary>
    /// <param name="isListed">It does.</param>
    public void Listed(bool isListed)
    {
        if (!isListed)
            Add("The value is not one that the contract lists.");
    }

    /// <summary>A value that is none of those that a contract allows in one place.</summary>
    public void Unmatched() => Add("The value is none of those that the contract allows here.");

    /// <summary>So many violations were found that no more are looked for.</summary>
    private bool IsFull => _found?.Count >= _limit;

    /// <summary>Gives what was found, and forgets it.</summary>
    internal IReadOnlyList<Violation> Take()
    {
        var found = _found;
        _found = null;
        return found ?? [];
    }

    /// <summary>A value breaks nothing where the list stands.</summary>
    internal bool Fits<T>(T value, Action<T, ViolationList> check) => Of(value, check, 1, _patterns).Count == 0;

    internal void Add(IFormatProvider culture, FormattableString message) => Add(message.ToString(culture));

    internal void Add(string message)
    {
        if (IsFull)
            return;
        var member = Enter();
        (_found ??= []).Add(new Violation(JsonPathText.Of(_path), message));
        Leave(member);
    }

    private void Pattern(string? text, Regex pattern, string what)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (text is null)
            return;
        if (_patterns.IsMatch(text, pattern) is not { } isMatch)
            Add(CultureInfo.InvariantCulture, $"The {what} takes too long to compare with the pattern {pattern}.");
        else if (!isMatch)
            Add(CultureInfo.InvariantCulture, $"The {what} must match the pattern {pattern}.");
    }

    private void Check<T>(string? name, int index, T value, Action<T, ViolationList> check)
    {
        _path.Add((name, index));
        check(value, this);
        _member = null;
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Goes into the property that is checked.</summary>
    /// <returns>Its name; null where the value itself is checked.</returns>
    private string? Enter()
    {
        var member = _member;
        if (member is not null)
            _path.Add((member, -1));
        _member = null;
        return member;
    }

    private void Leave(string? member)
    {
        if (member is not null)
            _path.RemoveAt(_path.Count - 1);
        _member = member;
    }
}
