namespace SyncGen.Runtime;

using System;

/// <summary>A value that is one of the cases of a union. Two are equal when they are the same case of equal values.</summary>
public abstract class UnionValue : IEquatable<UnionValue>
{
    /// <summary>What the case holds.</summary>
    protected abstract object? CaseValue { get; }

    /// <summary>Whether two values are equal.</summary>
    /// <param name="left">A value, or null.</param>
    /// <param name="right">Another value, or null.</param>
    public static bool operator ==(UnionValue? left, UnionValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">A value, or null.</param>
    /// <param name="right">Another value, or null.</param>
    public static bool operator !=(UnionValue? left, UnionValue? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(UnionValue? other) => other is not null && other.GetType() == GetType() && Equals(CaseValue, other.CaseValue);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UnionValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetType(), CaseValue);

    /// <summary>The name of the case and what it holds.</summary>
    /// <returns>For example <c>CatCase { Value = ... }</c>.</returns>
    public override string ToString() => $"{GetType().Name} {{ Value = {CaseValue} }}";
}
