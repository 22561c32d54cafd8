using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Query parameters whose members stand in the query by their own names, beside other parameters.</summary>
internal static class QueryMembers
{
    /// <summary>The names in the query that are not the parameter's, but another one's, a security scheme's or the path's; null for a parameter that does not take any name.</summary>
    public static ImmutableArray<string>? OthersOf(ApiModel api, Operation operation, Parameter parameter)
    {
        if (!HasNamedMembers(api, parameter) || MediaKinds.ShapeOf(api, parameter.Schema) is not (Shape.Map or Shape.Any or Shape.Object { Additional: not null } or Shape.Object { IsClosed: true }))
            return null;
        var own = NamesOf(api, parameter).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. operation.Parameters
                .Where(other => other != parameter && other.Location == ParameterLocation.Query)
                .SelectMany(other => NamesOf(api, other))
                .Concat(KeysOf(api, operation))
                .Concat(RouteQueries.InPath(operation.Path).Select(demand => demand.Name))
                .Where(name => !own.Contains(name))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The names in the query that the parameter's members have; null for a parameter that takes others too, or has a name of its own.</summary>
    public static ImmutableArray<string>? MembersOf(ApiModel api, Parameter parameter) => !HasNamedMembers(api, parameter) ? null : MediaKinds.ShapeOf(api, parameter.Schema) switch
    {
        Shape.Object { Additional: null, IsClosed: false } => [.. NamesOf(api, parameter)],
        Shape.Union union => [.. FormContent.OfObjects(api, union).Names],
        _ => null,
    };

    private static IEnumerable<string> NamesOf(ApiModel api, Parameter parameter) => !HasNamedMembers(api, parameter) ? [parameter.Name]
        : MediaKinds.ShapeOf(api, parameter.Schema) is Shape.Union union ? [.. FormContent.OfObjects(api, union).Names, parameter.Name]
        : Arguments.PropertiesOf(api, parameter.Schema).Select(property => property.Name);

    private static bool HasNamedMembers(ApiModel api, Parameter parameter) =>
        parameter is { Location: ParameterLocation.Query, Style: ParameterStyle.Form, IsExploded: true, ContentType: null }
        && MediaKinds.ShapeOf(api, parameter.Schema) is var shape
        && (FormFields.IsObject(shape) || (shape is Shape.Union && TextKinds.Of(api, parameter.Schema).Contains(TextKinds.Object)));

    /// <summary>The names by which security schemes of the operation travel in the query.</summary>
    private static IEnumerable<string> KeysOf(ApiModel api, Operation operation)
    {
        var schemes = operation.Security.SelectMany(requirement => requirement.Schemes).Select(scheme => scheme.Scheme).ToHashSet(StringComparer.Ordinal);
        return api.SecuritySchemes.OfType<SecurityScheme.ApiKey>().Where(key => key.Location == ParameterLocation.Query && schemes.Contains(key.Name)).Select(key => key.ParameterName);
    }
}
