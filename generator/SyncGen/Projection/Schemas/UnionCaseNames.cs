using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Names the cases of a union by what tells them apart.</summary>
internal static class UnionCaseNames
{
    /// <summary>The name of a case relative to its union: by the schema's own name, its title, its discriminator value, its kind.</summary>
    public static string Of(ApiModel api, Shape.Union union, SchemaId id)
    {
        var schema = Resolve(api, id);
        // The case of an input is called as that of the union itself.
        if (schema.InputOf is { } read)
            schema = api[read];
        if (schema.Name is { } name)
            return Identifier.PascalCase(name, "Case");
        if (TypeTitles.NameOf(schema) is { } title)
            return title;
        if (union.Discriminator?.Values.FirstOrDefault(value => value.Case == id) is { } discriminator)
            return Identifier.PascalCase(discriminator.Value, "Value");
        var kind = KindOf(api, union, schema);
        // Cases that nothing tells apart keep the order of the contract.
        return union.Cases.Count(other => Resolve(api, other) is { Name: null } same && KindOf(api, union, same) == kind) == 1
            ? kind
            : string.Create(CultureInfo.InvariantCulture, $"Option{union.Cases.IndexOf(id) + 1}");
    }

    /// <summary>Follows references; the schema itself when it is none.</summary>
    private static Schema Resolve(ApiModel api, SchemaId id)
    {
        var schema = api[id];
        for (var hops = 0; schema is { Name: null, Shape: Shape.Reference reference } && hops < 100; hops++)
            schema = api[reference.Target];
        return schema;
    }

    private static string KindOf(ApiModel api, Shape.Union union, Schema schema) => ScalarName(schema.Shape) ?? schema.Shape switch
    {
        Shape.Enum { IsOpen: false, Values: [{ Value: JsonValue.String text }] } => Identifier.PascalCase(text.Value, "Value"),
        Shape.Enum => "Enum",
        Shape.Array array => ItemName(api, array) + "List",
        Shape.Map => "Map",
        Shape.Any => "Json",
        Shape.Union => "Choice",
        // A case that is a named schema with more members: what they make together has no other name.
        Shape.Object { Base: { } @base } when api[@base].Name is { } name => Identifier.PascalCase(name, "Case"),
        Shape.Object record when OwnProperty(api, union, record) is { } property => "With" + property,
        _ => "Object",
    };

    private static string ItemName(ApiModel api, Shape.Array array)
    {
        var items = Resolve(api, array.Items);
        return items.Name is { } name ? Identifier.PascalCase(name, "Item") : ScalarName(items.Shape) ?? "";
    }

    /// <summary>A text is named by what reads it, so that a date can stand beside any text: DateOnly, String.</summary>
    private static string? ScalarName(Shape shape) => shape switch
    {
        Shape.String text => TextTypes.Of(text, CodeStyle.Default) is { Text: "Uri" } ? "Uri" : TextTypes.Of(text, CodeStyle.Default).Codec["Json".Length..],
        Shape.Boolean => "Boolean",
        Shape.Number { IsInteger: true } => "Integer",
        Shape.Number => "Number",
        _ => null,
    };

    /// <summary>The first property that no other case has, required ones first.</summary>
    private static string? OwnProperty(ApiModel api, Shape.Union union, Shape.Object record)
    {
        var others = union.Cases
            .Select(id => Resolve(api, id).Shape)
            .OfType<Shape.Object>()
            .Where(other => !ReferenceEquals(other, record))
            .SelectMany(other => other.Properties)
            .Select(property => property.Name)
            .ToHashSet(StringComparer.Ordinal);
        var own = record.Properties.Where(property => !others.Contains(property.Name)).ToList();
        return own.OrderBy(property => !property.IsRequired).FirstOrDefault() is { } first ? Identifier.PascalCase(first.Name, "Property") : null;
    }
}
