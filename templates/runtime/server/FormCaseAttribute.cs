namespace SyncGen.Runtime;

using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SyncGen.Runtime.Json;

/// <summary>One of the forms that an operation takes where the contract has several: its parts tell whether a request is meant so.</summary>
/// <param name="required">The names of the parts that must be there.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FormCaseAttribute(params string[] required) : Attribute
{
    /// <summary>The values that a part can have, each as <c>kind=upload</c>.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The names of all parts that may be there; null where others may be, too.</summary>
    public string[]? Only { get; init; }

    /// <summary>The number by which <see cref="FormCasePartAttribute"/> names the form.</summary>
    public int Case { get; init; } = -1;

    /// <summary>The names of the parts that are files in this form, and something else in another one.</summary>
    public string[] Files { get; init; } = [];

    /// <summary>The names of the parts that are files in another form alone.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>No other form may fit beside it.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>What is wrong with a form of which the contract has several; null when nothing is.</summary>
    internal static string? ErrorOf(HttpContext httpContext, MultipartForm form)
    {
        var cases = httpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<FormCaseAttribute>() ?? [];
        if (cases.Count == 0)
            return null;
        var parts = httpContext.GetEndpoint()!.Metadata.GetOrderedMetadata<FormCasePartAttribute>();
        var fitting = cases.Where(@case => @case.Fits(form.Parts)).Select(@case => @case.Read(parts, form.Parts)).OfType<Reading>().ToList();
        if (fitting.Count == 0)
            return "The form is none of those that the contract has.";
        // A text may be read as more than it looks like: as a string, or as a list of one.
        var least = fitting.Min(reading => reading.Distance);
        var closest = fitting.FindAll(reading => reading.Distance == least);
        form.Read = closest[0].Values;
        return closest.Count > 1 && closest.Exists(reading => reading.IsExclusive) ? "The form is several of those that the contract has, of which it must be one." : null;
    }

    /// <summary>The parts that are something else in other forms, as they are in this one; null where one of them cannot be.</summary>
    private Reading? Read(IEnumerable<FormCasePartAttribute> rules, IReadOnlyList<FormPart> parts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var distance = 0;
        foreach (var rule in rules.Where(rule => rule.Case == Case))
        {
            if (rule.Read(parts) is not { } read)
                return null;
            distance += read.Distance;
            if (read.Json is { } json)
                values[rule.Name] = json;
        }

        return new Reading(IsExclusive, distance, values);
    }

    private bool Fits(IReadOnlyList<FormPart> parts) =>
        Array.TrueForAll(required, name => parts.Any(part => part.Name == name))
        && (Only is null || parts.All(part => Array.IndexOf(Only, part.Name) >= 0))
        && parts.All(part => part.IsFile ? Array.IndexOf(Texts, part.Name) < 0 : Array.IndexOf(Files, part.Name) < 0)
        && Values.Select(value => value[..value.IndexOf('=', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal)
            .All(name => parts.Where(part => part.Name == name).All(part => part.MayBeText && Array.IndexOf(Values, $"{name}={part.ToText().Value}") >= 0));

    private sealed record Reading(bool IsExclusive, int Distance, Dictionary<string, string> Values);
}

/// <summary>What a part is in one of the forms that an operation takes, where it is something else in another one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
/// <param name="case">The number of the form.</param>
/// <param name="name">The name of the part.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FormCasePartAttribute<T, TCodec>(int @case, string name) : FormCasePartAttribute(@case, name)
    where TCodec : struct, IJsonCodec<T>
{
    internal override bool Reads(string json, int? items, FormCasePartAttribute rule)
    {
        try
        {
            var value = JsonBody.Read<T, TCodec>(Encoding.UTF8.GetBytes(json));
            if (!FormBounds.Allow(json, rule.Bounds))
                return false;
            return value is IValidated validated ? validated.Validate().Count == 0
                : value is not ICollection list || (list.Count >= rule.MinItems && list.Count <= rule.MaxItems && list.Count == (items ?? list.Count));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>What a part is in one of the forms that an operation takes, of a type that C# does not allow in an attribute's type arguments.</summary>
/// <param name="part">A <see cref="FormCasePartAttribute{T, TCodec}"/>.</param>
/// <param name="case">The number of the form.</param>
/// <param name="name">The name of the part.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FormCasePartOfAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type part, int @case, string name) : FormCasePartAttribute(@case, name)
{
    private readonly FormCasePartAttribute _part = (FormCasePartAttribute)Activator.CreateInstance(part, @case, name)!;

    internal override bool Reads(string json, int? items, FormCasePartAttribute rule) => _part.Reads(json, items, rule);
}

/// <summary>What a part is in one of the forms that an operation takes.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class FormCasePartAttribute : Attribute
{
    private protected FormCasePartAttribute(int @case, string name) => (Case, Name) = (@case, name);

    /// <summary>The value is a list, whose items are parts each.</summary>
    public bool IsList { get; init; }

    /// <summary>How many items a list must have.</summary>
    public int MinItems { get; init; }

    /// <summary>How many items a list can have.</summary>
    public int MaxItems { get; init; } = int.MaxValue;

    /// <summary>The bounds of the value, or of each item of a list: <c>&gt;= 1</c>, <c>length &lt;= 20</c>.</summary>
    public string[] Bounds { get; init; } = [];

    internal int Case { get; }

    internal string Name { get; }

    /// <summary>The JSON of the part as it is in this form, with how far that is from what the text looks like; no JSON where the part is not there, null where it cannot be.</summary>
    internal (int Distance, string? Json)? Read(IReadOnlyList<FormPart> parts)
    {
        var texts = parts.Where(part => part.Name == Name && part.MayBeText).Select(part => part.ToText()).ToList();
        if (texts.Count == 0)
            return (0, null);
        var isListOfOne = IsList && texts is [var only] && !only.BeginsWith('[');
        var distance = isListOfOne ? 2 : 0;
        if (texts.TrueForAll(text => text.IsJson == true || !text.BeginsWith('"')) && JsonOf(texts, isListOfOne, text => text.Text) is { } literal)
            return (distance, literal);
        return texts.Exists(text => text.IsJson != true) && JsonOf(texts, isListOfOne, text => text.IsJson == true ? text.Text : $"\"{JsonEncodedText.Encode(text.Text)}\"") is { } json ? (distance + 1, json) : null;
    }

    /// <param name="json">The JSON.</param>
    /// <param name="items">How many items it must be; null where it tells that itself.</param>
    /// <param name="rule">What is said of the part.</param>
    internal abstract bool Reads(string json, int? items, FormCasePartAttribute rule);

    private string? JsonOf(List<SentText> texts, bool isListOfOne, Func<SentText, string> jsonOf)
    {
        if (!isListOfOne && !(IsList && texts.Count > 1))
            return texts is [var single] && jsonOf(single) is var whole && Reads(whole, items: null, this) ? whole : null;
        var json = $"[{string.Join(',', texts.Select(jsonOf))}]";
        // A text with a comma would be two items.
        return Reads(json, texts.Count, this) ? json : null;
    }
}
