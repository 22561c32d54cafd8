namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SyncGen.Runtime.Json;

/// <summary>Reads parameters of requests: their texts become the JSON that the value's codec reads.</summary>
internal static class ParameterReader
{
    /// <summary>Reads a parameter.</summary>
    /// <param name="httpContext">The request.</param>
    /// <param name="layout">Where it stands and how it is laid out.</param>
    /// <param name="value">The value.</param>
    /// <returns>The request has the parameter.</returns>
    /// <exception cref="JsonException">The text is not a value, or a required parameter is missing.</exception>
    public static bool TryRead<T, TCodec>(HttpContext httpContext, in ParameterLayout layout, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (layout.HasNamedMembers && !(layout.AllowsText && TextsOf(httpContext, layout).Count > 0))
        {
            var members = MembersOf(httpContext.Request, layout);
            var isGiven = members.Count > 0 || layout.IsRequired;
            value = isGiven ? ReadMembers<T, TCodec>(members, layout) : default;
            return isGiven;
        }

        var texts = TextsOf(httpContext, layout);
        if (texts.Count == 0 || (layout.AllowsEmpty && texts is [null or ""]))
        {
            value = default;
            return layout.IsRequired ? throw new JsonException("A value is required.") : false;
        }

        value = Read<T, TCodec>(texts, layout.Place == ParameterPlace.Form ? layout with { IsEncoded = UrlEncodedForm.Of(httpContext.Request) is not null } : layout);
        return true;
    }

    /// <summary>What is wrong, without the place in a JSON text that the caller never wrote.</summary>
    public static string MessageOf(JsonException exception)
    {
        var place = exception.Message.IndexOf(" | LineNumber: ", StringComparison.Ordinal);
        var message = place < 0 ? exception.Message : exception.Message[..place];
        return message.EndsWith(" Path: $", StringComparison.Ordinal) ? message[..^" Path: $".Length] : message;
    }

    private static StringValues TextsOf(HttpContext httpContext, in ParameterLayout layout)
    {
        var request = httpContext.Request;
        return layout.Place switch
        {
            ParameterPlace.Path => RouteText.Of(httpContext, layout.Name),
            ParameterPlace.Query => QuerySearch.Find(request, layout.Name),
            // A list may be spread over several headers of one name.
            ParameterPlace.Header => layout.IsList && request.Headers[layout.Name] is { Count: > 1 } lines ? string.Join(',', lines.AsEnumerable()) : request.Headers[layout.Name],
            ParameterPlace.Cookie => CookieSearch.Find(request, layout.Name, layout.IsList),
            _ => RequestForm.Texts(request, layout.HasAnyName ? null : layout.Name),
        };
    }

    private static List<(string Name, StringValues Texts)> MembersOf(HttpRequest request, ParameterLayout layout)
    {
        var texts = layout.Place == ParameterPlace.Query
            ? QuerySearch.All(request)
                .GroupBy(pair => pair.Name, pair => QuerySearch.Decode(pair.Text), StringComparer.Ordinal)
                .Select(group => (Name: group.Key, Texts: new StringValues([.. group])))
            : RequestForm.Fields(request, layout.Except ?? []).Select(field => (Name: field.Key, Texts: field.Value));
        if (layout.Style == ParameterStyle.Form)
            return [.. texts.Where(entry => IsMember(entry.Name, entry.Texts, layout))];
        var name = layout.Name;
        return
        [
            .. texts
                .Where(entry => IsBelow(name, entry.Name))
                .Select(entry => (PathOf(entry.Name[(name.Length + 1)..]), entry.Texts)),
        ];
    }

    /// <summary>What belongs to others may be there several times; what takes the names that are left takes all but theirs.</summary>
    private static bool IsMember(string name, StringValues texts, ParameterLayout layout) => layout switch
    {
        { Except: { } except } => !Array.Exists(except, other => IsOf(other, name, layout)),
        { Only: { } only } => Array.Exists(only, own => own == name || IsBelow(own, name)),
        _ => texts.Count == 1 || IsList(name, layout),
    };

    /// <summary>In a query a parameter is found whatever the case of its name.</summary>
    private static bool IsOf(string other, string name, in ParameterLayout layout)
    {
        var comparison = layout.Place == ParameterPlace.Query ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return name.StartsWith(other, comparison) && (name.Length == other.Length || name[other.Length] == '[');
    }

    /// <summary>What is left of <c>filter[range][from]</c> without the parameter's name, <c>range][from]</c>, as a path: <c>range[from]</c>.</summary>
    private static string PathOf(string text) => text.Remove(text.IndexOf(']', StringComparison.Ordinal), 1);

    private static bool IsBelow(string outer, string path) =>
        path.Length > outer.Length && path.StartsWith(outer, StringComparison.Ordinal) && path[outer.Length] == '[' && path[^1] == ']';

    private static T Read<T, TCodec>(StringValues texts, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        // One JSON text is the list, or an item of it; several are its items.
        if (layout is { IsList: true, IsJson: true } && (texts.Count > 1 || ParameterText.Decode(Single(texts), layout).AsSpan().TrimStart() is not ['[', ..]))
            return ReadItems<T, TCodec>(Decode(texts, layout), layout with { IsLiteral = true });
        if (layout.IsJson || layout.HasNamedMembers || !(layout.IsList || layout.IsObject))
            return ReadSingle<T, TCodec>(ParameterText.Single(Single(texts), layout), layout);
        return layout is { IsList: true, Explode: true, Style: ParameterStyle.Form }
            ? ReadItems<T, TCodec>(Decode(texts, layout), layout)
            : ReadSplit<T, TCodec>(Single(texts), layout);
    }

