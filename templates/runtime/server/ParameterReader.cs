using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>How the text of a parameter becomes a value.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Style">How the text is laid out.</param>
/// <param name="Explode">Items and members stand apart.</param>
/// <param name="IsList">The value is a list.</param>
/// <param name="IsObject">The value has members.</param>
/// <param name="IsJson">The text is JSON as it stands.</param>
/// <param name="IsLiteral">A single value, or each item of a list, is a number or a boolean.</param>
/// <param name="LiteralMembers">The members that are numbers or booleans.</param>
internal sealed record ParameterLayout(
    string Name,
    ParameterStyle Style,
    bool Explode,
    bool IsList,
    bool IsObject,
    bool IsJson,
    bool IsLiteral,
    string[] LiteralMembers);

/// <summary>Reads a parameter's texts: they are written as the JSON that the value's codec then reads.</summary>
internal static class ParameterReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="texts">The texts of the parameter, one for each time it was given.</param>
    /// <param name="layout">How they are laid out.</param>
    /// <exception cref="JsonException">The texts are not a value.</exception>
    public static T Read<T, TCodec>(IReadOnlyList<string> texts, ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        if (layout.IsList && !layout.IsJson)
            return ReadItems<T, TCodec>(layout.Explode && layout.Style == ParameterStyle.Form ? texts : Split(Single(texts), layout), layout);
        if (layout.IsObject && !layout.IsJson)
            return ReadMembers<T, TCodec>(Pairs(Split(Single(texts), layout), layout.Explode), layout);
        return ReadSingle<T, TCodec>(Single(texts), layout);
    }

    /// <summary>Reads an object from its members' texts.</summary>
    public static T ReadMembers<T, TCodec>(IEnumerable<(string Name, string Text)> members, ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, text) in members)
            {
                writer.WritePropertyName(name);
                Write(writer, text, Array.IndexOf(layout.LiteralMembers, name) >= 0);
            }

            writer.WriteEndObject();
        }

        return JsonBody.Read<T, TCodec>(buffer.Memory.Span);
    }

    /// <summary>The members of <c>name[key]=text</c>.</summary>
    public static List<(string Name, string Text)> DeepMembers(IQueryCollection query, string name) =>
    [
        .. query
            .Where(entry => entry.Key.Length > name.Length + 2 && entry.Key.StartsWith(name, StringComparison.Ordinal) && entry.Key[name.Length] == '[' && entry.Key[^1] == ']')
            .Select(entry => (entry.Key[(name.Length + 1)..^1], Single([.. entry.Value.Select(text => text ?? "")]))),
    ];

    private static T ReadItems<T, TCodec>(IEnumerable<string> items, ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var item in items)
                Write(writer, item, layout.IsLiteral);
            writer.WriteEndArray();
        }

        return JsonBody.Read<T, TCodec>(buffer.Memory.Span);
    }

    private static T ReadSingle<T, TCodec>(string text, ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, text, layout.IsLiteral || layout.IsJson);
        return JsonBody.Read<T, TCodec>(buffer.Memory.Span);
    }

    private static void Write(Utf8JsonWriter writer, string text, bool isLiteral)
    {
        if (!isLiteral)
        {
            writer.WriteStringValue(text);
            return;
        }

        try
        {
            writer.WriteRawValue(text);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new JsonException($"The value '{text}' is not valid.", exception);
        }
    }

    private static string Single(IReadOnlyList<string> texts) =>
        texts.Count == 1 ? texts[0] : throw new JsonException("The value is given more than once.");

    private static string[] Split(string text, ParameterLayout layout)
    {
        var rest = layout.Style switch
        {
            ParameterStyle.Label when text.StartsWith('.') => text[1..],
            ParameterStyle.Matrix when text.StartsWith(';') => text[1..],
            _ => text,
        };
        if (layout.Style == ParameterStyle.Matrix)
            rest = rest.Replace($"{layout.Name}=", "", StringComparison.Ordinal);
        return rest.Length == 0 ? [] : rest.Split(Delimiter(layout));
    }

    private static char Delimiter(ParameterLayout layout) => layout.Style switch
    {
        ParameterStyle.SpaceDelimited => ' ',
        ParameterStyle.PipeDelimited => '|',
        ParameterStyle.TabDelimited => '\t',
        ParameterStyle.Label when layout.Explode => '.',
        ParameterStyle.Matrix when layout.Explode => ';',
        _ => ',',
    };

    private static IEnumerable<(string Name, string Text)> Pairs(string[] parts, bool explode)
    {
        for (var index = 0; index < parts.Length; index++)
        {
            var equals = parts[index].IndexOf('=', StringComparison.Ordinal);
            if (explode && equals > 0)
                yield return (parts[index][..equals], parts[index][(equals + 1)..]);
            else if (!explode && index + 1 < parts.Length)
                yield return (parts[index], parts[++index]);
            else
                throw new JsonException("A member has a name and a value.");
        }
    }
}
