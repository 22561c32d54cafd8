using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns schemas into models and codecs.</summary>
internal static class SchemaProjector
{
    /// <summary>The declarations of every schema that has a type of its own, in contract order.</summary>
    public static ImmutableArray<Declaration> Project(
        ApiModel api,
        TypeNames names,
        TypeTable types,
        CodeStyle style,
        string @namespace,
        DiagnosticBag diagnostics)
    {
        var enums = new EnumMembers(api, names, diagnostics);
        var records = new RecordShapes(api, names, types, enums, style, diagnostics);
        var extended = names.Declared
            .Where(schema => schema.Shape is Shape.Object)
            .Select(schema => records.Of(schema).Base?.Id)
            .OfType<SchemaId>()
            .ToHashSet();
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        foreach (var schema in names.Declared)
        {
            switch (schema.Shape)
            {
                case Shape.Object:
                    var members = records.Of(schema);
                    declarations.Add(RecordProjector.Project(schema, members, names, @namespace, extended.Contains(schema.Id)));
                    declarations.Add(RecordCodecProjector.Project(schema, members, names));
                    break;
                case Shape.Enum:
                    declarations.AddRange(EnumProjector.Project(schema, enums.Of(schema), names, style.HasClosedEnums, @namespace));
                    break;
                case Shape.Union union:
                    declarations.AddRange(UnionProjector.Project(schema, union, api, names, types, TypeMapper.FreeFormOf(style), @namespace));
                    break;
            }
        }

        return declarations.DrainToImmutable();
    }
}
