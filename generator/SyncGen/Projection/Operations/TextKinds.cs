using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The kinds of value that a schema allows where it allows several, as the generated code names them.</summary>
internal static class TextKinds
{
    public const string Text = "TextKinds.Text";
    public const string List = "TextKinds.List";
    public const string Object = "TextKinds.Object";

    public const string Number = "TextKinds.Number";
    public const string Boolean = "TextKinds.Boolean";

    /// <summary>The kinds of a union or of free-form JSON, in one order; none for a schema of one kind.</summary>
    public static ImmutableArray<string> Of(ApiModel api, SchemaId schema)
    {
        if (MediaKinds.ShapeOf(api, schema) is not (Shape.Union or Shape.Any { IsObject: false }))
            return [];
        return Of(api, [schema]);
    }

    /// <summary>The kinds of a part that the cases of a union give different types.</summary>
    public static ImmutableArray<string> OfCases(ApiModel api, Argument argument) => Of(api, argument.ByCase.Select(part => part.Schema!.Value));

    private static ImmutableArray<string> Of(ApiModel api, IEnumerable<SchemaId> schemas)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in schemas)
            Collect(api, schema, found, []);
        return [.. new[] { Text, Number, Boolean, List, Object }.Where(found.Contains)];
    }

    /// <summary>The setting of a layout; none where there are no kinds.</summary>
    public static IEnumerable<string> SettingOf(ImmutableArray<string> kinds) => kinds.IsEmpty ? [] : [$"Kinds = {TextOf(kinds)}"];

    /// <summary>For example <c>TextKinds.Text | TextKinds.Number</c>.</summary>
    public static string TextOf(ImmutableArray<string> kinds) => string.Join(" | ", kinds);

    private static void Collect(ApiModel api, SchemaId schema, HashSet<string> found, ImmutableArray<SchemaId> outer)
    {
        var id = api.Resolve(schema).Id;
        if (outer.Contains(id))
            return;
        switch (MediaKinds.ShapeOf(api, id))
        {
            case Shape.Union union:
                foreach (var inner in union.Cases)
                    Collect(api, inner, found, outer.Add(id));
                break;
            case Shape.String or Shape.Enum { IsInteger: false }:
                found.Add(Text);
                break;
            case Shape.Number or Shape.Enum:
                found.Add(Number);
                break;
            case Shape.Boolean:
                found.Add(Boolean);
                break;
            case Shape.Array:
                found.Add(List);
                break;
            case Shape.Any { IsObject: false }:
                found.UnionWith([Text, Number, Boolean, List, Object]);
                break;
            default:
                found.Add(Object);
                break;
        }
    }
}
