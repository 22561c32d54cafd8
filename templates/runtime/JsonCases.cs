namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;

/// <summary>
/// Tells which of several kinds of object a value is: the one whose required properties are all there, whose properties have values of the
/// right kind, that loses no property which another one declares, and that knows the most of them. Of equals the first. Of an object that is several at once by
/// their discriminators the closest.
/// </summary>
/// <param name="cases">The kinds of object, in the contract's order.</param>
public sealed class JsonCases(params JsonCase[] cases)
{
    private readonly bool _forgives = cases.Any(@case => @case.Forgives);
    private readonly bool _areTold = cases.Any(@case => @case.IsTold);

    /// <summary>Finds the case of an object. Costs one pass over its properties, and a second one where reading forgives and nothing fits.</summary>
    /// <param name="reader">The reader, on the object.</param>
    /// <returns>The position of the case, or -1 when none fits.</returns>
    public int Find(Utf8JsonReader reader)
    {
        var found = Find(reader, forgives: false);
        if (found < 0 && _forgives)
            found = Find(reader, forgives: true);
        return found < 0 && _areTold ? Find(reader, forgives: false, areTold: true) : found;
    }

    /// <summary>Finds the case that all objects of a list are. Items that are null tell nothing.</summary>
    /// <param name="reader">The reader, on the list.</param>
    /// <returns>The position of the case, or -1 when none fits or an item is no object.</returns>
    public int FindOfItems(Utf8JsonReader reader)
    {
        var found = FindOfItems(reader, forgives: false);
        return found < 0 && _forgives ? FindOfItems(reader, forgives: true) : found;
    }

    /// <param name="reader">The reader, on the object.</param>
    /// <param name="forgives">What reading forgives fits, too.</param>
    /// <param name="areTold">Only cases that a property's value tells, which may lose what another one declares: of a value that is two of them at once the closest.</param>
    private int Find(Utf8JsonReader reader, bool forgives, bool areTold = false)
    {
        Span<int> known = cases.Length <= 64 ? stackalloc int[cases.Length] : new int[cases.Length];
        for (var index = 0; index < cases.Length; index++)
            known[index] = areTold && !cases[index].IsTold ? -1 : 0;
        Look(ref reader, forgives, known, areTold);
        return Best(known);
    }

    private int FindOfItems(Utf8JsonReader reader, bool forgives)
    {
        Span<int> known = cases.Length <= 64 ? stackalloc int[cases.Length] : new int[cases.Length];
        known.Clear();
        while (JsonRead.NextItem(ref reader) && known.ContainsAnyExcept(-1))
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                Look(ref reader, forgives, known);
            else if (reader.TokenType != JsonTokenType.Null)
                return -1;
        }

        return Best(known);
    }

    /// <summary>Passes over an object.</summary>
    /// <param name="reader">The reader, on the object; it is moved to its end.</param>
    /// <param name="forgives">What reading forgives fits, too.</param>
    /// <param name="known">How many properties each case knows, to which those of the object are added; -1 when it does not fit.</param>
    /// <param name="loses">A property that another case declares may be lost.</param>
    private void Look(ref Utf8JsonReader reader, bool forgives, scoped Span<int> known, bool loses = false)
    {
        JsonRead.StartObject(ref reader);
        // The bits of the properties seen, for each case.
        Span<ulong> seen = cases.Length <= 64 ? stackalloc ulong[cases.Length] : new ulong[cases.Length];
        seen.Clear();
        while (JsonRead.NextName(ref reader, out var name))
        {
            var value = reader;
            JsonRead.Value(ref value);
            var kind = JsonKind.Of(ref value);
            if (forgives)
                kind |= JsonKind.ForgivenOf(ref value);
            var isDeclared = !loses && IsDeclared(name);
            for (var index = 0; index < cases.Length; index++)
            {
                if (known[index] >= 0 && !cases[index].Accepts(name, isDeclared, forgives, ref value, kind, ref seen[index]))
                    known[index] = -1;
            }

            JsonRead.SkipValue(ref reader);
        }

        for (var index = 0; index < cases.Length; index++)
        {
            if (known[index] >= 0)
                known[index] = cases[index].IsComplete(seen[index]) ? known[index] + BitOperations.PopCount(seen[index]) : -1;
        }
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

    /// <summary>The first of those that know the most.</summary>
    private static int Best(ReadOnlySpan<int> known)
    {
        var best = -1;
        var most = -1;
        for (var index = 0; index < known.Length; index++)
        {
            if (known[index] > most)
                (best, most) = (index, known[index]);
        }

        return best;
    }
}

