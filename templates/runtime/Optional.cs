namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

/// <summary>A property that may be absent; when present, it may be null if <typeparamref name="T"/> allows it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Makes a property that is present.</summary>
    /// <param name="value">Its value.</param>
    public Optional(T value)
    {
        _value = value;
        IsPresent = true;
    }

    /// <summary>Whether the property is present.</summary>
    public bool IsPresent { get; }

    /// <summary>The value of a property that is present.</summary>
    /// <exception cref="InvalidOperationException">The property is absent.</exception>
    public T Value => IsPresent ? _value : throw new InvalidOperationException("The property is absent.");

    /// <summary>The value, or the type's default where the property is absent.</summary>
    /// <returns>The value.</returns>
    public T? GetValueOrDefault() => _value;

    /// <summary>The value, or another one where the property is absent.</summary>
    /// <param name="absent">The value to return where the property is absent.</param>
    /// <returns>The value.</returns>
    public T GetValueOrDefault(T absent) => IsPresent ? _value : absent;

    /// <summary>Gets the value of a property that is present.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether the property is present.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsPresent;
    }

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) =>
        IsPresent == other.IsPresent && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsPresent ? HashCode.Combine(_value) : -1;

    /// <summary>The value's text; empty where the property is absent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsPresent ? _value?.ToString() ?? "null" : "";

    /// <summary>Makes a property that is present.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent or both have equal values.</summary>
    /// <param name="left">A property.</param>
    /// <param name="right">Another property.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">A property.</param>
    /// <param name="right">Another property.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
