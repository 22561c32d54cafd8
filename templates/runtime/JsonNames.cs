using System;
using System.Text;

namespace SyncGen.Runtime.Json;

/// <summary>Up to 64 names of members, to be looked for in an object.</summary>
public sealed class JsonNames
{
    private readonly byte[][] _names;

    /// <summary>Makes the list.</summary>
    /// <param name="names">The names; the position of each is its bit.</param>
    public JsonNames(params ReadOnlySpan<string> names)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Length, 64);
        _names = new byte[names.Length][];
        for (var index = 0; index < names.Length; index++)
            _names[index] = Encoding.UTF8.GetBytes(names[index]);
    }

    /// <summary>The bit of a name; 0 when it is not in the list.</summary>
    internal ulong BitOf(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < _names.Length; index++)
        {
            if (name.SequenceEqual(_names[index]))
                return 1UL << index;
        }

        return 0;
    }
}
