using System.Collections.Frozen;

namespace SyncGen.Modeling;

/// <summary>The keywords of one kind of object.</summary>
/// <param name="Name">What messages call the object, with an article.</param>
/// <param name="Keywords">The keywords.</param>
internal sealed record ObjectKeywords(string Name, FrozenSet<string> Keywords)
{
    /// <summary>The objects that only describe, by the keyword they stand under: information, servers, tags, flows.</summary>
    public FrozenDictionary<string, ObjectKeywords> Parts { get; private init; } = FrozenDictionary<string, ObjectKeywords>.Empty;

    /// <summary>Whether the names are the author's and the values are such objects.</summary>
    public bool IsMap { get; private init; }

    /// <summary>The keywords without which the object is not complete.</summary>
    public ImmutableArray<string> Required { get; private init; } = [];

    /// <summary>Two keywords of which one may be there.</summary>
    public (string First, string Second)? Exclusive { get; private init; }

    public static ObjectKeywords Of(string name, string keywords, params ReadOnlySpan<(string Keyword, ObjectKeywords Part)> parts) =>
        new(name, keywords.Split(' ').ToFrozenSet(StringComparer.Ordinal))
        {
            Parts = parts.ToArray().ToFrozenDictionary(part => part.Keyword, part => part.Part, StringComparer.Ordinal),
        };

    public ObjectKeywords Without(string keyword) => this with { Keywords = Keywords.Where(name => name != keyword).ToFrozenSet(StringComparer.Ordinal) };

    public ObjectKeywords Demanding(params ImmutableArray<string> keywords) => this with { Required = keywords };

    public ObjectKeywords WithEither(string first, string second) => this with { Exclusive = (first, second) };

    public ObjectKeywords AsMap() => this with { IsMap = true };
}
