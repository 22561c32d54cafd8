namespace SyncGen.Runtime;

using System.ComponentModel;

/// <summary>Where a parameter of a request stands.</summary>
public enum ParameterPlace
{
    /// <summary>In the path.</summary>
    Path,

    /// <summary>In the query string.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>A field of a form.</summary>
    Form,
}

/// <summary>Where a parameter stands and how its text becomes a value.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="name">The name on the wire; in a path the name in the route.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct ParameterLayout(ParameterPlace place, string name)
{
    /// <summary>Where it stands.</summary>
    public ParameterPlace Place { get; } = place;

    /// <summary>The name on the wire; in a path the name in the route.</summary>
    public string Name { get; } = name;

    /// <summary>The name of a parameter in the path where routing does not take it and <see cref="Name"/> is another; else null.</summary>
    public string? WireName { get; init; }

    /// <summary>A request without it is wrong.</summary>
    public bool IsRequired { get; init; }

    /// <summary>How the text is laid out.</summary>
    public ParameterStyle Style { get; init; } = place is ParameterPlace.Path or ParameterPlace.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    /// <summary>Items and members stand apart.</summary>
    public bool Explode { get; init; }

    /// <summary>The value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>The value has members.</summary>
    public bool IsObject { get; init; }

    /// <summary>The text is JSON as it stands.</summary>
    public bool IsJson { get; init; }

    /// <summary>A single value, or each item of a list, is JSON as it stands: a number or a boolean, in a form an object too.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The members that are numbers or booleans, or lists of them: <c>limit</c>, <c>range[from]</c>, and with <c>[]</c> for a name all of a dictionary.</summary>
    public string[] LiteralMembers { get; init; } = [];

    /// <summary>The members that are lists, whose items each have the member's name.</summary>
    public string[] ListMembers { get; init; } = [];

    /// <summary>The members that have members in turn, each with a name of its own.</summary>
    public string[] ObjectMembers { get; init; } = [];

    /// <summary>A name without a value counts as no parameter.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>The names that belong to other parameters, where the value takes all names that are left; null where it takes those that it declares.</summary>
    public string[]? Except { get; init; }

    /// <summary>The names of the members in the query, where the value takes no others; else null.</summary>
    public string[]? Only { get; init; }

    /// <summary>Text that is no JSON is a string.</summary>
    public bool AllowsText { get; init; }

    /// <summary>The texts of a form are those of a query: still encoded.</summary>
    public bool IsEncoded { get; init; }

    /// <summary>The value is all of a form, whose parts may have any name.</summary>
    public bool HasAnyName { get; init; }

    /// <summary>Each member is a parameter of the query, or a field of the form, with a name of its own.</summary>
    public bool HasNamedMembers => IsObject && (Place is ParameterPlace.Query or ParameterPlace.Form) && !IsJson && (Style == ParameterStyle.DeepObject || (Style == ParameterStyle.Form && Explode));
}
