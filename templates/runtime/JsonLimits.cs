namespace SyncGen.Runtime;

using System;
using System.Globalization;
using System.Text.Json;

/// <summary>How deep and how long JSON may be that comes from outside, and how many values it may have.</summary>
public sealed record JsonLimits
{
    private readonly int _maxDepth = 64;
    private readonly int _maxBytes = Array.MaxLength;
    private readonly int _maxValues = int.MaxValue;

    /// <summary>64 levels, as many bytes as an array holds, and any number of values.</summary>
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

    /// <summary>How many values a text may have, objects and arrays counted with what they hold: each may become an object in memory, many times larger than its text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxValues
    {
        get => _maxValues;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxValues = value;
        }
    }

    internal JsonReaderOptions ReaderOptions => new() { MaxDepth = MaxDepth };

    /// <summary>Refuses a text with too many values. A text with fewer bytes than values are allowed needs no look.</summary>
    internal void CheckValues(ReadOnlySpan<byte> utf8Text)
    {
        if (utf8Text.Length >= MaxValues && MostValues(utf8Text) > MaxValues && HasMoreValues(utf8Text))
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"The text has more than {MaxValues} values."), "$", null, null);
    }

    /// <summary>Each value is the only one, the first of what it stands in, or stands behind a comma. Strings hold these characters, too.</summary>
    private static int MostValues(ReadOnlySpan<byte> utf8Text) => 1 + utf8Text.Count((byte)',') + utf8Text.Count((byte)'[') + utf8Text.Count((byte)'{');

    private bool HasMoreValues(ReadOnlySpan<byte> utf8Text)
    {
        var reader = new Utf8JsonReader(utf8Text, ReaderOptions);
        var count = 0;
        try
        {
            while (count <= MaxValues && reader.Read())
                count += reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray ? 0 : 1;
        }
        catch (JsonException)
        {
            // Reading says what is wrong, and where.
        }

        return count > MaxValues;
    }
}
