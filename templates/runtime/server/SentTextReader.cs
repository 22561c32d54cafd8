namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>Reads values from the texts under their own names, which become the JSON that the value's codec reads.</summary>
internal static class SentTextReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="texts">One text or more, as they were sent.</param>
    /// <param name="layout">How the value is laid out.</param>
    /// <exception cref="JsonException">The texts are not a value.</exception>
    public static T Read<T, TCodec>(List<SentText> texts, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        if (layout.IsList)
            return ReadList<T, TCodec>(texts, layout);
        if (layout.Kinds.HasFlag(TextKinds.List) && Items(texts, layout) is { Length: > 1 } several)
            return ReadItems<T, TCodec>(several, layout with { IsLiteral = layout.IsLiteralAt("[]"), Kinds = TextKinds.None });
        return layout.IsObject && layout.Kinds == TextKinds.None
            ? ReadObject<T, TCodec>(Single(texts), layout)
            : Read<T, TCodec>(Single(texts), layout);
    }

    /// <summary>Reads a value that is neither a list nor an object.</summary>
    /// <param name="text">The text, as it was sent.</param>
    /// <param name="layout">How the value is laid out.</param>
    /// <exception cref="JsonException">The text is not a value.</exception>
    public static T Read<T, TCodec>(SentText text, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T> => ReadSingle<T, TCodec>(Decode(text, layout), layout);

    /// <summary>Reads the JSON that is written.</summary>
    public static T Read<T, TCodec>(Action<Utf8JsonWriter> write)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return JsonBody.Read<T, TCodec>(buffer.Memory.Span);
    }

    private static T ReadList<T, TCodec>(List<SentText> texts, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        // One JSON text is the list, where an item cannot be meant: an item may be a list, too.
        if (texts is [var one] && MayBeWhole(one, layout) && Decode(one, layout) is var whole && whole.BeginsWith('['))
            return !one.IsWhole && ItemsMayBeLists(layout) && TryReadItem<T, TCodec>(whole, layout, out var list) ? list : ReadJson<T, TCodec>(whole.Text);
        if (layout.IsJson)
            return ReadItems<T, TCodec>([.. Decode(texts, layout)], layout with { IsLiteral = true });
        return layout is { Explode: true, Style: ParameterStyle.Form }
            ? ReadItems<T, TCodec>([.. Decode(texts, layout)], layout)
            : ReadSplit<T, TCodec>(Single(texts), layout);
    }

    private static bool ItemsMayBeLists(in ParameterLayout layout) => !layout.IsJson && (layout.Kinds == TextKinds.None || layout.Kinds.HasFlag(TextKinds.List));

    private static bool TryReadItem<T, TCodec>(SentText item, in ParameterLayout layout, [MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            value = ReadItems<T, TCodec>([item], layout);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    private static bool MayBeWhole(SentText text, in ParameterLayout layout) =>
        layout.IsJson || text.IsJson == true || (layout.Place == ParameterPlace.Form && (layout.IsLiteral || layout.Kinds != TextKinds.None) && !layout.Kinds.HasFlag(TextKinds.Text));

    /// <summary>An object in one text is JSON, or names and texts in turn.</summary>
    private static T ReadObject<T, TCodec>(SentText text, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        var isJson = layout.IsJson || text.IsJson == true;
        if ((isJson || layout.HasNamedMembers || layout.Place == ParameterPlace.Form) && Decode(text, layout) is var decoded && (isJson || decoded.BeginsWith('{')))
            return ReadJson<T, TCodec>(decoded.Text);
        return ReadSplit<T, TCodec>(text, layout.HasNamedMembers ? layout with { Style = ParameterStyle.Form, Explode = false } : layout);
    }

    private static T ReadSplit<T, TCodec>(SentText sent, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        var text = sent.Text;
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

    private static T ReadSplit<T, TCodec>(string text, ParameterLayout layout, bool splitsEncoded)
        where TCodec : struct, IJsonCodec<T>
    {
        if (layout.IsList)
            return ReadItems<T, TCodec>([.. ParameterText.Items(text, layout, splitsEncoded).Select(item => new SentText(item))], layout);
        var members = ParameterText.Members(text, layout, splitsEncoded).ToList();
        return Read<T, TCodec>(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, member) in members)
            {
                writer.WritePropertyName(name);
                var place = layout.PlaceOf("", name);
                new SentText(member).Write(writer, layout.IsLiteralAt(place), layout.KindsAt(place));
            }

            writer.WriteEndObject();
        });
    }

    private static T ReadItems<T, TCodec>(SentText[] items, ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T> => Read<T, TCodec>(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
                item.Write(writer, layout.IsLiteral, layout.Kinds, !layout.HasStyledItems);
            writer.WriteEndArray();
        });

    private static T ReadSingle<T, TCodec>(SentText text, ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        if (layout.IsJson)
            return ReadJsonOrText<T, TCodec>(text, layout);
        // Text as JSON and back is the text.
        if (typeof(TCodec) == typeof(JsonString) && text.IsJson != true)
            return (T)(object)text.Text;
        // A string that stands for values of several kinds has their JSON as its text.
        if (typeof(TCodec) == typeof(JsonString) && layout.Kinds != TextKinds.None)
            return (T)(object)text.Value;
        return layout.IsLiteral && layout.Kinds == TextKinds.None
            ? ReadJson<T, TCodec>(text.Text)
            : Read<T, TCodec>(writer => text.Write(writer, layout.IsLiteral, layout.Kinds));
    }

    /// <summary>A string may come as it is, where the contract has JSON.</summary>
    private static T ReadJsonOrText<T, TCodec>(SentText text, in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            return ReadJson<T, TCodec>(text.Text);
        }
        catch (JsonException) when (text.IsJson != true && layout.Kinds.HasFlag(TextKinds.Text) && !text.BeginsWith('{') && !text.BeginsWith('['))
        {
            return Read<T, TCodec>(writer => writer.WriteStringValue(text.Text));
        }
    }

    private static T ReadJson<T, TCodec>(string text)
        where TCodec : struct, IJsonCodec<T>
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var utf8 = size <= 256 ? stackalloc byte[256] : new byte[size];
        try
        {
            return JsonBody.Read<T, TCodec>(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        }
        catch (JsonException exception) when (text.Length == 0 || exception.InnerException is JsonException { LineNumber: not null })
        {
            throw SentText.NotValid(text, exception);
        }
    }

    private static IEnumerable<SentText> Decode(List<SentText> texts, ParameterLayout layout) => texts.Select(text => Decode(text, layout));

    private static SentText Decode(SentText text, in ParameterLayout layout) => text with { Text = ParameterText.Single(text.Text, layout) };

    /// <summary>The items of a value that may be a list.</summary>
    private static SentText[] Items(List<SentText> texts, ParameterLayout layout) => layout is { Explode: true, Style: ParameterStyle.Form } || texts is not [{ IsJson: null }]
        ? [.. Decode(texts, layout)]
        : [.. ParameterText.Items(texts[0].Text, layout, splitsEncoded: false).Select(item => new SentText(item))];

    private static SentText Single(List<SentText> texts) => texts is [var text] ? text : throw new JsonException("The value is given more than once.");
}
