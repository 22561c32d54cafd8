namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

/// <summary>
/// Finds the JSON path of an error after the fact: codecs keep no path while they read, so the value is walked again from its
/// start to the token where reading stopped.
/// </summary>
internal static class JsonPathFinder
{
    /// <summary>The path of a token, relative to a value: <c>$.rooms[3].room_id</c>.</summary>
    /// <param name="value">A reader on the value's first token.</param>
    /// <param name="position">Where the token starts, as the reader counts.</param>
    public static string Find(Utf8JsonReader value, long position)
    {
        var steps = new List<Step>();
        try
        {
            while (Enter(ref value, steps) && value.TokenStartIndex < position)
            {
                Leave(ref value, steps);
                if (!value.Read())
                    break;
            }
        }
        catch (JsonException)
        {
            // The JSON itself is broken here, which is the error that the path is wanted for.
        }

        var path = new StringBuilder("$");
        foreach (var step in steps)
            step.AppendTo(path);
        return JsonPathText.Cut(path.ToString(), JsonPathText.MaxPath);
    }

    /// <summary>Counts the token as the next name or item of what it stands in.</summary>
    private static bool Enter(ref Utf8JsonReader reader, List<Step> steps)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.None:
                return false;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                return true;
            case JsonTokenType.PropertyName:
                steps[^1] = new Step(TextOf(ref reader), -1);
                return true;
            default:
                if (steps is [.., { Name: null } item])
                    steps[^1] = item with { Index = item.Index + 1 };
                return true;
        }
    }

    private static void Leave(ref Utf8JsonReader reader, List<Step> steps)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            steps.Add(new Step("", -1));
        else if (reader.TokenType == JsonTokenType.StartArray)
            steps.Add(new Step(null, -1));
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <param name="Name">The name of the current property of an object, empty before the first; null in an array.</param>
    /// <param name="Index">The current item of an array, -1 before the first.</param>
    private readonly record struct Step(string? Name, int Index)
    {
        public void AppendTo(StringBuilder path)
        {
            if (Name is null && Index >= 0)
                path.Append(CultureInfo.InvariantCulture, $"[{Index}]");
            else if (Name is { Length: > 0 } name && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-'))
                path.Append('.').Append(JsonPathText.Cut(name, JsonPathText.MaxName));
            else if (Name is { Length: > 0 } special)
                path.Append("['").Append(JsonPathText.Cut(special, JsonPathText.MaxName)).Append("']");
        }
    }
}
