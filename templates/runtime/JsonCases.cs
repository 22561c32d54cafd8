using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace SyncGen.Runtime.Json;

/// <summary>Kinds of JSON values, as bits.</summary>
[Flags]
public enum JsonKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>Null.</summary>
    Null = 1,

    /// <summary>True or false.</summary>
    Boolean = 2,

    /// <summary>A number.</summary>
    Number = 4,

    /// <summary>A string.</summary>
    String = 8,

    /// <summary>An array.</summary>
    Array = 16,

    /// <summary>An object.</summary>
    Object = 32,

    /// <summary>Any value.</summary>
    Any = 63,
}

/// <summary>
/// Tells which of several kinds of object a value is: the one whose required members are all there, whose members have values of the
/// right kind, that loses no member which another one declares, and that knows the most of them. Of equals the first.
/// </summary>
/// <param name="cases">The kinds of object, in the contract's order.</param>
public sealed class JsonCases(params JsonCase[] cases)
{
    /// <summary>Finds the case of an object. Costs one pass over its members.</summary>
    /// <param name="reader">The reader, on the object.</param>
    /// <returns>The position of the case, or -1 when none fits.</returns>
    public int Find(Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        // The bits of the members seen, for each case; a case that is out has none left to see.
        Span<ulong> seen = cases.Length <= 64 ? stackalloc ulong[cases.Length] : new ulong[cases.Length];
        Span<bool> isOut = cases.Length <= 64 ? stackalloc bool[cases.Length] : new bool[cases.Length];
        seen.Clear();
        isOut.Clear();
        while (JsonRead.NextName(ref reader, out var name))
        {
            var value = reader;
            JsonRead.Value(ref value);
            var isDeclared = IsDeclared(name);
            for (var index = 0; index < cases.Length; index++)
            {
                if (!isOut[index] && !cases[index].Accepts(name, isDeclared, ref value, ref seen[index]))
                    isOut[index] = true;
            }

            JsonRead.SkipValue(ref reader);
        }

        return Best(seen, isOut);
    }

    private bool IsDeclared(scoped ReadOnlySpan<byte> name)
    {
        foreach (var @case in cases)
        {
            if (@case.Declares(name))
                return true;
        }

        return false;
    }

    private int Best(ReadOnlySpan<ulong> seen, ReadOnlySpan<bool> isOut)
    {
        var best = -1;
        var most = -1;
        for (var index = 0; index < cases.Length; index++)
        {
            if (isOut[index] || !cases[index].IsComplete(seen[index]))
                continue;
            var count = System.Numerics.BitOperations.PopCount(seen[index]);
            if (count > most)
                (best, most) = (index, count);
        }

        return best;
    }
}

/// <summary>What tells one kind of object from others. Of its members 64 count.</summary>
public sealed class JsonCase
{
    private readonly List<Member> _members = [];
    private ulong _required;
    private JsonKinds _kept;

    /// <summary>A member that must be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kinds">The kinds of value it can have.</param>
    /// <param name="values">The strings it can have; none for any.</param>
    /// <returns>The same object.</returns>
    public JsonCase Needs(string name, JsonKinds kinds, params ReadOnlySpan<string> values)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_members.Count, 64, nameof(name));
        _required |= 1UL << _members.Count;
        return Allows(name, kinds, values);
    }

    /// <summary>A member that may be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kinds">The kinds of value it can have.</param>
    /// <param name="values">The strings it can have; none for any.</param>
    /// <returns>The same object.</returns>
    public JsonCase Allows(string name, JsonKinds kinds, params ReadOnlySpan<string> values)
    {
        _members.Add(new Member(Encoding.UTF8.GetBytes(name), kinds, values.ToArray()));
        return this;
    }

    /// <summary>Any other member is kept, too.</summary>
    /// <param name="kinds">The kinds of value it can have.</param>
    /// <returns>The same object.</returns>
    public JsonCase Keeps(JsonKinds kinds)
    {
        _kept = kinds;
        return this;
    }

    internal bool IsComplete(ulong seen) => (seen & _required) == _required;

    internal bool Declares(scoped ReadOnlySpan<byte> name) => Find(name) >= 0;

    /// <param name="name">The name of a member.</param>
    /// <param name="isDeclared">This case declares it or another one does.</param>
    /// <param name="value">The reader, on the member's value.</param>
    /// <param name="seen">The bits of the members seen.</param>
    internal bool Accepts(scoped ReadOnlySpan<byte> name, bool isDeclared, ref Utf8JsonReader value, ref ulong seen)
    {
        var index = Find(name);
        if (index < 0)
            return _kept == JsonKinds.None ? !isDeclared : (_kept & KindOf(value.TokenType)) != 0;
        if (index < 64)
            seen |= 1UL << index;
        return _members[index].Accepts(ref value);
    }

    private int Find(scoped ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < _members.Count; index++)
        {
            if (name.SequenceEqual(_members[index].Name))
                return index;
        }

        return -1;
    }

    private static JsonKinds KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Null => JsonKinds.Null,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.StartArray => JsonKinds.Array,
        _ => JsonKinds.Object,
    };

    private sealed record Member(byte[] Name, JsonKinds Kinds, string[] Values)
    {
        public bool Accepts(ref Utf8JsonReader value)
        {
            if ((Kinds & KindOf(value.TokenType)) == 0)
                return false;
            if (Values.Length == 0 || value.TokenType != JsonTokenType.String)
                return true;
            foreach (var text in Values)
            {
                if (value.ValueTextEquals(text))
                    return true;
            }

            return false;
        }
    }
}
