namespace SyncGen.Runtime;

using System.ComponentModel;
using System;

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

    /// <summary>The members that are texts, where all other names stand for something else.</summary>
    public string[] TextMembers { get; init; } = [];

    /// <summary>A name without a value counts as no parameter.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>The names that belong to other parameters, where the value takes all names that are left; null where it takes those that it declares.</summary>
    public string[]? Except { get; init; }

    /// <summary>The names of the members in the query, where the value takes no others; else null.</summary>
    public string[]? Only { get; init; }

    /// <summary>What a single value, or each item of a list, may be where the contract allows several kinds.</summary>
    public TextKinds Kinds { get; init; }

    /// <summary>The texts of a form are those of a query: still encoded.</summary>
    public bool IsEncoded { get; init; }

    /// <summary>The value has no name of its own: it is all of a form, or what other fields leave of it.</summary>
    public bool HasAnyName { get; init; }

    /// <summary>Each member is a parameter of the query, or a field of the form, with a name of its own.</summary>
    public bool HasNamedMembers => IsObject && (Place is ParameterPlace.Query or ParameterPlace.Form) && !IsJson && (Style == ParameterStyle.DeepObject || (Style == ParameterStyle.Form && Explode));

    /// <summary>The value may be given by names in brackets: where its style has them, and in any form, since many programs write forms so.</summary>
    public bool TakesBrackets => HasParts && !HasAnyName && (Place == ParameterPlace.Form || (Style == ParameterStyle.DeepObject && HasNamedMembers));

    /// <summary>The value may stand in one text under its own name.</summary>
    public bool TakesOwnName => !HasNamedMembers || Style == ParameterStyle.DeepObject || (Place == ParameterPlace.Form ? !HasAnyName : Kinds != TextKinds.None);

    /// <summary>A value without parts looks like one that is not sent.</summary>
    public bool IsAbsentWhenEmpty => (IsList || (IsObject && Kinds == TextKinds.None)) && !IsJson && Place != ParameterPlace.Path;

    /// <summary>The place of a member, in the words of <see cref="LiteralMembers"/>: its own name, or the one that stands for all names.</summary>
    public string PlaceOf(string owner, string name)
    {
        var own = owner.Length == 0 ? name : $"{owner}[{name}]";
        return Knows(LiteralMembers, own) || Knows(ListMembers, own) || Knows(ObjectMembers, own) || Knows(TextMembers, own) ? own : owner + "[]";
    }

    /// <summary>The member in this place is a list.</summary>
    public bool IsListAt(string place) => Array.IndexOf(ListMembers, place) >= 0;

    /// <summary>The member in this place is a number or a boolean, or a list of them.</summary>
    public bool IsLiteralAt(string place) => Array.IndexOf(LiteralMembers, place) >= 0;

    private bool HasParts => IsList || IsObject || (Kinds & (TextKinds.List | TextKinds.Object)) != TextKinds.None;

    private static bool Knows(string[] places, string own) => Array.Exists(places, place => place == own || (place.StartsWith(own, StringComparison.Ordinal) && place[own.Length] == '['));
}
