using CsCheck;
using Layout;

namespace SyncGen.Parameters;

/// <summary>A style in a place: how its values are sent, and which of them have a form in it.</summary>
/// <param name="HasForm">Whether the value has a form from which it can be read back; the client refuses others.</param>
internal sealed record Style(string Name, Gen<object> Values, Func<LayoutClient, object, CancellationToken, Task> Send, Func<object, bool> HasForm);

/// <summary>Every style in every place where OpenAPI has it.</summary>
internal static class Styles
{
    public static IReadOnlyList<Style> All { get; } =
    [
        Text("path simple", (client, text, token) => client.PathSimpleTextAsync(text, token), IsSegment),
        Text("path label", (client, text, token) => client.PathLabelTextAsync(text, token), text => IsSegment("." + text)),
        Text("path matrix", (client, text, token) => client.PathMatrixTextAsync(text, token), _ => true),
        List("path simple", (client, list, token) => client.PathSimpleListAsync(list, token), list => IsNotBlank(list) && IsSegment(string.Join(",", list))),
        List("path label", (client, list, token) => client.PathLabelListAsync(list, token), list => IsNotBlank(list) && IsSegment("." + string.Join(",", list))),
        List("path label exploded", (client, list, token) => client.PathLabelExplodedListAsync(list, token), list => IsNotBlank(list) && IsFree(list, '.') && IsSegment("." + string.Join(".", list))),
        List("path matrix", (client, list, token) => client.PathMatrixListAsync(list, token), IsNotBlank),
        List("path matrix exploded", (client, list, token) => client.PathMatrixExplodedListAsync(list, token), list => list.Count > 0),
        List("path part", (client, list, token) => client.PathPartAsync(list, token), IsNotBlank),
        Pair("path simple", (client, pair, token) => client.PathSimpleObjectAsync(pair, token), IsNotEmpty),
        Pair("path simple exploded", (client, pair, token) => client.PathSimpleExplodedObjectAsync(pair, token), IsNotEmpty),
        Pair("path label", (client, pair, token) => client.PathLabelObjectAsync(pair, token), IsNotEmpty),
        Pair("path label exploded", (client, pair, token) => client.PathLabelExplodedObjectAsync(pair, token), pair => IsNotEmpty(pair) && IsFree(TextsOf(pair), '.')),
        Pair("path matrix", (client, pair, token) => client.PathMatrixObjectAsync(pair, token), IsNotEmpty),
        Pair("path matrix exploded", (client, pair, token) => client.PathMatrixExplodedObjectAsync(pair, token), IsNotEmpty),
        Map("path simple", (client, map, token) => client.PathSimpleMapAsync(map, token), map => map.Count > 0),
        Map("path simple exploded", (client, map, token) => client.PathSimpleExplodedMapAsync(map, token), map => map.Count > 0),
        Map("path label", (client, map, token) => client.PathLabelMapAsync(map, token), map => map.Count > 0),
        Map("path label exploded", (client, map, token) => client.PathLabelExplodedMapAsync(map, token), map => map.Count > 0 && IsFree(TextsOf(map), '.')),
        Map("path matrix", (client, map, token) => client.PathMatrixMapAsync(map, token), map => map.Count > 0),
        Map("path matrix exploded", (client, map, token) => client.PathMatrixExplodedMapAsync(map, token), map => map.Count > 0),
        Text("query", (client, text, token) => client.QueryTextAsync(text, token), _ => true),
        Text("query reserved", (client, text, token) => client.QueryReservedTextAsync(text, token), _ => true),
        List("query reserved", (client, list, token) => client.QueryReservedListAsync(list, token), IsAbsentOrNotBlank),
        List("query form", (client, list, token) => client.QueryFormListAsync(list, token), IsAbsentOrNotBlank),
        List("query form exploded", (client, list, token) => client.QueryFormExplodedListAsync(list, token), _ => true),
        List("query space", (client, list, token) => client.QuerySpaceListAsync(list, token), list => IsAbsentOrNotBlank(list) && IsFree(list, ' ')),
        List("query pipe", (client, list, token) => client.QueryPipeListAsync(list, token), list => IsAbsentOrNotBlank(list) && IsFree(list, '|')),
        Pair("query form", (client, pair, token) => client.QueryFormObjectAsync(pair, token), _ => true),
        Pair("query form exploded", (client, pair, token) => client.QueryFormExplodedObjectAsync(pair, token), _ => true),
        Map("query form", (client, map, token) => client.QueryFormMapAsync(map, token), _ => true),
        Map("query form exploded", (client, map, token) => client.QueryFormExplodedMapAsync(map, token), _ => true),
        Map("query space", (client, map, token) => client.QuerySpaceMapAsync(map, token), map => IsFree(TextsOf(map), ' ')),
        Map("query pipe", (client, map, token) => client.QueryPipeMapAsync(map, token), map => IsFree(TextsOf(map), '|')),
        Map("query deep", (client, map, token) => client.QueryDeepMapAsync(map, token), map => IsFree(map.Keys, '[', ']')),
        new("query deep object", Texts.Nested.Select(nested => (object)nested), (client, value, token) => client.QueryDeepObjectAsync((Nested)value, token), _ => true),
        Text("header", (client, text, token) => client.HeaderTextAsync(text, token), IsTrimmed),
        List("header", (client, list, token) => client.HeaderListAsync(list, token), list => list.All(text => text.Length > 0) && IsFree(list, ',') && list.All(IsTrimmed)),
        Pair("header", (client, pair, token) => client.HeaderObjectAsync(pair, token), pair => IsFree(TextsOf(pair), ',') && TextsOf(pair).All(IsTrimmed)),
        Map("header", (client, map, token) => client.HeaderMapAsync(map, token), map => IsFree(TextsOf(map), ',') && TextsOf(map).All(IsTrimmed)),
        Map("header exploded", (client, map, token) => client.HeaderExplodedMapAsync(map, token), map => IsFree(TextsOf(map), ',') && IsFree(map.Keys, '=') && TextsOf(map).All(IsTrimmed)),
        Text("cookie", (client, text, token) => client.CookieTextAsync(text, token), _ => true),
        List("cookie", (client, list, token) => client.CookieListAsync(list, token), list => IsAbsentOrNotBlank(list) && IsFree(list, ',')),
        Pair("cookie", (client, pair, token) => client.CookieObjectAsync(pair, token), pair => IsFree(TextsOf(pair), ',')),
        Map("cookie", (client, map, token) => client.CookieMapAsync(map, token), map => IsFree(TextsOf(map), ',')),
    ];

