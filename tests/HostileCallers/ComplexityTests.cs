using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SyncGen.HostileCallers;

/// <summary>
/// What a request costs grows with its length: twice the length costs at most two and a half times as much, for every kind of input that a
/// generated server reads.
/// </summary>
public sealed class ComplexityTests
{
    private const double MostGrowth = 2.5;
    private const int LargestSize = 270_000;

    private static readonly IReadOnlyDictionary<string, Func<int, Request>> Inputs = new Dictionary<string, Func<int, Request>>
    {
        ["text"] = size => Member("text", Quoted(new string('x', size))),
        ["text of astral characters"] = size => Member("text", Quoted(string.Concat(Enumerable.Repeat("\U0001F600", size / 4)))),
        ["text of escapes"] = size => Member("text", Quoted(string.Concat(Enumerable.Repeat("\\u0041", size / 6)))),
        ["text that is too long"] = size => Member("short", Quoted(new string('x', size))),
        ["digits of an integer"] = size => Member("integer", new string('9', size)),
        ["digits of a small integer"] = size => Member("small", new string('9', size)),
        ["zeros of an integer"] = size => Member("integer", "1." + new string('0', size)),
        ["exponent of an integer"] = size => Member("integer", "1e" + new string('9', size)),
        ["digits of a number"] = size => Member("number", "0." + new string('9', size)),
        ["digits of a decimal"] = size => Member("exact", "0." + new string('9', size)),
        ["digits of a multiple"] = size => Member("multiple", "0." + new string('9', size)),
        ["multipleOf"] = size => List("multiples", size, number => Text(number * 7L)),
        ["exclusiveMaximum"] = size => List("bounded", size, _ => "9"),
        ["numbers"] = size => List("numbers", size, number => Text(number / 7.0)),
        ["numbers with exponents"] = size => List("numbers", size, number => Text(number) + "e-200"),
        ["numbers out of range"] = size => List("numbers", size, number => Text(number) + "e200"),
        ["date-time"] = size => List("times", size, number => $"\"2026-01-01T00:00:{number % 60:00}.{number % 1000:000}Z\""),
        ["date"] = size => List("days", size, number => $"\"2026-01-{(number % 28) + 1:00}\""),
        ["byte"] = size => Member("bytes", Quoted(new string('A', size / 4 * 4))),
        ["uuid"] = size => List("ids", size, number => $"\"00000000-0000-0000-0000-{number:000000000000}\""),
        ["uri"] = size => List("links", size, number => $"\"http://example.com/{number}?q=%41#f\""),
        ["one long uri"] = size => List("links", 1, _ => $"\"http://example.com/{new string('a', size)}\""),
        ["pattern without backtracking"] = size => Member("linear", Quoted(new string('a', size) + "!")),
        ["pattern with lookahead"] = size => List("lookedList", size, _ => "\"ab\""),
        ["propertyNames"] = size => Map("lookedNames", size, number => $"ab{number}b"),
        ["patternProperties"] = size => Map("named", size / 20, number => $"y-{number}"),
        ["uniqueItems of integers"] = size => List("uniqueIntegers", size, number => Text(number * 4294967297L)),
        ["uniqueItems of integers in one bucket"] = size => List("uniqueIntegers", size, number => Text(number * 1_103_515_245L)),
        ["uniqueItems of numbers"] = size => List("uniqueNumbers", size, number => Text((number + 1) * 4294967297.0)),
        ["uniqueItems of decimals"] = size => List("uniqueDecimals", size, number => Text((number + 1) * 4294967297L)),
        ["uniqueItems of texts"] = size => List("uniqueTexts", size, number => $"\"t{number}\""),
        ["uniqueItems of uuids"] = size => List("uniqueIds", size, number => $"\"{number:00000000}-0000-{number % 10000:0000}-0000-{number:000000000000}\""),
        ["uniqueItems of words"] = size => List("uniqueWords", size, number => $"\"w{number}\""),
        ["uniqueItems of levels"] = size => List("uniqueLevels", size, number => Text(number * 4294967297L)),
        ["uniqueItems of objects"] = size => List("uniqueObjects", size, number => $"{{\"b\":{number},\"a\":1.0}}"),
        ["uniqueItems of one object"] = size => List("uniqueObjects", 1, _ => Object(size, number => $"m{number}")),
        ["uniqueItems of anything"] = size => List("uniqueAnything", size, number => $"[{number},{{}},null]"),
        ["contains"] = size => List("containing", size, number => Text(number % 10)),
        ["names of a map"] = size => Map("map", size, number => $"m{number}"),
        ["names of a map that are escaped"] = size => Map("map", size, number => $"\\u006d{number}"),
        ["names of a map with too many"] = size => Map("counted", size, number => $"m{number}"),
        ["one long name of a map"] = size => Map("map", 1, _ => new string('m', size)),
        ["names that nobody declares"] = size => new("/value", "application/json", Object(size, number => $"other{number}", "\"x\"")),
        ["names of free-form JSON"] = size => Member("free", Object(size, number => $"m{number}")),
        ["names of free-form JSON that begin alike"] = size => Member("free", Object(size / 4, number => $"{new string('m', 24)}{number}")),
        ["objects of free-form JSON"] = size => Member("free", $"[{Repeated("{\"a\":{\"b\":1}}", size)}]"),
        ["free-form object"] = size => Member("freeObject", Object(size, number => $"m{number}")),
        ["listed value"] = size => Member("listed", Quoted(new string('x', size))),
        ["enum"] = size => List("words", size, number => $"\"{(char)('a' + (number % 4))}\""),
        ["discriminator behind everything"] = size => Member("pet", $"{{{Repeated("\"x\":1", 1)},\"rest\":[{Repeated("1", size)}],\"kind\":\"cat\"}}"),
        ["oneOf by members"] = size => Member("pets", $"[{Repeated("{\"lives\":1,\"kind\":\"cat\"},\"x\",[1,2]", size / 10)}]"),
        ["oneOf in lists"] = size => Member("shaped", $"{{\"a\":1,\"list\":[{Repeated("{\"a\":\"x\",\"list\":[]}", size / 5)}]}}"),
        ["lists of lists"] = size => Member("matrix", $"[{Repeated("[1.5,2.5]", size / 3)}]"),
        ["nullable items"] = size => Member("nullables", $"[{Repeated("null,9", size)}]"),
        ["wide tree"] = size => new("/tree", "application/json", $"{{\"kids\":[{Repeated("{}", size)}]}}"),
        ["tree of trees"] = size => new("/tree", "application/json", $"{{\"kids\":[{Repeated("{\"size\":9,\"kids\":[{\"size\":1}]}", size / 8)}]}}"),
        ["deep tree"] = size => new("/tree", "application/json", string.Concat(Enumerable.Repeat("{\"next\":", size / 8))),
        ["white space"] = size => new("/value", "application/json", new string(' ', size) + "{}" + new string('\n', size)),
        ["error at the end"] = size => Member("numbers", $"[{Repeated("1.5", size)},x]"),
        ["error behind many lines"] = size => Member("numbers", $"[{Repeated("1.5\n", size)},x]"),
        ["plain text"] = size => new("/text", "text/plain", new string('x', size)),
        ["plain text that is no UTF-8"] = size => new("/text", "text/plain", new string('\u00ff', size)) { IsLatin = true },
        ["field of a form"] = size => new("/form", "application/x-www-form-urlencoded", "other=" + Repeated("%41", size / 3, "")),
        ["fields of a form"] = size => new("/form", "application/x-www-form-urlencoded", Repeated("a=b", Math.Min(size / 1000, 1000), "&")),
        ["list in a form"] = size => new("/form", "application/x-www-form-urlencoded", Numbered("list=", Math.Min(size / 200, 1000))),
        ["parts of a form"] = size => new("/upload", "multipart/form-data; boundary=b", Parts(Math.Min(size / 200, 1000))),
        ["file of a form"] = size => new("/upload", "multipart/form-data; boundary=b", Part("name=file; filename=f", new string('x', size * 4)) + "--b--\r\n"),
        ["boundaries that are none"] = size => new("/upload", "multipart/form-data; boundary=b", Part("name=file; filename=f", Repeated("\r\n--", size, "")) + "--b--\r\n"),
        ["text of a query"] = size => new($"/items/a/1?looked={Repeated("%61", size, "")}b"),
        ["list of a query"] = size => new("/items/a/1?" + Numbered("list=", size / 10)),
        ["joined list of a query"] = size => new("/items/a/1?joined=" + Repeated("x", size / 4)),
        ["joined list of a query, encoded"] = size => new("/items/a/1?piped=" + Repeated("1", size / 4, "%7C")),
        ["deep object of a query"] = size => new("/items/a/1?" + Repeated("deep[to]=x", size / 20, "&")),
        ["names of a deep object"] = size => new("/items/a/1?" + string.Join('&', Enumerable.Range(0, size / 20).Select(number => $"deep[m{number}]=x"))),
        ["names of a query"] = size => new("/items/a/1?" + string.Join('&', Enumerable.Range(0, size / 20).Select(number => $"m{number}=x"))),
        ["JSON of a query"] = size => new($"/items/a/1?json=%7B%22kids%22:[{Repeated("%7B%7D", size / 4)}]%7D"),
        ["text of a path"] = size => new($"/items/{Repeated("%61", size, "")}/1"),
        ["list of a path"] = size => new($"/items/a/{Repeated("1", size)}"),
        ["list of a header"] = size => new("/items/a/1") { Header = ("X-List", Repeated("1", size)) },
        ["text of a header"] = size => new("/items/a/1") { Header = ("X-Text", new string('x', size)) },
        ["cookies"] = size => new("/items/a/1") { Header = ("Cookie", Repeated("a=b", size / 4, "; ") + "; crumb=x") },
    };

    public static TheoryData<string> Names => [.. Inputs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Twice_the_length_costs_at_most_two_and_a_half_times_as_much(string name)
    {
        await using var server = new HostileServer(hasController: false);
        var growth = await GrowthAsync(size => Sending(server, Inputs[name](size)));

        Assert.True(growth <= MostGrowth, $"Twice the length costs {growth:0.00} times as much.");
    }

    [Fact]
    public async Task What_is_quadratic_is_noticed()
    {
        var growth = 0.0;
        // Other work may hold up the shorter run alone.
        for (var attempt = 0; attempt < 20 && growth <= MostGrowth; attempt++)
        {
            growth = await GrowthAsync(size => () =>
            {
                var items = new int[size / 4];
                var count = 0;
                for (var at = 0; at < items.Length; at++)
                    count += Array.IndexOf(items, 1);
                Assert.Equal(-items.Length, count);
                return Task.CompletedTask;
            });
        }

        Assert.True(growth > MostGrowth, $"Twice the length costs {growth:0.00} times as much.");
    }

    /// <summary>Other work may hold this machine up, so the least of several tries counts; what is quadratic shows it each time.</summary>
    private static async Task<double> GrowthAsync(Func<int, Func<Task>> workOf)
    {
        var size = 16_000;
        var growth = double.MaxValue;
        for (var attempt = 0; attempt < 12 && growth > MostGrowth; attempt++, size = Math.Min(size + (size / 2), LargestSize))
            growth = Math.Min(growth, await CostAsync(workOf(2 * size)) / await CostAsync(workOf(size)));
        return growth;
    }

    /// <summary>The least time of several tries.</summary>
    private static async Task<double> CostAsync(Func<Task> work)
    {
        var least = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            watch.Stop();
            least = watch.Elapsed < least ? watch.Elapsed : least;
        }

        return least.TotalMicroseconds;
    }

    private static Func<Task> Sending(HostileServer server, Request request)
    {
        var body = request.Bytes;
        return async () =>
        {
            var answer = await (body is null
                ? server.SendAsync("GET", request.Target, context => context.Request.Headers[request.Header.Name] = request.Header.Text)
                : server.PostAsync(request.Target, request.MediaType!, body));
            Assert.InRange(answer.Status, 200, 413);
        };
    }

    private static Request Member(string name, string value) => new("/value", "application/json", $"{{\"{name}\":{value}}}");

    private static Request List(string name, int count, Func<int, string> item) => Member(name, $"[{string.Join(',', Enumerable.Range(0, count).Select(item))}]");

    private static Request Map(string name, int count, Func<int, string> member) => Member(name, Object(count, member));

    private static string Object(int count, Func<int, string> name, string value = "1") => $"{{{string.Join(',', Enumerable.Range(0, count).Select(number => $"\"{name(number)}\":{value}"))}}}";

    private static string Repeated(string text, int count, string separator = ",") => string.Join(separator, Enumerable.Repeat(text, count));

    private static string Numbered(string text, int count) => string.Join('&', Enumerable.Range(0, count).Select(number => text + Text(number * 4294967297L)));

    private static string Part(string disposition, string content) => $"--b\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n";

    private static string Parts(int count) => Part("name=file; filename=f", "x") + string.Concat(Enumerable.Repeat(Part("name=texts", "x"), count)) + "--b--\r\n";

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Request(string Target, string? MediaType = null, string? Body = null)
    {
        public (string Name, string Text) Header { get; init; } = ("X-None", "");

        public bool IsLatin { get; init; }

        public byte[]? Bytes => Body is null ? null : (IsLatin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(Body);
    }
}
