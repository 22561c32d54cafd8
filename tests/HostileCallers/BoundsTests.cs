using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace SyncGen.HostileCallers;

/// <summary>Small requests make no large responses, and do not keep a server busy, by controllers and by endpoints.</summary>
public sealed class BoundsTests
{
    private const int ProblemLimit = 64 * 1024;

    private static readonly string SlowText = new string('a', 40) + "!";

    public static TheoryData<bool> Flavours => [true, false];

    [Theory]
    [MemberData(nameof(Flavours))]
    public async Task Problem_is_at_most_64_KiB_and_has_at_most_100_violations(bool hasController)
    {
        await using var server = new HostileServer(hasController);
        var name = new string('n', 30_000);
        foreach (var body in new[]
        {
            $"{{\"map\":{{{string.Join(',', Enumerable.Range(0, 1000).Select(number => $"\"{number}{name[..1000]}\":9"))}}}}}",
            $"{{\"map\":{{\"{name}\":9,\"{name}2\":9}},\"bounded\":[{string.Join(',', Enumerable.Repeat(9, 500_000))}]}}",
            $"{{\"map\":{{{string.Join(',', Enumerable.Range(0, 200).Select(number => $"\"{number}{new string('\u00e9', 5000)}\":9"))}}}}}",
            $"{{\"{name}\":1}}",
            $"{{\"multiples\":[{string.Join(',', Enumerable.Repeat(1, 200))}],\"bounded\":[{string.Join(',', Enumerable.Repeat(9, 200))}]}}",
        })
        {
            var answer = await server.PostAsync("/value", body);

            Assert.Equal(400, answer.Status);
            Assert.InRange(answer.Body.Length, 10, ProblemLimit);
            Assert.InRange(answer.Errors.Sum(error => error.Count), 1, 100);
        }
    }

    [Theory]
    [MemberData(nameof(Flavours))]
    public async Task Options_say_how_much_a_problem_tells(bool hasController)
    {
        await using var server = new HostileServer(hasController, options => (options.MaxViolations, options.MaxProblemBytes) = (500, 1_000_000));

        Assert.Equal(500, (await server.PostAsync("/value", $"{{\"bounded\":[{string.Join(',', Enumerable.Repeat(9, 2000))}]}}")).Errors.Count);
    }

    [Theory]
    [MemberData(nameof(Flavours))]
    public async Task Values_with_one_hash_code_are_compared_soon(bool hasController)
    {
        await using var server = new HostileServer(hasController);
        foreach (var member in new[] { "uniqueIntegers", "uniqueNumbers", "uniqueDecimals", "uniqueAnything" })
        {
            var watch = Stopwatch.StartNew();
            var answer = await server.PostAsync("/value", $"{{\"{member}\":[{string.Join(',', Enumerable.Range(1, 100_000).Select(number => number * 4294967297L))}]}}");

            Assert.Equal(200, answer.Status);
            // Quadratic, this takes half a minute.
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    [Theory]
    [MemberData(nameof(Flavours))]
    public async Task Patterns_share_the_time_of_a_request(bool hasController)
    {
        await using var server = new HostileServer(hasController);
        var list = string.Join(',', Enumerable.Repeat($"\"{SlowText}\"", 200));
        var names = string.Join(',', Enumerable.Range(0, 200).Select(number => $"\"{SlowText}{number}\":1"));
        var watch = Stopwatch.StartNew();
        var answer = await server.PostAsync("/value", $"{{\"looked\":\"{SlowText}\",\"lookedList\":[{list}],\"lookedNames\":{{{names}}}}}");

        Assert.Equal(400, answer.Status);
        Assert.Equal(400, (await server.PostAsync("/value", $"{{\"lookedMap\":{{{names}}}}}")).Status);
        Assert.Equal(400, (await server.SendAsync("GET", $"/items/a/1?looked={SlowText}")).Status);
        // 100 ms for each text would be a minute.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [MemberData(nameof(Flavours))]
    public async Task Values_are_counted(bool hasController)
    {
        await using var server = new HostileServer(hasController);
        var empty = Encoding.UTF8.GetBytes($"{{\"kids\":[{string.Join(',', Enumerable.Repeat("{}", 999_998))}]}}");
        Assert.Equal(204, (await server.PostAsync("/tree", "application/json", empty)).Status);
        var more = Encoding.UTF8.GetBytes($"{{\"kids\":[{string.Join(',', Enumerable.Repeat("{}", 999_999))}]}}");
        var answer = await server.PostAsync("/tree", "application/json", more);

        Assert.Equal(400, answer.Status);
        Assert.Contains("more than 1000000 values", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "/value", "application/json", "{\"text\":\"", "x", "\"}")]
    [InlineData(false, "/value", "application/json", "{\"text\":\"", "x", "\"}")]
    [InlineData(true, "/text", "text/plain", "", "x", "")]
    [InlineData(false, "/text", "text/plain", "", "x", "")]
    [InlineData(true, "/form", "application/x-www-form-urlencoded", "a=", "x", "")]
    [InlineData(false, "/form", "application/x-www-form-urlencoded", "a=", "x", "")]
    [InlineData(true, "/upload", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n", "x", "\r\n--b--\r\n")]
    [InlineData(false, "/upload", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n", "x", "\r\n--b--\r\n")]
    public async Task Limit_of_a_body_counts_what_it_is_after_decompression(bool hasController, string path, string mediaType, string start, string middle, string end)
    {
        await using var server = new HostileServer(hasController, options => options.MaxBodyBytes = 100_000, decompresses: true);

        Assert.Equal(413, (await server.PostAsync(path, mediaType, Packed(start + string.Concat(Enumerable.Repeat(middle, 10_000_000)) + end), "gzip")).Status);
        Assert.InRange((await server.PostAsync(path, mediaType, Packed(start + string.Concat(Enumerable.Repeat(middle, 50_000)) + end), "gzip")).Status, 200, 204);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
