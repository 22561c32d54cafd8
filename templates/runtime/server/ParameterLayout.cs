namespace SyncGen.Runtime;

using System.ComponentModel;
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

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

    /// <summary>The whole query string.</summary>
    QueryString,
}

/// <summary>Where a parameter stands and how its text becomes a value.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="name">The name on the wire; in a path the name in the route.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct ParameterLayout(ParameterPlace place, string name)
{
    private readonly string[] _readings = [];
    private readonly StrongBox<ParameterLayout[]?>? _ways;

    /// <summary>Where it stands.</summary>
    public ParameterPlace Place { get; } = place;

    /// <summary>The name on the wire; in a path the name in the route.</summary>
    public string Name { get; } = name;

    /// <summary>The name of a parameter in the path where routing does not take it and <see cref="Name"/> is another; else null.</summary>
    public string? WireName { get; init; }

    /// <summary>The part of a multipart body whose header it is; null for a header of the request.</summary>
    public string? Part { get; init; }

    /// <summary>A request without it is wrong.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A form that is sent must have it, though there may be no form.</summary>
    public bool IsRequiredWithBody { get; init; }

    /// <summary>JSON may say null.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>How the text is laid out.</summary>
    public ParameterStyle Style { get; init; } = place is ParameterPlace.Path or ParameterPlace.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    /// <summary>Items and properties stand apart.</summary>
    public bool Explode { get; init; }

    /// <summary>The value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>The value has properties.</summary>
    public bool IsObject { get; init; }

    /// <summary>The text is JSON as it stands.</summary>
    public bool IsJson { get; init; }

    /// <summary>A single value, or each item of a list, is JSON as it stands: a number or a boolean, in a form an object too.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The properties that are numbers or booleans, or lists of them: <c>limit</c>, <c>range[from]</c>, and with <c>[]</c> for a name all of a dictionary.</summary>
    public string[] LiteralMembers { get; init; } = [];

    /// <summary>The properties that are lists, whose items each have the property's name.</summary>
    public string[] ListMembers { get; init; } = [];

    /// <summary>The properties that have properties in turn, each with a name of its own.</summary>
    public string[] ObjectMembers { get; init; } = [];

    /// <summary>The properties that are texts, where all other names stand for something else.</summary>
    public string[] TextMembers { get; init; } = [];

    /// <summary>The properties that are numbers where they look like it, and texts otherwise.</summary>
    public string[] NumberOrTextMembers { get; init; } = [];

    /// <summary>The properties that are true or false where they look like it, and texts otherwise.</summary>
    public string[] BooleanOrTextMembers { get; init; } = [];

    /// <summary>
    /// What properties are in one of several ways to read the value, where the cases of a union differ: the number of the way, the setting to which the property belongs, and the
    /// property, as <c>1 ListMembers tags</c>.
    /// </summary>
    public string[] Readings
    {
        get => _readings;
        init => (_readings, _ways) = (value, new StrongBox<ParameterLayout[]?>());
    }

    /// <summary>The ways to read the value, each with a layout of its own; found once for the layout and all its copies.</summary>
    public IEnumerable<ParameterLayout> Ways
    {
        get
        {
            var (isEncoded, isRequired) = (IsEncoded, IsRequired);
            return (_ways!.Value ??= ReadInWays()).Select(way => way with { IsEncoded = isEncoded, IsRequired = isRequired });
        }
    }

    /// <summary>A name without a value counts as no parameter.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>The names that belong to other parameters, where the value takes all names that are left; null where it takes those that it declares.</summary>
    public string[]? Except { get; init; }

    /// <summary>The names of the properties in the query, where the value takes no others; else null.</summary>
    public string[]? Only { get; init; }

    /// <summary>What a single value, or each item of a list, may be where the contract allows several kinds.</summary>
    public TextKinds Kinds { get; init; }

    /// <summary>The texts of a form are those of a query: still encoded.</summary>
    public bool IsEncoded { get; init; }

    /// <summary>The value has no name of its own: it is all of a form, or what other fields leave of it.</summary>
    public bool HasAnyName { get; init; }

    /// <summary>Each property is a parameter of the query, or a field of the form, with a name of its own.</summary>
    public bool HasNamedMembers => IsObject && (Place is ParameterPlace.Query or ParameterPlace.Form) && !IsJson && (Style == ParameterStyle.DeepObject || (Style == ParameterStyle.Form && Explode));

    /// <summary>The value may be given by names in brackets: where its style has them, and in any form, since many programs write forms so.</summary>
    public bool TakesBrackets => HasParts && !HasAnyName && (Place == ParameterPlace.Form || (Style == ParameterStyle.DeepObject && HasNamedMembers));

    /// <summary>The value may stand in one text under its own name.</summary>
    public bool TakesOwnName => !HasNamedMembers || Style == ParameterStyle.DeepObject || (Place == ParameterPlace.Form ? !HasAnyName : Kinds != TextKinds.None);

    /// <summary>A style lays out the items of a list, which has no form for null; a part of a multipart body may be JSON.</summary>
    public bool HasStyledItems => !IsJson && (Place != ParameterPlace.Form || IsEncoded || !Explode);

    /// <summary>A value without parts looks like one that is not sent.</summary>
    public bool IsAbsentWhenEmpty => (IsList || (IsObject && Kinds == TextKinds.None)) && !IsJson && Place != ParameterPlace.Path;

    /// <summary>The place of a property, in the words of <see cref="LiteralMembers"/>: its own name, or the one that stands for all names.</summary>
    public string PlaceOf(string owner, string name)
    {
        var own = owner.Length == 0 ? name : $"{owner}[{name}]";
        return Knows(own) ? own : owner + "[]";
    }

    /// <summary>Something is said of the property, or of what stands in it.</summary>
    public bool Knows(string place) =>
        Knows(LiteralMembers, place) || Knows(ListMembers, place) || Knows(ObjectMembers, place) || Knows(TextMembers, place) || Knows(NumberOrTextMembers, place) || Knows(BooleanOrTextMembers, place);

    /// <summary>The property in this place is a list.</summary>
    public bool IsListAt(string place) => Array.IndexOf(ListMembers, place) >= 0;

    /// <summary>The property in this place is a number or a boolean, or a list of them.</summary>
    public bool IsLiteralAt(string place) => Array.IndexOf(LiteralMembers, place) >= 0;

    /// <summary>What the property in this place may be, where it may be of several kinds.</summary>
    public TextKinds KindsAt(string place)
    {
        var (isNumber, isBoolean) = (Array.IndexOf(NumberOrTextMembers, place) >= 0, Array.IndexOf(BooleanOrTextMembers, place) >= 0);
        return isNumber || isBoolean ? TextKinds.Text | (isNumber ? TextKinds.Number : TextKinds.None) | (isBoolean ? TextKinds.Boolean : TextKinds.None)
            : HasAnyName && place == "[]" ? Kinds
            : TextKinds.None;
    }

    private ParameterLayout[] ReadInWays()
    {
        var layout = this;
        var entries = Readings.Select(reading => reading.Split(' ', 3)).ToLookup(parts => parts[0], StringComparer.Ordinal);
        return [.. entries.Select(way => layout with
        {
            Readings = [],
            LiteralMembers = [.. layout.LiteralMembers, .. PlacesOf(way, nameof(LiteralMembers))],
            ListMembers = [.. layout.ListMembers, .. PlacesOf(way, nameof(ListMembers))],
            ObjectMembers = [.. layout.ObjectMembers, .. PlacesOf(way, nameof(ObjectMembers))],
            TextMembers = [.. layout.TextMembers, .. PlacesOf(way, nameof(TextMembers))],
            NumberOrTextMembers = [.. layout.NumberOrTextMembers, .. PlacesOf(way, nameof(NumberOrTextMembers))],
            BooleanOrTextMembers = [.. layout.BooleanOrTextMembers, .. PlacesOf(way, nameof(BooleanOrTextMembers))],
        })];
    }

    private static IEnumerable<string> PlacesOf(IEnumerable<string[]> way, string setting) => way.Where(parts => parts[1] == setting).Select(parts => parts[2]);

    private bool HasParts => IsList || IsObject || (Kinds & (TextKinds.List | TextKinds.Object)) != TextKinds.None;

    private static bool Knows(string[] places, string own) => Array.Exists(places, place => place == own || (place.StartsWith(own, StringComparison.Ordinal) && place[own.Length] == '['));
}
