using System.Collections;

namespace SyncGen.Modeling;

/// <summary>A list that equals another with equal items, for records that are compared.</summary>
internal readonly struct Sequence<T>(ImmutableArray<T> items) : IEquatable<Sequence<T>>, IEnumerable<T>
{
    private readonly ImmutableArray<T> _items = items;

    public bool Equals(Sequence<T> other) => _items.SequenceEqual(other._items);

    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    public override int GetHashCode() => _items.Length;

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
