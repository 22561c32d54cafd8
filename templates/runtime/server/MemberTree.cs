namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

/// <summary>Texts of a query or form by the ways that their names describe: <c>filter[range][from]</c>, <c>tags[]</c>, <c>lines[0][text]</c>.</summary>
internal sealed class MemberTree
{
    private const int MaxDepth = 64;

    private readonly Dictionary<string, MemberTree> _members = new(StringComparer.Ordinal);
    private readonly List<SentText> _texts = [];

    /// <summary>There is no text.</summary>
    public bool IsEmpty => _members.Count == 0 && _texts.Count == 0;

    /// <summary>A name stands below another one: <c>filter[a]</c> below <c>filter</c>.</summary>
    public static bool IsBelow(string outer, string name) =>
        name.Length > outer.Length && name.StartsWith(outer, StringComparison.Ordinal) && name[outer.Length] == '[' && name[^1] == ']';

    /// <summary>The names in brackets: <c>range</c> and <c>from</c> in <c>[range][from]</c>.</summary>
    public static string[] WayOf(string brackets) => brackets[1..^1].Split("][");

    /// <summary>Adds a text.</summary>
    /// <param name="way">The names that lead to it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="JsonException">It stands too deep.</exception>
    public void Add(ReadOnlySpan<string> way, SentText text)
    {
        if (way.Length > MaxDepth)
            throw new JsonException($"The name leads deeper than {MaxDepth} levels.");
        var place = this;
        foreach (var name in way)
            place = place._members.TryGetValue(name, out var inner) ? inner : place._members[name] = new MemberTree();
        place._texts.Add(text);
    }

    /// <summary>Writes the value as JSON.</summary>
    /// <param name="writer">Takes the value.</param>
    /// <param name="layout">Says which properties are lists and which numbers or booleans.</param>
    /// <exception cref="JsonException">The texts are no such value.</exception>
    public void Write(Utf8JsonWriter writer, in ParameterLayout layout)
    {
        if (layout.IsList)
            WriteList(writer, layout, "", layout.IsLiteral);
        else if (layout.Kinds.HasFlag(TextKinds.List) && _members.Keys.All(name => IsPlace(name)))
            WriteList(writer, layout with { Kinds = TextKinds.None }, "", layout.IsLiteralAt("[]"));
        else
            WriteObject(writer, layout, "");
    }

    private void Write(Utf8JsonWriter writer, in ParameterLayout layout, string place, bool isList, bool isLiteral, bool allowsNull = true)
    {
        if (isList)
            WriteList(writer, layout, place, isLiteral);
        else if (_members.Count > 0)
            WriteObject(writer, layout, place);
        else if (_texts is [var text])
            text.Write(writer, isLiteral, layout.KindsAt(place), allowsNull);
        else
            throw new JsonException("The value is given more than once.");
    }

    private void WriteObject(Utf8JsonWriter writer, in ParameterLayout layout, string place)
    {
        if (_texts.Count > 0)
            throw new JsonException("The value is given in several ways.");
        writer.WriteStartObject();
        foreach (var (name, member) in _members)
        {
            writer.WritePropertyName(name);
            var inner = layout.PlaceOf(place, name);
            member.Write(writer, layout, inner, layout.IsListAt(inner), layout.IsLiteralAt(inner));
        }

        writer.WriteEndObject();
    }

    private void WriteList(Utf8JsonWriter writer, in ParameterLayout layout, string place, bool isLiteral)
    {
        var items = place + "[]";
        var kinds = place.Length == 0 ? layout.Kinds : layout.KindsAt(place);
        // The whole list in one text, where an item cannot be meant.
        if (_members.Count == 0 && _texts is [var whole] && (whole.IsJson == true || (isLiteral && kinds == TextKinds.None)) && whole.BeginsWith('[') && !layout.IsListAt(items))
        {
            whole.Write(writer, isLiteral: true, TextKinds.None);
            return;
        }

        writer.WriteStartArray();
        var allowsNull = !layout.HasStyledItems;
        WriteTexts(writer, isLiteral, kinds, allowsNull);
        foreach (var (name, item) in _members.OrderBy(member => IndexOf(member.Key)))
        {
            // Those of "tags[]" are items each; any other name is one item.
            if (name.Length == 0 && item._members.Count == 0)
                item.WriteTexts(writer, isLiteral, kinds, allowsNull);
            else
                item.Write(writer, layout, items, layout.IsListAt(items), isLiteral, allowsNull);
        }

        writer.WriteEndArray();
    }

    private void WriteTexts(Utf8JsonWriter writer, bool isLiteral, TextKinds kinds, bool allowsNull)
    {
        foreach (var text in _texts)
            text.Write(writer, isLiteral, kinds, allowsNull);
    }

    private static bool IsPlace(string name) => name.Length == 0 || int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int IndexOf(string name) => name.Length == 0 ? -1
        : IsPlace(name) ? int.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture)
        : throw new JsonException($"'{name}' is no place in a list.");
}
