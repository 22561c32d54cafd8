using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;

namespace SyncGen.Benchmarks.Server;

/// <summary>Runs the ways to serve in turn, many rounds in one process, and prints CPU time a request and requests a second, with the ratios to the hand-written minimal API and to the static response.</summary>
internal static class ServerRun
{
    private const int Connections = 16;
    private const int Batch = 2000;

    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(700);

    /// <param name="arguments">
    /// Sizes of the response in KB, 10 when left out; "of=text" for the payloads whose name has the text; "only=text" for the ways whose name has it, besides
    /// those that the others are compared with; "rounds=number".
    /// </param>
    public static async Task RunAsync(string[] arguments)
    {
        var rounds = int.Parse(Arguments.ValueOf(arguments, "rounds") ?? "15", CultureInfo.InvariantCulture);
        var only = Arguments.ValueOf(arguments, "only") ?? "";
        foreach (var size in Arguments.Sizes(arguments).DefaultIfEmpty(10))
        {
            foreach (var kind in Payloads.Kinds.Where(kind => kind.Contains(Arguments.ValueOf(arguments, "of") ?? "", StringComparison.Ordinal)))
                await CompareAsync(size, kind, only, rounds);
        }
    }

    private static async Task CompareAsync(int size, string kind, string only, int rounds)
    {
        var json = Payloads.Of(kind, size * 1024);
        ServerVariant[] variants = [.. ServerVariants.Of(json).Where(variant => variant.IsCompared || variant.Name.Contains(only, StringComparison.Ordinal))];
        var cpu = await MeasureCpuAsync(variants, json.Length, rounds);
        var rate = await MeasureRateAsync(variants, rounds);
        foreach (var asksCaller in (ReadOnlySpan<bool>)[false, true])
        {
            Console.WriteLine($"{size} KB, mostly {kind}, to {(asksCaller ? "a caller that is known" : "anybody")}");
            var minimalApi = IndexOf(variants, ServerVariants.MinimalApi, asksCaller);
            var staticAnswer = IndexOf(variants, ServerVariants.StaticAnswer, asksCaller);
            for (var index = 0; index < variants.Length; index++)
            {
                if (variants[index].AsksCaller != asksCaller)
                    continue;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {variants[index].Name,-48} CPU {cpu[index],7:F1} us {cpu[index] / cpu[minimalApi],6:F2} x minimal API {rate[index],9:N0} requests/s {rate[index] / rate[staticAnswer],6:F2} x static"));
            }

            Console.WriteLine();
        }
    }

    private static int IndexOf(ServerVariant[] variants, string name, bool asksCaller) =>
        Array.FindIndex(variants, variant => variant.Name == name && variant.AsksCaller == asksCaller);

    /// <summary>The processor time of this process for a request, without a network; the best round.</summary>
    private static async Task<double[]> MeasureCpuAsync(ServerVariant[] variants, int length, int rounds)
    {
        var servers = variants.Select(_ => new InProcess()).ToArray();
        var apps = variants.Select((variant, index) => variant.Build(servers[index])).ToArray();
        foreach (var app in apps)
            await app.StartAsync();
        var best = variants.Select(_ => double.MaxValue).ToArray();
        // A batch takes milliseconds, and the first ones are also the compiler's.
        for (var round = 0; round < rounds * 10; round++)
        {
            for (var index = 0; index < variants.Length; index++)
            {
                var before = Environment.CpuUsage.TotalTime;
                for (var request = 0; request < Batch; request++)
                {
                    var (status, bytes) = await servers[index].GetAsync(ServerVariants.Path, ServerVariants.Query);
                    // Escapes and the order of members differ a little between the ways to write.
                    if (status != 200 || bytes < length * 0.9)
                        throw new InvalidDataException($"{variants[index].Name} returned {status} with {bytes} bytes, not {length}.");
                }

                best[index] = Math.Min(best[index], (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Batch);
            }
        }

        await StopAsync(apps);
        return best;
    }

    /// <summary>Requests a second over loopback, the client in this process too; the best slice.</summary>
    private static async Task<double[]> MeasureRateAsync(ServerVariant[] variants, int rounds)
    {
        var apps = variants.Select(variant => variant.Build(null)).ToArray();
        var best = new double[variants.Length];
        foreach (var app in apps)
            await app.StartAsync();
        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < variants.Length; index++)
                best[index] = Math.Max(best[index], await RateAsync(new Uri(apps[index].Urls.Single()).Port));
        }

        await StopAsync(apps);
        return best;
    }

    private static async Task<double> RateAsync(int port)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => LoopbackClient.ConnectAsync(port, ServerVariants.Path + ServerVariants.Query)));
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(clients.Select(client => client.RunAsync(() => watch.Elapsed > Slice)));
        var elapsed = watch.Elapsed;
        foreach (var client in clients)
            client.Dispose();
        return counts.Sum() / elapsed.TotalSeconds;
    }

    private static async Task StopAsync(WebApplication[] apps)
    {
        foreach (var app in apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
