using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How a value becomes fields or parts of a form.</summary>
internal enum FieldLayout
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>A part for each item of a list; JSON for items that are objects.</summary>
    Items,

    /// <summary>A field with JSON for each item of a list.</summary>
    JsonItems,

    /// <summary>JSON as a whole.</summary>
    Json,

    /// <summary>In the style of a parameter.</summary>
    Styled,

    /// <summary>The properties of the value are the fields.</summary>
    Members,

    /// <summary>The properties of the value are the fields, each with JSON; of lists each item.</summary>
    JsonMembers,
}

/// <summary>How an argument travels in a form.</summary>
/// <param name="Layout">How a value becomes fields or parts; a file has none.</param>
/// <param name="MediaType">The media type of a part where it is not the usual one, else null.</param>
/// <param name="Style">Of <see cref="FieldLayout.Styled"/>.</param>
/// <param name="IsExploded">Of <see cref="FieldLayout.Styled"/>.</param>
internal sealed record FormField(FieldLayout Layout, string? MediaType, ParameterStyle Style = ParameterStyle.Form, bool IsExploded = true)
{
    /// <summary>The place among the fields, as the contract has them.</summary>
    public int Position { get; init; }

    /// <summary>It is all of the form, whose parts may have any name.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A list of files of which the contract lets there be none.</summary>
    public bool AllowsNone { get; init; }

    /// <summary>The media types of which a file has one, ranges among them; none where it may have any.</summary>
    public ImmutableArray<string> FileTypes { get; init; } = [];

    /// <summary>A part that may be of several kinds, and says which of them it is: null may be JSON.</summary>
    public bool IsSelfDescribing { get; init; }

    /// <summary>The headers that the contract declares for each part.</summary>
    public ImmutableArray<HeaderPlan> Headers { get; init; } = [];

    /// <summary>The names of the headers that each part must have.</summary>
    public IEnumerable<string> RequiredHeaders => Headers.Where(header => header.IsRequired).Select(header => header.WireName);

    /// <summary>The schema of each value, where the names are not declared.</summary>
    public SchemaId? Values { get; init; }

    /// <summary>The values whose names are not declared are lists.</summary>
    public bool HasLists { get; init; }

    /// <summary>The names that belong to other fields, where this one takes what is left.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>The names that no member of the value can have, where these may have any other.</summary>
    public ImmutableArray<string> Reserved { get; init; } = [];
}
