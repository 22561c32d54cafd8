using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How an inline schema stands in the schema or operation it is named after.</summary>
/// <param name="Parent">The schema it stands in, or null when <see cref="Prefix"/> says it all.</param>
/// <param name="Prefix">The name of what it belongs to when that is no schema: <c>GetSyncResponse</c>.</param>
/// <param name="Step">From the parent's name to this one's.</param>
/// <param name="Text">The property's name or the case's name, PascalCase; empty for other steps.</param>
internal sealed record SchemaPosition(SchemaId? Parent, string Prefix, PositionStep Step, string Text)
{
    public static SchemaPosition Root(string name) => new(null, name, PositionStep.Same, "");

    /// <summary>Names for the schema, the nicest first, given its parent's name.</summary>
    public ImmutableArray<string> Names(string parent) => Step switch
    {
        PositionStep.Same => [parent, parent + "Body"],
        // An array or map has no type of its own, so what it holds may have its name.
        PositionStep.Item => [Plural.ToSingular(parent) ?? parent, parent + "Item"],
        PositionStep.Value => [Plural.ToSingular(parent) ?? parent, parent + "Value"],
        PositionStep.Input => [parent + "Input"],
        _ => [parent + Text, parent + Text + "Value"],
    };
}

/// <summary>The step from a schema to one that stands in it.</summary>
internal enum PositionStep
{
    /// <summary>It takes the parent's own name: what an allOf wraps, what a response holds.</summary>
    Same,

    /// <summary>A property or a case: the parent's name and the text.</summary>
    Part,

    /// <summary>What stands for it in requests.</summary>
    Input,

    /// <summary>The items of an array: the singular.</summary>
    Item,

    /// <summary>The values of a map: the singular.</summary>
    Value,
}
