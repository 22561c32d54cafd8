using Layout;

namespace SyncGen.Parameters;

/// <summary>Keeps what was bound. It serves the endpoints too, for it is a handler.</summary>
internal sealed class LayoutController(BoundValue bound) : LayoutControllerBase
{
    public override Task<PathSimpleTextResult> PathSimpleTextAsync(string value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathSimpleTextResult.NoContent()));

    public override Task<PathSimpleListResult> PathSimpleListAsync(IReadOnlyList<string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathSimpleListResult.NoContent()));

    public override Task<PathSimpleObjectResult> PathSimpleObjectAsync(Pair value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathSimpleObjectResult.NoContent()));

    public override Task<PathSimpleMapResult> PathSimpleMapAsync(IReadOnlyDictionary<string, string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathSimpleMapResult.NoContent()));

    public override Task<PathSimpleExplodedObjectResult> PathSimpleExplodedObjectAsync(Pair value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathSimpleExplodedObjectResult.NoContent()));

    public override Task<PathSimpleExplodedMapResult> PathSimpleExplodedMapAsync(IReadOnlyDictionary<string, string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathSimpleExplodedMapResult.NoContent()));

    public override Task<PathLabelTextResult> PathLabelTextAsync(string value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathLabelTextResult.NoContent()));

    public override Task<PathLabelListResult> PathLabelListAsync(IReadOnlyList<string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathLabelListResult.NoContent()));

    public override Task<PathLabelObjectResult> PathLabelObjectAsync(Pair value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathLabelObjectResult.NoContent()));

    public override Task<PathLabelMapResult> PathLabelMapAsync(IReadOnlyDictionary<string, string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathLabelMapResult.NoContent()));

    public override Task<PathLabelExplodedListResult> PathLabelExplodedListAsync(IReadOnlyList<string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathLabelExplodedListResult.NoContent()));

    public override Task<PathLabelExplodedObjectResult> PathLabelExplodedObjectAsync(Pair value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathLabelExplodedObjectResult.NoContent()));

    public override Task<PathLabelExplodedMapResult> PathLabelExplodedMapAsync(IReadOnlyDictionary<string, string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathLabelExplodedMapResult.NoContent()));

    public override Task<PathMatrixTextResult> PathMatrixTextAsync(string value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathMatrixTextResult.NoContent()));

    public override Task<PathMatrixListResult> PathMatrixListAsync(IReadOnlyList<string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathMatrixListResult.NoContent()));

    public override Task<PathMatrixObjectResult> PathMatrixObjectAsync(Pair value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathMatrixObjectResult.NoContent()));

    public override Task<PathMatrixMapResult> PathMatrixMapAsync(IReadOnlyDictionary<string, string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathMatrixMapResult.NoContent()));

    public override Task<PathMatrixExplodedListResult> PathMatrixExplodedListAsync(IReadOnlyList<string> theValues, CancellationToken cancellationToken) => Task.FromResult(Keep(theValues, PathMatrixExplodedListResult.NoContent()));

    public override Task<PathMatrixExplodedObjectResult> PathMatrixExplodedObjectAsync(Pair value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathMatrixExplodedObjectResult.NoContent()));

    public override Task<PathMatrixExplodedMapResult> PathMatrixExplodedMapAsync(IReadOnlyDictionary<string, string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathMatrixExplodedMapResult.NoContent()));

    public override Task<PathPartResult> PathPartAsync(IReadOnlyList<string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathPartResult.NoContent()));

    public override Task<QueryTextResult> QueryTextAsync(string? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryTextResult.NoContent()));

    public override Task<QueryReservedTextResult> QueryReservedTextAsync(string? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryReservedTextResult.NoContent()));

    public override Task<QueryReservedListResult> QueryReservedListAsync(IReadOnlyList<string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryReservedListResult.NoContent()));

    public override Task<QueryFormListResult> QueryFormListAsync(IReadOnlyList<string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryFormListResult.NoContent()));

    public override Task<QueryFormObjectResult> QueryFormObjectAsync(Pair? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryFormObjectResult.NoContent()));

    public override Task<QueryFormMapResult> QueryFormMapAsync(IReadOnlyDictionary<string, string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryFormMapResult.NoContent()));

    public override Task<QueryFormExplodedListResult> QueryFormExplodedListAsync(IReadOnlyList<string>? theValuesMore, CancellationToken cancellationToken) => Task.FromResult(Keep(theValuesMore, QueryFormExplodedListResult.NoContent()));

    public override Task<QueryFormExplodedObjectResult> QueryFormExplodedObjectAsync(Pair? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryFormExplodedObjectResult.NoContent()));

    public override Task<QueryFormExplodedMapResult> QueryFormExplodedMapAsync(IReadOnlyDictionary<string, string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryFormExplodedMapResult.NoContent()));

    public override Task<QuerySpaceListResult> QuerySpaceListAsync(IReadOnlyList<string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QuerySpaceListResult.NoContent()));

    public override Task<QuerySpaceMapResult> QuerySpaceMapAsync(IReadOnlyDictionary<string, string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QuerySpaceMapResult.NoContent()));

    public override Task<QueryPipeListResult> QueryPipeListAsync(IReadOnlyList<string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryPipeListResult.NoContent()));

    public override Task<QueryPipeMapResult> QueryPipeMapAsync(IReadOnlyDictionary<string, string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryPipeMapResult.NoContent()));

    public override Task<QueryDeepObjectResult> QueryDeepObjectAsync(Nested? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryDeepObjectResult.NoContent()));

    public override Task<QueryDeepMapResult> QueryDeepMapAsync(IReadOnlyDictionary<string, string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryDeepMapResult.NoContent()));

    public override Task<HeaderTextResult> HeaderTextAsync(string? xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(xValue, HeaderTextResult.NoContent()));

    public override Task<HeaderListResult> HeaderListAsync(IReadOnlyList<string>? xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(xValue, HeaderListResult.NoContent()));

    public override Task<HeaderObjectResult> HeaderObjectAsync(Pair? xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(xValue, HeaderObjectResult.NoContent()));

    public override Task<HeaderMapResult> HeaderMapAsync(IReadOnlyDictionary<string, string>? xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(xValue, HeaderMapResult.NoContent()));

    public override Task<HeaderExplodedMapResult> HeaderExplodedMapAsync(IReadOnlyDictionary<string, string>? xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(xValue, HeaderExplodedMapResult.NoContent()));

    public override Task<CookieTextResult> CookieTextAsync(string? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, CookieTextResult.NoContent()));

    public override Task<CookieListResult> CookieListAsync(IReadOnlyList<string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, CookieListResult.NoContent()));

    public override Task<CookieObjectResult> CookieObjectAsync(Pair? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, CookieObjectResult.NoContent()));

    public override Task<CookieMapResult> CookieMapAsync(IReadOnlyDictionary<string, string>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, CookieMapResult.NoContent()));

    public override Task<BindNumbersResult> BindNumbersAsync(IReadOnlyList<long> value, IReadOnlyList<long>? joined, BindNumbersColor? color, CancellationToken cancellationToken) => Task.FromResult(Keep(new object?[] { value, joined, color }, BindNumbersResult.NoContent()));

    public override Task<BindOpenResult> BindOpenAsync(long? limit, IReadOnlyList<string>? tags, Pair? range, Pair? pair, IReadOnlyDictionary<string, string>? rest, CancellationToken cancellationToken) => Task.FromResult(Keep(new object?[] { limit, tags, range, pair, rest }, BindOpenResult.NoContent()));

    public override Task<BindOneValueResult> BindOneValueAsync(string? cursor, BindOneValueKind kind, BindOneValueApiVersion apiVersion, bool deep, BindOneValueXLevel xLevel, CancellationToken cancellationToken) => Task.FromResult(Keep(new object?[] { kind, apiVersion, deep, xLevel, cursor }, BindOneValueResult.NoContent()));

    public override Task<BindFileResult> BindFileAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Keep($"file {name}", BindFileResult.NoContent()));

    public override Task<BindReportResult> BindReportAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Keep($"report {name}", BindReportResult.NoContent()));

    public override Task<BindAnyReportResult> BindAnyReportAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Keep($"any {name}", BindAnyReportResult.NoContent()));

    public override Task<BindEntityResult> BindEntityAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Keep($"entity {key}", BindEntityResult.NoContent()));

    public override Task<BindVersionsResult> BindVersionsAsync(string from, string to, CancellationToken cancellationToken) => Task.FromResult(Keep($"versions {from} {to}", BindVersionsResult.NoContent()));

    public override Task<BindSpanResult> BindSpanAsync(string from, string to, CancellationToken cancellationToken) => Task.FromResult(Keep($"span {from} {to}", BindSpanResult.NoContent()));

    public override Task<BindCancelResult> BindCancelAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Keep($"cancel {name}", BindCancelResult.NoContent()));

    public override Task<BindRangeResult> BindRangeAsync(string name, string from, string to, CancellationToken cancellationToken) => Task.FromResult(Keep($"range {name} {from} {to}", BindRangeResult.NoContent()));

    public override Task<BindSpecialResult> BindSpecialAsync(CancellationToken cancellationToken) => Task.FromResult(Keep("special", BindSpecialResult.NoContent()));

    public override Task<BindThingResult> BindThingAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Keep($"thing {id}", BindThingResult.NoContent()));

    public override Task<QueryObjectsResult> QueryObjectsAsync(IReadOnlyList<Pair>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryObjectsResult.NoContent()));

    public override Task<QueryUnionResult> QueryUnionAsync(QueryUnionValue? value, string? other, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryUnionResult.NoContent()));

    public override Task<QueryNumbersResult> QueryNumbersAsync(QueryNumbersValue? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryNumbersResult.NoContent()));

    public override Task<QueryAnyResult> QueryAnyAsync(System.Text.Json.JsonElement? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryAnyResult.NoContent()));

    public override Task<AnyRequiredResult> AnyRequiredAsync(System.Text.Json.JsonElement value, System.Text.Json.JsonElement xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(value, AnyRequiredResult.NoContent()));

    public override Task<PathAnyResult> PathAnyAsync(System.Text.Json.JsonElement value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathAnyResult.NoContent()));

    public override Task<QueryFreeResult> QueryFreeAsync(System.Text.Json.JsonElement? value, string? other, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryFreeResult.NoContent()));

    public override Task<QueryFreeTypedResult> QueryFreeTypedAsync(Scores? value, string? other, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryFreeTypedResult.NoContent()));

    public override Task<QueryDeepTypedResult> QueryDeepTypedAsync(Scores? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryDeepTypedResult.NoContent()));

    public override Task<QueryJoinedTypedResult> QueryJoinedTypedAsync(Scores? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryJoinedTypedResult.NoContent()));

    public override Task<PathTypedResult> PathTypedAsync(Scores value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, PathTypedResult.NoContent()));

    public override Task<HeaderTypedResult> HeaderTypedAsync(Scores? xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(xValue, HeaderTypedResult.NoContent()));

    public override Task<CookieTypedResult> CookieTypedAsync(Scores? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, CookieTypedResult.NoContent()));

    public override Task<QueryToldResult> QueryToldAsync(Told? value, string? other, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryToldResult.NoContent()));

    public override Task<QueryDeepToldResult> QueryDeepToldAsync(QueryDeepToldValue? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryDeepToldResult.NoContent()));

    public override Task<QueryDeepListsResult> QueryDeepListsAsync(IReadOnlyDictionary<string, IReadOnlyList<Pair>>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryDeepListsResult.NoContent()));

    public override Task<QueryDeepMapsResult> QueryDeepMapsAsync(IReadOnlyDictionary<string, Count>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryDeepMapsResult.NoContent()));

    public override Task<QueryDeepNumbersResult> QueryDeepNumbersAsync(IReadOnlyDictionary<string, IReadOnlyList<long>>? value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, QueryDeepNumbersResult.NoContent()));

    public override Task<HeaderUnionResult> HeaderUnionAsync(HeaderUnionXValue? xValue, CancellationToken cancellationToken) => Task.FromResult(Keep(xValue, HeaderUnionResult.NoContent()));

    public override Task<BindRequiredResult> BindRequiredAsync(
        IReadOnlyList<string> exploded,
        IReadOnlyList<string> joined,
        IReadOnlyDictionary<string, string> map,
        IReadOnlyList<string> xList,
        IReadOnlyList<string> crumbs,
        CancellationToken cancellationToken) => Task.FromResult(Keep(new object[] { exploded, joined, map, xList, crumbs }, BindRequiredResult.NoContent()));

    public override Task<BindAtLeastOneResult> BindAtLeastOneAsync(IReadOnlyList<string> value, CancellationToken cancellationToken) => Task.FromResult(Keep(value, BindAtLeastOneResult.NoContent()));

    public override Task<GetAnswerResult> GetAnswerAsync(string? location, string? text, IReadOnlyList<string>? list, CancellationToken cancellationToken) =>
        Task.FromResult(GetAnswerResult.NoContent(location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute), text, list));

    public override Task<QueryGapsResult> QueryGapsAsync(IReadOnlyList<long?>? value, IReadOnlyList<string?>? texts, QueryGapsDeep? deep, IReadOnlyList<long?>? xValue, CancellationToken cancellationToken) =>
        Task.FromResult(Keep(value ?? (object?)texts, QueryGapsResult.NoContent()));

    public override Task<QueryNullResult> QueryNullAsync(long? value, Pair? other, CancellationToken cancellationToken) => Task.FromResult(Keep((value, other), QueryNullResult.NoContent()));

    private T Keep<T>(object? value, T result)
    {
        bound.Value = value;
        bound.Count++;
        return result;
    }
}

/// <summary>What the last request was bound to.</summary>
internal sealed class BoundValue
{
    public object? Value { get; set; }

    /// <summary>How many requests came so far.</summary>
    public int Count { get; set; }
}
