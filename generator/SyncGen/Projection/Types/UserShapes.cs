using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>
/// Objects, lists, unions and enums that the user has types for become values of which the codec alone knows what they hold, before anything is declared
/// for them. Where generated code would have to look into them, they are refused.
/// </summary>
internal static class UserShapes
{
    public static ApiModel Settle(ApiModel api, CodeStyle style, DiagnosticBag diagnostics)
    {
        var types = style.Types.IsEmpty ? [] : api.Schemas.Where(schema => ShapeOf(schema.Shape) is not null && UserTypes.OfSchema(style, schema) is not null).ToDictionary(schema => schema.Id, schema => UserTypes.OfSchema(style, schema)!);
        if (types.Count == 0)
            return api;
        foreach (var (id, reason) in Reasons(api, [.. types.Keys.Where(id => api[id].Shape is not Shape.Enum)]).DistinctBy(refused => refused.Id))
            diagnostics.Report(ProjectionRules.TypeInWrongPlace, types[id].Span, id, types[id].Name, reason);
        foreach (var (id, type) in types.Where(type => api[type.Key].Shape is Shape.Enum))
            diagnostics.Report(ProjectionRules.LimitsOfUserType, api[id].Span, "enum", type.Name);
        var settled = api.WithSchemas([.. api.Schemas.Select(schema => types.ContainsKey(schema.Id) ? schema with { Shape = ShapeOf(schema.Shape)! } : schema)]);
        // What stands in them alone becomes nothing.
        ImmutableArray<SchemaId> roots = [.. api.Schemas.Where(schema => schema.Name is not null).Select(schema => schema.Id), .. Directions.Of(api).All];
        var lost = SchemaGraph.Below(api, roots);
        lost.ExceptWith(SchemaGraph.Below(settled, roots));
        return lost.Count == 0 ? settled : settled.WithSchemas([.. settled.Schemas.Where(schema => !lost.Contains(schema.Id))]);
    }

    /// <summary>The shape that the values keep; null for those of which the type is the user's as they are.</summary>
    private static Shape? ShapeOf(Shape shape) => shape switch
    {
        Shape.Enum { IsInteger: true } => new Shape.Number(true, null, null, false, null, false, null),
        Shape.Enum => new Shape.String(null, null, null, null, null),
        Shape.Object or Shape.Map => new Shape.Any(IsObject: true),
        Shape.Array or Shape.Union => new Shape.Any(IsObject: false),
        _ => null,
    };

    /// <summary>The schemas into which generated code has to look, and why.</summary>
    private static IEnumerable<(SchemaId Id, string Reason)> Reasons(ApiModel api, ImmutableArray<SchemaId> opaque)
    {
        foreach (var schema in api.Schemas)
        {
            if (schema.Shape is Shape.Object { Base: { } @base } && opaque.Contains(api.Resolve(@base).Id))
                yield return (api.Resolve(@base).Id, $"'{schema.Id}' extends it");
            foreach (var id in schema.Shape is Shape.Union union ? union.Cases : [])
            {
                if (opaque.Contains(api.Resolve(id).Id) && !opaque.Contains(schema.Id))
                    yield return (api.Resolve(id).Id, $"it is a case of the union '{schema.Id}'");
            }
        }

        var directions = Directions.Of(api);
        var forms = api.Operations.Concat(api.Webhooks).SelectMany(operation => operation.Body?.Content ?? [])
            .Where(media => MediaKinds.Of(media.Name, isBinary: false) is MediaKind.Form or MediaKind.Multipart)
            .Select(media => media.Schema)
            .OfType<SchemaId>();
        foreach (var id in SchemaGraph.Below(api, [.. directions.Parameters, .. directions.Headers, .. forms]).Where(id => opaque.Contains(id)))
            yield return (id, "it travels in a parameter, a header or a form, whose layout follows from what the contract says of it");
    }
}
