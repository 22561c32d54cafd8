using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Hostile.Json;
using SyncGen.Testing;

namespace SyncGen.HostileCallers;

/// <summary>
/// Requests that were changed at random are responded to: no exception, no 500, no long work, no large problem; and a value that is taken is written
/// again as one that is taken and written the same.
/// </summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    private static readonly string[] Words =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "0", "-1", "-0", "1e999", "1E-999", "9223372036854775808", "1.0", "\"\"", "\"a\"", "{}", "[]", "\\u0000", "\\ud800", "\\uD83D\\uDE00", "\u0000", "\u00ff",
        "kind", "cat", "\"kind\":\"dog\"", "\"a\":1", "x-", "%", "%2", "%41", "%00", "%2C", "%7C", "&", "=", "?", "#", ";", "[]", "[a]", "deep[to]=", "list=", "--b", "\r\n", "--b--", "Content-Disposition: form-data; name=", "filename=", "2026-01-01T00:00:00Z", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", " ",
    ];

    private static readonly (string Path, string MediaType, string Body)[] Bodies =
    [
        ("/value", "application/json", "{\"text\":\"abc\",\"integer\":1,\"number\":1.5,\"exact\":2.5,\"times\":[\"2026-01-01T00:00:00Z\"],\"days\":[\"2026-01-01\"],\"bytes\":\"QUJD\",\"ids\":[\"00000000-0000-0000-0000-000000000001\"]}"),
        ("/value", "application/json", "{\"links\":[\"http://e.com/a?b#c\"],\"linear\":\"aaa\",\"looked\":\"ab\",\"lookedMap\":{\"ab\":\"x\",\"c\":1},\"named\":{\"x-a\":\"b\",\"c\":1},\"map\":{\"a\":1},\"free\":{\"a\":[1,{\"b\":null}]},\"freeObject\":{\"a\":1}}"),
        ("/value", "application/json", "{\"uniqueIntegers\":[1,2],\"uniqueNumbers\":[1.5],\"uniqueObjects\":[{\"a\":1}],\"uniqueAnything\":[1,\"1\",null],\"containing\":[5],\"word\":\"a\",\"words\":[\"b\"],\"listed\":true,\"nullables\":[null,1]}"),
        ("/value", "application/json", "{\"pet\":{\"kind\":\"cat\",\"lives\":9},\"pets\":[{\"kind\":\"dog\",\"bark\":\"w\"},\"x\",[1]],\"shaped\":{\"a\":1,\"more\":{\"a\":\"x\",\"list\":[{\"a\":1}]}},\"matrix\":[[1,2],[3]],\"other\":\"x\"}"),
        ("/tree", "application/json", "{\"size\":1,\"kids\":[{\"size\":2,\"next\":{\"kids\":[]}}]}"),
        ("/text", "text/plain", "some text"),
        ("/form", "application/x-www-form-urlencoded", "text=a%20b&list=1&list=2&more=x"),
        ("/upload", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name=texts\r\n\r\ny\r\n--b\r\nContent-Disposition: form-data; name=tree\r\nContent-Type: application/json\r\n\r\n{\"size\":1}\r\n--b--\r\n"),
    ];

    private static readonly string[] Targets =
    [
        "/items/a-b/1,2?list=1&list=2&joined=a,b&piped=1%7C2&deep[from]=1&deep[to]=a&deep[more]=b&json=%7B%22size%22:1%7D&rest=x&looked=ab",
        "/items/%61%2C/1?joined=a%2Cb,c&deep[to]=a&deep[to]=b",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mutated_request_is_answered(bool hasController)
    {
        var chosen = Environment.GetEnvironmentVariable("SYNCGEN_FUZZ_REQUESTS");
        var count = chosen is null ? 4000 : int.Parse(chosen, CultureInfo.InvariantCulture);
        var seed = Environment.GetEnvironmentVariable("SYNCGEN_FUZZ_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : chosen is null ? 1 : Random.Shared.Next();
        await using var server = new HostileServer(hasController);
        var statuses = new SortedDictionary<int, int>();
        for (var number = 0; number < count; number++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + number));
            var mutator = new Mutator(random, Words);
            var watch = Stopwatch.StartNew();
            byte[] mutated = [];
            try
            {
                Answer answer;
                if (random.Next(4) == 0)
                {
                    mutated = mutator.Mutate(Encoding.UTF8.GetBytes(Targets[random.Next(Targets.Length)]), Encoding.UTF8.GetBytes(Targets[random.Next(Targets.Length)]));
                    answer = await GetAsync(server, Encoding.Latin1.GetString(mutated));
                }
                else
                {
                    var (path, mediaType, body) = Bodies[random.Next(Bodies.Length)];
                    mutated = mutator.Mutate(Encoding.UTF8.GetBytes(body), Encoding.UTF8.GetBytes(Bodies[random.Next(Bodies.Length)].Body));
                    answer = await server.PostAsync(path, mediaType, mutated);
                    if (path == "/value" && answer.Status == 200)
                        AssertSame(answer.Body);
                }

                statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
                Assert.Contains(answer.Status, (int[])[200, 204, 400, 404, 405, 413, 415]);
                if (answer.Status >= 400)
                    Assert.InRange(answer.Body.Length, 0, 64 * 1024);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, number {number}: {Convert.ToBase64String(mutated)}", exception);
            }

            Assert.True(watch.Elapsed < MostTime, $"Seed {seed}, number {number} took {watch.Elapsed}: {Convert.ToBase64String(mutated)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} requests with seed {seed}: {string.Join(", ", statuses.Select(pair => $"{pair.Value} x {pair.Key}"))}");
        Assert.True(statuses.Count >= 3, string.Join(' ', statuses.Keys));
    }

    private static void AssertSame(byte[] json)
    {
        var once = ValueCodec.Format.ToUtf8(ValueCodec.Format.Read(json));
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(once));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    /// <summary>A server in front refuses what is no target: control characters, spaces and bytes beyond ASCII.</summary>
    private static Task<Answer> GetAsync(HostileServer server, string target)
    {
        var text = string.Concat(target.Where(character => character is > ' ' and < '\u007F' and not ('#' or '"' or '<' or '>' or '\\')).Take(8000));
        if (!text.StartsWith("/items/", StringComparison.Ordinal))
            text = "/items/" + text;
        text = text.Replace("%00", "%01", StringComparison.Ordinal);
        return server.SendAsync("GET", text, context =>
        {
            context.Request.Headers["X-List"] = "1," + new string('2', text.Length % 30);
            context.Request.Headers.Cookie = "crumb=" + text[..Math.Min(text.Length, 20)];
        });
    }
}
