namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

/// <summary>
/// The errors of reading, in plain words. They carry no JSON path: whoever started the reading finds it from the reader's position.
/// </summary>
public static class JsonError
{
    /// <summary>The reader stands on a value of another kind than the contract says.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="expected">What should be there, with its article.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Expected(ref Utf8JsonReader reader, string expected) => reader.TokenType == JsonTokenType.Null
        ? new JsonException($"The value is null, where {expected} is expected.")
        : new JsonException($"The value is {NameOf(reader.TokenType)}, where {expected} is expected.");

    /// <summary>The reader stands on a string that does not have the form that the contract says.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="expected">What it should be, with its article.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Malformed(ref Utf8JsonReader reader, string expected) => reader.TokenType == JsonTokenType.String
        ? new JsonException($"The string is not {expected}.")
        : Expected(ref reader, $"a string that holds {expected}");

    /// <summary>The reader stands on a number that its type cannot hold.</summary>
    /// <param name="minimum">The least value, as JSON writes it.</param>
    /// <param name="maximum">The greatest value, as JSON writes it.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException OutOfRange(string minimum, string maximum) =>
        new($"The number is out of range: it must be from {minimum} to {maximum}.");

    /// <summary>The reader stands on another value than a number, or on a number that its type cannot hold.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="minimum">The least value, as JSON writes it.</param>
    /// <param name="maximum">The greatest value, as JSON writes it.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException NotANumber(ref Utf8JsonReader reader, string minimum, string maximum) =>
        reader.TokenType == JsonTokenType.Number ? OutOfRange(minimum, maximum) : Expected(ref reader, "a number");

    /// <summary>The reader stands on a value that the contract does not list.</summary>
    /// <param name="expected">What the contract lists, for example <c>one of 'join', 'leave'</c>.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException NotListed(string expected) => new($"The value is not {expected}.");

    /// <summary>The reader stands on the second property of a name.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Duplicate(ref Utf8JsonReader reader) => new($"The property '{reader.GetString()}' appears twice.");

    /// <summary>The reader stands on a property that the contract does not declare, in an object that it closes.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Undeclared(ref Utf8JsonReader reader)
    {
        // The name is the sender's: it may be long, and no UTF-8.
        var name = JsonRead.Text(ref reader);
        return new($"The contract allows no property '{Encoding.UTF8.GetString(name[..Math.Min(name.Length, 100)])}' here.");
    }

    /// <summary>A property is to be written that the object has already.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Declared(string name) =>
        new($"The contract declares the property '{name}', so it cannot be among the additional ones.");

    /// <summary>Required properties of an object are missing; all of them are named.</summary>
    /// <param name="seen">The bits of the properties seen.</param>
    /// <param name="required">The bits of the required properties.</param>
    /// <param name="names">The names of the required properties, in the order of their bits.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Missing(ulong seen, ulong required, params string[] names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            var member = 1UL << BitOperations.TrailingZeroCount(required);
            required &= ~member;
            if ((seen & member) == 0)
                missing.Add($"'{name}'");
        }

        return new JsonException(missing.Count == 1
            ? $"The property {missing[0]} is missing."
            : string.Create(CultureInfo.InvariantCulture, $"The properties {string.Join(", ", missing)} are missing."));
    }

    /// <summary>The input ends within the value, and the reader waits for more.</summary>
    /// <returns>The exception to throw.</returns>
    public static JsonException Incomplete() => new("The input ends within the value.");

    private static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.PropertyName => "a property name",
        JsonTokenType.EndObject => "the end of an object",
        JsonTokenType.EndArray => "the end of an array",
        _ => "nothing",
    };
}
