using System.Text.RegularExpressions;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The C# names of enum values.</summary>
internal sealed partial class EnumMembers(ApiModel api, TypeNames names, DiagnosticBag diagnostics)
{
    /// <summary>Members that an enum type has of its own accord.</summary>
    private static readonly ImmutableArray<string> Taken = ["Value", "Kind", "Known", "Unlisted", "Parse", "TryParse", "Compare", "Format", "Texts"];

    private readonly Dictionary<SchemaId, ImmutableArray<string>> _members = [];

    /// <summary>The names of the values, index by index.</summary>
    public ImmutableArray<string> Of(Schema schema)
    {
        if (_members.TryGetValue(schema.Id, out var known))
            return known;
        var values = ((Shape.Enum)schema.Shape).Values;
        var wires = values.Select(value => (TextOf(value.Value), value.Name, value.Span)).ToImmutableArray();
        var members = new MemberNames(names.Of[schema.Id]).Avoid(Taken).Of(wires, "Value", diagnostics);
        _members.Add(schema.Id, members);
        return members;
    }

    /// <summary>The member of this value; a new value where any goes, else null when the enum has none.</summary>
    public string? ExpressionOf(SchemaId id, JsonValue value)
    {
        // Equal inline enums share a type, and equal values get equal names.
        var schema = api[id];
        var shape = (Shape.Enum)schema.Shape;
        var values = shape.Values;
        for (var index = 0; index < values.Length; index++)
        {
            if (TextOf(values[index].Value) == TextOf(value))
                return $"{names.Of[id]}.{Of(schema)[index]}";
        }

        return shape.IsOpen ? $"new {names.Of[id]}({Literal.Text(TextOf(value))})" : null;
    }

    /// <summary>A default as a class can write it: a member of the class that is called like an enum in the default would be meant instead.</summary>
    /// <param name="expression">The default.</param>
    /// <param name="isHidden">Whether the class has a member of that name that hides the enum.</param>
    public static string Qualified(string expression, ApiNamespace @namespace, Func<string, bool> isHidden) =>
        TextOrOwner().Replace(expression, match => match.Groups["owner"] is { Success: true } owner && isHidden(owner.Value) ? @namespace.Qualify(owner.Value) : match.Value);

    /// <summary>The value as text: the string itself, or the number.</summary>
    public static string TextOf(JsonValue value) => value switch
    {
        JsonValue.String text => text.Value,
        JsonValue.Number number => number.Text,
        _ => "",
    };

    /// <summary>Passes over texts and finds the names whose member is taken: <c>Mood</c> in <c>Mood.Happy</c>.</summary>
    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|(?<![\w.])(?<owner>\w+)(?=\.\w)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TextOrOwner();
}
