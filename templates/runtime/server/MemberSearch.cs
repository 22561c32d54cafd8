namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

/// <summary>Finds the properties of a value in the query or form, where each has a name of its own: <c>city=a</c>, <c>address[city]=a</c>.</summary>
internal static class MemberSearch
{
    /// <summary>What the names of the request say of the value.</summary>
    /// <param name="request">The request, whose form has been read.</param>
    /// <param name="layout">The value.</param>
    /// <param name="own">The texts under the value's own name. One that turns out to be a property is taken away.</param>
    public static MemberTree Find(HttpRequest request, ParameterLayout layout, List<SentText> own)
    {
        var tree = new MemberTree();
        var name = layout.Name;
        var isExploded = layout is { HasNamedMembers: true, Style: ParameterStyle.Form };
        // A property may be called as the value is; of those whose names may be any, JSON tells the value.
        if (isExploded && IsMember(name, isSingle: true, layout) && !(layout.Only is null && own is [var whole] && IsObject(whole, layout)))
            own.Clear();
        var takesOwnName = own.Count == 0;
        foreach (var (field, text) in FieldsOf(request, layout, isExploded))
        {
            if (layout.TakesBrackets && MemberTree.IsBelow(name, field))
                tree.Add(MemberTree.WayOf(field[name.Length..]), text);
            else if (isExploded && (takesOwnName || field != name))
                tree.Add(WayOf(field, layout), text);
        }

        return tree;
    }

    /// <summary>The properties that the request may have, by their paths in the value.</summary>
    public static List<string> Sent(HttpRequest request, in ParameterLayout layout)
    {
        var owner = layout.Name;
        return
        [
            .. (layout.Place == ParameterPlace.Form ? RequestForm.Fields(request, _ => true).Select(field => field.Name) : QuerySearch.All(request).Select(field => field.Name))
                .Distinct()
                .Select(name => MemberTree.IsBelow(owner, name) && MemberTree.WayOf(name[owner.Length..]) is [var first, .. var rest] ? first + string.Concat(rest.Select(part => $"[{part}]")) : name),
        ];
    }

    private static List<(string Name, SentText Text)> FieldsOf(HttpRequest request, ParameterLayout layout, bool isExploded)
    {
        bool IsWanted(string field) => (layout.TakesBrackets && MemberTree.IsBelow(layout.Name, field)) || (isExploded && IsMember(field, isSingle: true, layout));
        var fields = layout.Place == ParameterPlace.Form
            ? RequestForm.Fields(request, IsWanted)
            : QuerySearch.All(request).Where(field => IsWanted(field.Name)).Select(field => (Name: field.IsUtf8 ? field.Name : throw new JsonException(FormEncoding.NotUtf8), Text: new SentText(ParameterText.Decode(field.Text, layout))));
        if (layout is { Except: not null } or { Only: not null } || !isExploded)
            return [.. fields];
        return [.. fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => IsMember(group.Key, group.Count() == 1, layout)).SelectMany(group => group)];
    }

    private static bool IsObject(SentText text, in ParameterLayout layout) => new SentText(ParameterText.Decode(text.Text, layout)).BeginsWith('{');

    /// <summary>What belongs to others may be there several times; what takes the names that are left takes all but theirs.</summary>
    private static bool IsMember(string name, bool isSingle, ParameterLayout layout) => layout switch
    {
        { Except: { } except } => !Array.Exists(except, other => IsOf(other, name, layout)),
        { Only: { } only } => Array.Exists(only, own => own == name || MemberTree.IsBelow(own, name)),
        _ => isSingle || layout.IsListAt(layout.PlaceOf("", name)),
    };

    /// <summary>In a query and in an urlencoded form a value is found whatever the case of its name.</summary>
    private static bool IsOf(string other, string name, in ParameterLayout layout)
    {
        var comparison = layout.Place == ParameterPlace.Query || layout.IsEncoded ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return name.StartsWith(other, comparison) && (name.Length == other.Length || name[other.Length] == '[');
    }

    /// <summary>Brackets are a part of the name, unless what stands before them has properties or items.</summary>
    private static string[] WayOf(string field, in ParameterLayout layout)
    {
        var bracket = field.IndexOf('[', StringComparison.Ordinal);
        if (bracket <= 0 || field[^1] != ']')
            return [field];
        var place = layout.PlaceOf("", field[..bracket]);
        var isList = layout.IsListAt(place);
        var hasParts = isList || Array.IndexOf(layout.ObjectMembers, place) >= 0;
        // Of a map of lists, whose names may be any, only "[]" tells that it is none of the name.
        return hasParts && (place != "[]" || !isList || field.EndsWith("[]", StringComparison.Ordinal)) ? [field[..bracket], .. MemberTree.WayOf(field[bracket..])] : [field];
    }
}
