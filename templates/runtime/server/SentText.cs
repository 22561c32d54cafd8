namespace SyncGen.Runtime;

using System;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>A text of a request that is a value or a part of one.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsJson">The part of a multipart body in which it stands says that it is JSON, or that it is something else; null where nothing is said.</param>
/// <param name="IsWhole">It is all of a list, and no item.</param>
internal readonly record struct SentText(string Text, bool? IsJson = null, bool IsWhole = false)
{
    /// <summary>The value of a text whose part may say that it is a JSON string.</summary>
    public string Value => IsJson == true && BeginsWith('"') ? JsonStringOf(Text) : Text;

    /// <summary>The text begins as JSON of this kind does.</summary>
    public bool BeginsWith(char bracket) => Text.AsSpan().TrimStart() is [var first, ..] && first == bracket;

    /// <summary>Writes the value as JSON.</summary>
    /// <param name="writer">Takes the value.</param>
    /// <param name="isLiteral">The text is JSON as it stands: a number or a boolean, in a form an object too.</param>
    /// <param name="kinds">What the value may be, where the contract allows several kinds.</param>
    /// <param name="allowsNull">JSON may say null.</param>
    /// <exception cref="JsonException">The text is no such value.</exception>
    public void Write(Utf8JsonWriter writer, bool isLiteral, TextKinds kinds, bool allowsNull = true)
    {
        var mayBeText = IsJson != true && (kinds == TextKinds.None ? !isLiteral : kinds.HasFlag(TextKinds.Text));
        if (mayBeText && !MayBeJson(isLiteral, kinds))
            writer.WriteStringValue(Text);
        else if (!allowsNull && IsJson != true && Text.AsSpan().Trim() is "null")
            throw NotValid(Text);
        else
            WriteJson(writer, mayBeText);
    }

    /// <summary>A text that is not valid where a value is expected.</summary>
    public static JsonException NotValid(string text, Exception? exception = null) => new($"The value '{text}' is not valid.", exception);

    /// <summary>The string that a JSON text stands for; what is no JSON stands for itself.</summary>
    private static string JsonStringOf(string text)
    {
        try
        {
            return JsonBody.Read<string, JsonString>(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>Where nothing is said, numbers and booleans are what they look like.</summary>
    private bool MayBeJson(bool isLiteral, TextKinds kinds) => IsJson switch
    {
        null when isLiteral => true,
        not null => false,
        null when Text is ['-' or (>= '0' and <= '9'), ..] => kinds.HasFlag(TextKinds.Number),
        null => Text is "true" or "false" && kinds.HasFlag(TextKinds.Boolean),
    };

    private void WriteJson(Utf8JsonWriter writer, bool mayBeText)
    {
        try
        {
            writer.WriteRawValue(Text);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            if (!mayBeText)
                throw NotValid(Text, exception);
            writer.WriteStringValue(Text);
        }
    }
}
