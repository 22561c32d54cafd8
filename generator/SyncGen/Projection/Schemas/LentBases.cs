using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>
/// Records of another target are sealed where nothing there extends them, and may stand in another assembly. What extends one here has its properties
/// as its own.
/// </summary>
internal static class LentBases
{
    public static ApiModel Settle(ApiModel api, LentTypes lent)
    {
        if (!api.Schemas.Any(schema => LentBase(schema, api, lent) is not null))
            return api;
        var schemas = api.Schemas.Select(schema => LentBase(schema, api, lent) is { } @base ? schema with { Shape = Joined((Shape.Object)schema.Shape, @base, api) } : schema);
        return api.WithSchemas([.. schemas]);
    }

    private static Shape.Object? LentBase(Schema schema, ApiModel api, LentTypes lent) =>
        !lent.Contains(schema.Id) && schema.Shape is Shape.Object { Base: { } id } && api.Resolve(id) is { Shape: Shape.Object @base } found && lent.Contains(found.Id) ? @base : null;

    private static Shape.Object Joined(Shape.Object record, Shape.Object @base, ApiModel api)
    {
        // Nothing of this target stands between two of the other.
        var parent = @base.Base is { } id && api.Resolve(id).Shape is Shape.Object above ? Joined(@base, above, api) : @base;
        return record with
        {
            Base = null,
            Properties = [.. parent.Properties, .. record.Properties.Where(property => parent.Properties.All(inherited => inherited.Name != property.Name))],
            Additional = parent.Additional ?? record.Additional,
            Names = parent.Additional is null ? record.Names : parent.Names,
            PassedOver = [.. parent.PassedOver, .. record.PassedOver],
        };
    }
}