    private static IEnumerable<string> Decode(StringValues texts, ParameterLayout layout) => texts.Select(text => ParameterText.Decode(text ?? "", layout));

    private static T ReadSplit<T, TCodec>(string text, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            return ReadSplit<T, TCodec>(text, layout, splitsEncoded: false);
        }
        catch (JsonException) when (text.Contains('%', StringComparison.Ordinal) && TryReadSplit<T, TCodec>(text, layout, out var value))
        {
            return value;
        }
    }

    /// <summary>Some callers encode what they have joined, delimiters and all. Where that can be meant alone, as between numbers, it is.</summary>
    private static bool TryReadSplit<T, TCodec>(string text, in ParameterLayout layout, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            value = ReadSplit<T, TCodec>(text, layout, splitsEncoded: true);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    private static T ReadSplit<T, TCodec>(string text, in ParameterLayout layout, bool splitsEncoded)
        where TCodec : struct, IJsonCodec<T> => layout.IsList
        ? ReadItems<T, TCodec>(ParameterText.Items(text, layout, splitsEncoded), layout)
        : ReadMembers<T, TCodec>([.. ParameterText.Members(text, layout, splitsEncoded)], layout);

    private static T ReadMembers<T, TCodec>(List<(string Path, StringValues Texts)> members, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteMembers(writer, members, "", layout);

        return JsonBody.Read<T, TCodec>(buffer.Memory.Span);
    }

    /// <summary>Writes an object, whose path is empty for the parameter itself.</summary>
    private static void WriteMembers(Utf8JsonWriter writer, List<(string Path, StringValues Texts)> members, string owner, ParameterLayout layout)
    {
        writer.WriteStartObject();
        foreach (var (path, texts) in members.Where(member => OwnerOf(member.Path, layout) == owner))
        {
            writer.WritePropertyName(NameIn(owner, path));
            var isLiteral = IsLiteral(path, layout) || IsLiteral($"{owner}[]", layout);
            if (IsList(path, layout) || IsList($"{owner}[]", layout))
                Write(writer, texts.Select(text => text ?? ""), isLiteral, layout.AllowsText);
            else
                Write(writer, Single(texts), isLiteral, layout.AllowsText);
        }

        foreach (var inner in layout.ObjectMembers.Where(inner => OwnerOf(inner, layout) == owner && members.Exists(member => IsBelow(inner, member.Path))))
        {
            writer.WritePropertyName(NameIn(owner, inner));
            WriteMembers(writer, members, inner, layout);
        }

        writer.WriteEndObject();
    }

    /// <summary>The innermost object that a path leads into.</summary>
    private static string OwnerOf(string path, ParameterLayout layout) =>
        layout.ObjectMembers.Where(owner => IsBelow(owner, path)).MaxBy(owner => owner.Length) ?? "";

    private static string NameIn(string owner, string path) => owner.Length == 0 ? path : path[(owner.Length + 1)..^1];

    private static T ReadItems<T, TCodec>(IEnumerable<string> items, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, items, layout.IsLiteral, layout.AllowsText);

        return JsonBody.Read<T, TCodec>(buffer.Memory.Span);
    }

    private static T ReadSingle<T, TCodec>(string text, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        if ((layout.IsLiteral || layout.IsJson) && TryReadLiteral<T, TCodec>(text, layout.AllowsText, out var value))
            return value;
        // Text as JSON and back is the text.
        if (typeof(TCodec) == typeof(JsonString))
            return (T)(object)text;
        using var buffer = new PooledBufferWriter();
        JsonFormat<string>.Of<JsonString>().Write(buffer, text);
        return JsonBody.Read<T, TCodec>(buffer.Memory.Span);
    }

    /// <summary>False for a text that is no such JSON where a string may stand, too.</summary>
    private static bool TryReadLiteral<T, TCodec>(string text, bool allowsText, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var utf8 = size <= 256 ? stackalloc byte[256] : new byte[size];
        try
        {
            value = JsonBody.Read<T, TCodec>(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
            return true;
        }
        catch (JsonException) when (allowsText && text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            value = default;
            return false;
        }
        catch (JsonException exception) when (text.Length == 0 || exception.InnerException is JsonException { LineNumber: not null })
        {
            throw NotValid(text, exception);
        }
    }

    private static bool IsList(string path, in ParameterLayout layout) => Array.IndexOf(layout.ListMembers, path) >= 0;

    private static bool IsLiteral(string path, in ParameterLayout layout) => Array.IndexOf(layout.LiteralMembers, path) >= 0;

    private static void Write(Utf8JsonWriter writer, IEnumerable<string> items, bool isLiteral, bool allowsText)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item, isLiteral, allowsText);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string text, bool isLiteral, bool allowsText)
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
        catch (Exception exception) when (allowsText && exception is (JsonException or ArgumentException))
        {
            writer.WriteStringValue(text);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw NotValid(text, exception);
        }
    }

    private static JsonException NotValid(string text, Exception exception) => new($"The value '{text}' is not valid.", exception);

    private static string Single(StringValues texts) =>
        texts.Count == 1 ? texts[0] ?? "" : throw new JsonException("The value is given more than once.");
}
