namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>The value of a parameter as texts: a single one, a list, or named ones. It is read off the JSON that the value's codec writes.</summary>
internal readonly struct ParameterValue
{
    private readonly bool _isDeep;
    private readonly bool _hasDeepLists;
    private readonly bool _hasBrackets;

    private ParameterValue(JsonTokenType kind, Collector collector)
    {
        IsObject = kind == JsonTokenType.StartObject;
        IsArray = kind == JsonTokenType.StartArray;
        Parts = collector.Parts;
        _isDeep = collector.IsDeep;
        _hasDeepLists = collector.HasDeepLists;
        _hasBrackets = collector.HasBrackets;
    }

    /// <summary>The parts have names.</summary>
    public bool IsObject { get; }

    /// <summary>The parts are items of a list.</summary>
    public bool IsArray { get; }

    /// <summary>
    /// The texts in order, one for a single value, none for null. A part of an object has its property's name and, when it stands deeper, the
    /// way from there: <c>[b][c]</c>.
    /// </summary>
    public List<(string Name, string Inner, string Text)> Parts { get; }

    /// <summary>The parts of a value. Refuses null in a list or object, which no text stands for.</summary>
    public static ParameterValue Of<T, TCodec>(string name, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(Json<T, TCodec>(value));
        reader.Read();
        var kind = reader.TokenType;
        var collector = new Collector();
        collector.Collect(ref reader, "", "", isInList: false);
        return collector.HasNulls ? throw HasNoNull(name) : new ParameterValue(kind, collector);
    }

    /// <summary>The same value. Refuses one of a kind that its style has no form for, where the contract allows several.</summary>
    public ParameterValue OfKind(string name, TextKinds kinds)
    {
        if (kinds != TextKinds.None && ((IsObject && !kinds.HasFlag(TextKinds.Object)) || (IsArray && !kinds.HasFlag(TextKinds.List))))
            throw new ArgumentException($"The parameter's style has no place for {(IsObject ? "an object" : "a list")}.", name);
        return this;
    }

    /// <summary>The same value. Refuses names of properties that belong to others in the query, upper and lower case being the same, and those below them: <c>filter[a]</c>.</summary>
    public ParameterValue Without(string name, string[]? others)
    {
        if (others is not null && Parts.Exists(part => Array.Exists(others, other => part.Name.StartsWith(other, StringComparison.OrdinalIgnoreCase) && (part.Name.Length == other.Length || part.Name[other.Length] == '['))))
            throw new ArgumentException("A name in the value belongs to another parameter.", name);
        return this;
    }

    /// <summary>The same value. Refuses names of properties that other fields of an urlencoded form have, in which upper and lower case are the same.</summary>
    public ParameterValue WithoutFields(string name, string[]? others)
    {
        foreach (var (member, _, _) in Parts)
            FreeName(name, member, others, StringComparison.OrdinalIgnoreCase);
        return this;
    }

    /// <summary>The name of a property, unless another field of the form has it, or it stands below one: <c>filter[a]</c>.</summary>
    public static string FreeName(string name, string member, string[]? others, StringComparison comparison) =>
        others is not null && Array.Exists(others, other => member.StartsWith(other, comparison) && (member.Length == other.Length || member[other.Length] == '['))
            ? throw new ArgumentException("A name in the value belongs to another field of the form.", name)
            : member;

    /// <summary>The JSON of a value, or of each item of a list.</summary>
    public static IEnumerable<string> JsonTextsOf(JsonElement value, bool isList) =>
        isList && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetRawText()) : [value.GetRawText()];

    /// <summary>Null stands where the style of a parameter has no form for it.</summary>
    public static ArgumentException HasNoNull(string name) => new("The parameter's style has no form for null.", name);

    /// <summary>Refuses lists and objects within the value, which only properties with names of their own have a place for.</summary>
    public void CheckFlat(string name)
    {
        if (_isDeep)
            throw new ArgumentException("The parameter's style has no place for lists and objects within its value.", name);
    }

    /// <summary>Refuses lists and objects within a list, for whose items no style has names.</summary>
    public void CheckItems(string name)
    {
        if (_hasDeepLists)
            throw new ArgumentException("The parameter's style has no place for lists and objects within a list.", name);
    }

    /// <summary>Refuses names with brackets, which the names of a parameter's properties hold.</summary>
    public void CheckBrackets(string name)
    {
        if (_hasBrackets)
            throw new ArgumentException("In this parameter's style the name of a property cannot hold '[' or ']'.", name);
    }

    /// <summary>Refuses texts that hold what parts them, where its escaped form parts them too.</summary>
    public void CheckSplits(string name, char delimiter)
    {
        if ((IsArray || IsObject) && Parts.Exists(part => part.Text.Contains(delimiter, StringComparison.Ordinal) || part.Name.Contains(delimiter, StringComparison.Ordinal)))
            throw new ArgumentException($"In this parameter's style no text can hold '{delimiter}', which stands between them.", name);
    }

    /// <summary>Refuses a list whose only item is empty, where it looks like a list without any.</summary>
    public void CheckNotBlank(string name)
    {
        if (IsArray && Parts is [{ Text.Length: 0 }])
            throw new ArgumentException("In this parameter's style a list cannot have an empty text for its only item.", name);
    }

    /// <summary>What stands between the texts in a style, as it is before it is escaped.</summary>
    public static char DelimiterOf(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => ' ',
        ParameterStyle.PipeDelimited => '|',
        ParameterStyle.TabDelimited => '\t',
        _ => ',',
    };

    /// <summary>The texts in one, an object's names and texts in turn, with the style's delimiter between them. Refuses those that could not be told apart.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="style">A style that does not set the texts apart.</param>
    /// <param name="escape">Escapes a text, commas included; null where nothing is escaped.</param>
    public string Join(string name, ParameterStyle style, Func<string, string>? escape = null)
    {
        var delimiter = DelimiterOf(style);
        CheckFlat(name);
        CheckNotBlank(name);
        // An escaped comma is a part of an item; of the other delimiters the escaped form parts the items.
        if (escape is null || delimiter != ',')
            CheckSplits(name, delimiter);
        var texts = IsObject ? Parts.SelectMany(part => new[] { part.Name, part.Text }) : Parts.Select(part => part.Text);
        return escape is null ? string.Join(delimiter, texts) : string.Join(delimiter == ',' ? "," : Uri.HexEscape(delimiter), texts.Select(escape));
    }

    /// <summary>The UTF-8 JSON text of a value.</summary>
    public static byte[] Json<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T> => JsonFormat<T>.Of<TCodec>().ToUtf8(value);

    /// <summary>Takes the JSON of a value apart.</summary>
    private sealed class Collector
    {
        public List<(string Name, string Inner, string Text)> Parts { get; } = [];

        public bool IsDeep { get; private set; }

        public bool HasDeepLists { get; private set; }

        public bool HasNulls { get; private set; }

        public bool HasBrackets { get; private set; }

        public void Collect(ref Utf8JsonReader reader, string name, string inner, bool isInList)
        {
            var hasParts = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
            IsDeep |= hasParts && reader.CurrentDepth > 0;
            HasDeepLists |= hasParts && isInList;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                        Collect(ref reader, name, inner, isInList: true);
                    break;
                case JsonTokenType.StartObject:
                    CollectMembers(ref reader, name, inner);
                    break;
                case JsonTokenType.Null:
                    HasNulls |= reader.CurrentDepth > 0;
                    break;
                case JsonTokenType.String:
                    Parts.Add((name, inner, reader.GetString()!));
                    break;
                default:
                    Parts.Add((name, inner, Encoding.UTF8.GetString(reader.ValueSpan)));
                    break;
            }
        }

        private void CollectMembers(ref Utf8JsonReader reader, string name, string inner)
        {
            var isWhole = reader.CurrentDepth == 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var member = reader.GetString()!;
                HasBrackets |= member.AsSpan().ContainsAny('[', ']');
                reader.Read();
                Collect(ref reader, isWhole ? member : name, isWhole ? "" : $"{inner}[{member}]", isInList: false);
            }
        }
    }
}
