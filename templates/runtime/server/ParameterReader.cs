namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SyncGen.Runtime.Json;

/// <summary>Reads parameters of requests: their texts become the JSON that the value's codec reads.</summary>
internal static class ParameterReader
{
    /// <summary>Reads a parameter.</summary>
    /// <param name="httpContext">The request.</param>
    /// <param name="parameter">Where it stands and how it is laid out.</param>
    /// <param name="value">The value.</param>
    /// <returns>The request has the parameter.</returns>
    /// <exception cref="JsonException">The text is not a value, or a required parameter is missing.</exception>
    public static bool TryRead<T, TCodec>(HttpContext httpContext, in ParameterLayout parameter, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var layout = parameter with { IsEncoded = parameter.Place == ParameterPlace.Form && UrlEncodedForm.Of(httpContext.Request) is not null };
        return layout.Readings.Length == 0 ? TryReadOne<T, TCodec>(httpContext, layout, out value) : TryReadAny<T, TCodec>(httpContext, layout, out value);
    }

    /// <summary>What is wrong, without the place in a JSON text that the caller never wrote.</summary>
    public static string MessageOf(JsonException exception)
    {
        var place = exception.Message.IndexOf(" | LineNumber: ", StringComparison.Ordinal);
        var message = place < 0 ? exception.Message : exception.Message[..place];
        return message.EndsWith(" Path: $", StringComparison.Ordinal) ? message[..^" Path: $".Length] : message;
    }

    /// <summary>Reads a value in the ways that the cases of a union ask for, until the contract allows what is read. The one that knows most of what was sent comes first.</summary>
    private static bool TryReadAny<T, TCodec>(HttpContext httpContext, in ParameterLayout layout, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var sent = MemberSearch.Sent(httpContext.Request, layout);
        var refused = new List<T>();
        JsonException? error = null;
        foreach (var way in layout.Ways.OrderByDescending(way => sent.Count(way.Knows)))
        {
            try
            {
                if (!TryReadOne<T, TCodec>(httpContext, way, out value))
                    return false;
                if (value is not IValidated validated || validated.Validate().Count == 0)
                    return true;
                refused.Add(value);
            }
            catch (JsonException exception)
            {
                error ??= exception;
            }
        }

        // What is wrong with it is told where all constraints are checked.
        value = refused.Count > 0 ? refused[0] : throw error!;
        return true;
    }

    private static bool TryReadOne<T, TCodec>(HttpContext httpContext, in ParameterLayout layout, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (layout is { IsList: false, IsObject: false, AllowsEmpty: false, AllowsNull: false, Kinds: TextKinds.None } and not { Place: ParameterPlace.Form } && ValuesOf(httpContext, layout) is [{ } single])
        {
            value = SentTextReader.Read<T, TCodec>(new SentText(single), layout);
            return true;
        }

        var texts = layout.TakesOwnName ? TextsOf(httpContext, layout) : [];
        var tree = layout.HasNamedMembers || layout.TakesBrackets ? MemberSearch.Find(httpContext.Request, layout, texts) : null;
        if (tree is { IsEmpty: false })
        {
            value = texts.Count == 0 ? Read<T, TCodec>(tree, layout) : throw new JsonException("The value is given in several ways.");
            return true;
        }

        if (layout.AllowsNull && texts is [var only] && IsNull(only, layout))
        {
            value = default;
            return false;
        }

        if (texts.Count > 0 && !(layout.AllowsEmpty && texts is [{ Text: "" }]))
        {
            value = SentTextReader.Read<T, TCodec>(texts, layout);
            return true;
        }

        if (!layout.IsRequired && !(layout.IsRequiredWithBody && RequestForm.IsGiven(httpContext.Request)))
        {
            value = default;
            return false;
        }

        value = layout.IsAbsentWhenEmpty ? Read<T, TCodec>(new MemberTree(), layout) : throw new JsonException("A value is required.");
        return true;
    }

    /// <summary>Nobody needs to label a part that is JSON by contract, or that no text can be.</summary>
    private static bool IsNull(SentText text, in ParameterLayout layout) =>
        (text.IsJson == true || layout.IsJson || (text.IsJson == false && layout.Kinds != TextKinds.None && !layout.Kinds.HasFlag(TextKinds.Text)))
        && ParameterText.Decode(text.Text, layout).AsSpan().Trim() is "null";

    private static List<SentText> TextsOf(HttpContext httpContext, in ParameterLayout layout) => layout.Place == ParameterPlace.Form
        ? RequestForm.Texts(httpContext.Request, layout.HasAnyName ? null : layout.Name)
        : [.. ValuesOf(httpContext, layout).Select(text => new SentText(text ?? ""))];

    private static StringValues ValuesOf(HttpContext httpContext, in ParameterLayout layout)
    {
        var request = httpContext.Request;
        return layout.Place switch
        {
            ParameterPlace.Path => RouteText.Of(httpContext, layout.Name),
            ParameterPlace.Query => QuerySearch.Find(request, layout.Name),
            ParameterPlace.QueryString => request.QueryString.Value is ['?', _, ..] query ? query[1..] : StringValues.Empty,
            ParameterPlace.Header when layout.Part is { } part => RequestForm.HeaderOf(request, part, layout.Name),
            // A list may be spread over several headers of one name.
            ParameterPlace.Header => layout.IsList && request.Headers[layout.Name] is { Count: > 1 } lines ? string.Join(',', lines.AsEnumerable()) : request.Headers[layout.Name],
            _ => CookieSearch.Find(request, layout.Name, layout.IsList),
        };
    }

    private static T Read<T, TCodec>(MemberTree tree, ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T> => SentTextReader.Read<T, TCodec>(writer => tree.Write(writer, layout));
}