/// <summary>What tells one kind of object from others. Of its properties 64 count.</summary>
public sealed class JsonCase
{
    private readonly List<Member> _members = [];
    private ulong _required;
    private JsonKinds _kept;
    private bool _isClosed;

    /// <summary>A property that must be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kinds">The kinds of value it can have.</param>
    /// <param name="values">The values it can have: strings, or numbers and booleans as JSON writes them; none for any.</param>
    /// <returns>The same object.</returns>
    public JsonCase Needs(string name, JsonKinds kinds, params string[] values)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_members.Count, 64, nameof(name));
        _required |= 1UL << _members.Count;
        IsTold |= values.Length > 0;
        return Allows(name, kinds, values);
    }

    /// <summary>A property that may be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kinds">The kinds of value it can have.</param>
    /// <param name="values">The values it can have: strings, or numbers and booleans as JSON writes them; none for any.</param>
    /// <returns>The same object.</returns>
    public JsonCase Allows(string name, JsonKinds kinds, params string[] values)
    {
        _members.Add(new Member(Encoding.UTF8.GetBytes(name), kinds, values));
        return this;
    }

    /// <summary>Any other property is kept, too.</summary>
    /// <param name="kinds">The kinds of value it can have.</param>
    /// <returns>The same object.</returns>
    public JsonCase Keeps(JsonKinds kinds)
    {
        _kept = kinds;
        return this;
    }

    /// <summary>No other property may be there, unless no case fits without it: then reading says where it is.</summary>
    /// <returns>The same object.</returns>
    public JsonCase Closed()
    {
        _isClosed = true;
        return this;
    }

    /// <summary>It fits more values at a second look.</summary>
    internal bool Forgives => _isClosed || ((_kept | _members.Aggregate(JsonKinds.None, (kinds, member) => kinds | member.Kinds)) & JsonKinds.Forgiven) != 0;

    /// <summary>A property that must be there has a value of its own.</summary>
    internal bool IsTold { get; private set; }

    internal bool IsComplete(ulong seen) => (seen & _required) == _required;

    internal bool Declares(scoped ReadOnlySpan<byte> name) => Find(name) >= 0;

    /// <param name="name">The name of a property.</param>
    /// <param name="isDeclared">This case declares it or another one does.</param>
    /// <param name="forgives">This is the second look.</param>
    /// <param name="value">The reader, on the property's value.</param>
    /// <param name="kind">What the value is or can be taken for.</param>
    /// <param name="seen">The bits of the properties seen.</param>
    internal bool Accepts(scoped ReadOnlySpan<byte> name, bool isDeclared, bool forgives, ref Utf8JsonReader value, JsonKinds kind, ref ulong seen)
    {
        var index = Find(name);
        if (index < 0)
            return _kept == JsonKinds.None ? !isDeclared && (forgives || !_isClosed) : (_kept & kind) != 0;
        if (index < 64)
            seen |= 1UL << index;
        return _members[index].Accepts(ref value, kind);
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

    private sealed record Member(byte[] Name, JsonKinds Kinds, string[] Values)
    {
        public bool Accepts(ref Utf8JsonReader value, JsonKinds kind)
        {
            if ((Kinds & kind) == 0)
                return false;
            return Values.Length == 0 || value.TokenType switch
            {
                JsonTokenType.String => IsAny(ref value),
                JsonTokenType.Number => JsonPeek.TryInteger(ref value, out var number) && Array.IndexOf(Values, number.ToString(CultureInfo.InvariantCulture)) >= 0,
                JsonTokenType.True => Array.IndexOf(Values, "true") >= 0,
                JsonTokenType.False => Array.IndexOf(Values, "false") >= 0,
                _ => true,
            };
        }

        private bool IsAny(ref Utf8JsonReader value)
        {
            foreach (var text in Values)
            {
                if (value.ValueTextEquals(text))
                    return true;
            }

            return false;
        }
    }
}