    private static Style Text(string name, Func<LayoutClient, string, CancellationToken, Task> send, Func<string, bool> hasForm) =>
        Of(name + " text", Texts.Text, send, hasForm);

    private static Style List(string name, Func<LayoutClient, IReadOnlyList<string>, CancellationToken, Task> send, Func<IReadOnlyList<string>, bool> hasForm) =>
        Of(name + " list", Texts.List, send, hasForm);

    private static Style Pair(string name, Func<LayoutClient, Pair, CancellationToken, Task> send, Func<Pair, bool> hasForm) =>
        Of(name + " object", Texts.Pair, send, hasForm);

    private static Style Map(string name, Func<LayoutClient, IReadOnlyDictionary<string, string>, CancellationToken, Task> send, Func<IReadOnlyDictionary<string, string>, bool> hasForm) =>
        Of(name + " map", Texts.Map, send, hasForm);

    private static Style Of<T>(string name, Gen<T> values, Func<LayoutClient, T, CancellationToken, Task> send, Func<T, bool> hasForm)
        where T : notnull => new(
            name,
            // Headers hold what ASCII has to print, and no line break.
            (name.StartsWith("header", StringComparison.Ordinal) ? values.Where(value => TextsOf(value).All(text => text.All(character => character is >= ' ' and <= '~'))) : values).Select(value => (object)value),
            (client, value, token) => send(client, (T)value, token),
            value => hasForm((T)value));

    private static IEnumerable<string> TextsOf(object value) => value switch
    {
        string text => [text],
        IReadOnlyList<string> list => list,
        Pair pair => new[] { pair.First, pair.Second }.OfType<string>(),
        IReadOnlyDictionary<string, string> map => map.Keys.Concat(map.Values),
        _ => [],
    };

    private static bool IsSegment(string text) => text is not ("" or "." or "..");

    private static bool IsNotEmpty(Pair pair) => TextsOf(pair).Any();

    private static bool IsNotBlank(IReadOnlyList<string> list) => list is not ([] or [""]);

    private static bool IsAbsentOrNotBlank(IReadOnlyList<string> list) => list is not [""];

    private static bool IsFree(IEnumerable<string> texts, params char[] characters) => texts.All(text => text.IndexOfAny(characters) < 0);

    private static bool IsTrimmed(string text) => text == text.Trim(' ', '\t');
}
