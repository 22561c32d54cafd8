using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The names that fields and parts may have in a form to which the contract allows no others.</summary>
/// <param name="Names">All of them.</param>
/// <param name="Outer">Those that names in brackets may follow.</param>
internal sealed record FormNames(ImmutableArray<string> Names, ImmutableArray<string> Outer)
{
    /// <summary>Null where a form may have others, too, and where it is one of several, which tell that themselves.</summary>
    public static FormNames? Of(ApiModel api, OperationPlan plan, Leniency lenient)
    {
        if (lenient.HasFlag(Leniency.Extra) || plan.Body is not { Kind: MediaKind.Form or MediaKind.Multipart, Media.Schema: { } schema }
            || MediaKinds.ShapeOf(api, schema) is not Shape.Object { IsClosed: true, Additional: null })
        {
            return null;
        }

        var fields = plan.Arguments.Where(argument => argument.Field is not null).ToImmutableArray();
        if (fields.Any(field => StandsApart(field) && IsOpen(api, field.Schema!.Value)))
            return null;
        // What only responses carry is passed over.
        var properties = Arguments.DeclaredBy(api, schema).Concat(fields.Where(StandsApart).SelectMany(field => MembersOf(api, field.Schema!.Value))).ToImmutableArray();
        var files = fields.Where(field => field.IsFile).Select(field => field.WireName).ToHashSet(StringComparer.Ordinal);
        return new FormNames(
            [.. properties.Select(property => property.Name).Distinct()],
            [.. properties.Where(property => !files.Contains(property.Name) && HasParts(api, property.Schema)).Select(property => property.Name).Distinct()]);
    }

    /// <summary>The properties of a value that stands apart are fields.</summary>
    public static bool StandsApart(Argument argument) => argument.Field is { Layout: FieldLayout.Styled, Style: ParameterStyle.Form, IsExploded: true };

    private static IEnumerable<Property> MembersOf(ApiModel api, SchemaId schema) => MediaKinds.ShapeOf(api, schema) is Shape.Union union
        ? FormContent.ObjectsOf(api, union).SelectMany(item => item.Properties)
        : Arguments.DeclaredBy(api, schema);

    /// <summary>The value takes fields of any name.</summary>
    private static bool IsOpen(ApiModel api, SchemaId schema) => MediaKinds.ShapeOf(api, schema) is Shape.Map or Shape.Any or Shape.Object { Additional: not null };

    private static bool HasParts(ApiModel api, SchemaId schema) =>
        MediaKinds.ShapeOf(api, schema) is var shape && (shape is Shape.Array || FormFields.IsObject(shape) || TextKinds.Of(api, schema).Any(kind => kind is TextKinds.List or TextKinds.Object));
}
