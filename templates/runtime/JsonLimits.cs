using System;
using System.Text.Json;

namespace SyncGen.Runtime;

/// <summary>How deep and how long JSON may be that comes from outside.</summary>
public sealed record JsonLimits
{
    private readonly int _maxDepth = 64;
    private readonly int _maxBytes = Array.MaxLength;

    /// <summary>64 levels, and as many bytes as an array holds.</summary>
    public static JsonLimits Default { get; } = new();

    /// <summary>How many arrays and objects may stand in each other, from 1 to 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than 1000.</exception>
    public int MaxDepth
    {
        get => _maxDepth;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            // Each level is a call or two on the stack.
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            _maxDepth = value;
        }
    }

    /// <summary>How many bytes a stream, pipe or sequence may give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than an array holds.</exception>
    public int MaxBytes
    {
        get => _maxBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Array.MaxLength);
            _maxBytes = value;
        }
    }

    internal JsonReaderOptions ReaderOptions => new() { MaxDepth = MaxDepth };
}
