namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>One of the forms that an operation takes where the contract has several.</summary>
/// <param name="required">The names of the parts that must be there.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class FormCheck(params string[] required)
{
    private readonly List<(string Name, Func<string, int?> DistanceTo)> _parts = [];

    /// <summary>The values that a part can have, each as <c>kind=upload</c>.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The names of all parts that may be there; null where others may be, too.</summary>
    public string[]? Only { get; init; }

    /// <summary>No other form may fit beside it.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>A part that is something else in another form.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="bounds">The bounds of its value.</param>
    public FormCheck With<T, TCodec>(string name, params string[] bounds)
        where TCodec : struct, IJsonCodec<T>
    {
        _parts.Add((name, json => Reads<T, TCodec>(TextOf(json), bounds) ? 0 : Reads<T, TCodec>(json, bounds) ? 1 : null));
        return this;
    }

    /// <summary>How far the form is from what the parts look like, as a server sees them; null where it does not fit.</summary>
    /// <param name="parts">The JSON of those that are there, an empty text for a file.</param>
    public int? DistanceTo(IReadOnlyDictionary<string, string> parts)
    {
        if (!Fits(parts))
            return null;
        var distances = _parts.Where(part => parts.ContainsKey(part.Name)).Select(part => part.DistanceTo(parts[part.Name])).ToList();
        return distances.Contains(null) ? null : distances.Sum();
    }

    private bool Fits(IReadOnlyDictionary<string, string> parts) =>
        Array.TrueForAll(required, parts.ContainsKey)
        && (Only is null || parts.Keys.All(name => Array.IndexOf(Only, name) >= 0))
        && Values.GroupBy(value => value[..value.IndexOf('=', StringComparison.Ordinal)], StringComparer.Ordinal)
            .All(values => !parts.TryGetValue(values.Key, out var json) || values.Contains($"{values.Key}={TextOf(json)}"));

    private static string TextOf(string json) => json is ['"', ..] ? JsonBody.Read<string, JsonString>(Encoding.UTF8.GetBytes(json)) : json;

    private static bool Reads<T, TCodec>(string json, string[] bounds)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            _ = JsonBody.Read<T, TCodec>(Encoding.UTF8.GetBytes(json));
            return FormBounds.Allow(json, bounds);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
