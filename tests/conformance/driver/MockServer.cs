using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SyncGen.ForeignServers;

/// <summary>A server or tool of npm, as a process of ours that ends with us.</summary>
internal sealed class MockServer : IDisposable
{
    private readonly Process _process;

    private MockServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server and waits until it responds.</summary>
    public static async Task<MockServer> Start(string node, IReadOnlyList<string> arguments, string folder, string log, int port)
    {
        var process = Run(node, arguments, folder, log);
        var server = new MockServer(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended with {process.ExitCode}; see {log}.");
            try
            {
                using var response = await http.GetAsync(server.Address);
                return server;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        server.Dispose();
        throw new InvalidOperationException($"The server does not respond; see {log}.");
    }

    /// <summary>Starts a process whose output goes to a file.</summary>
    public static Process Run(string file, IReadOnlyList<string> arguments, string folder, string log)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = new Process { StartInfo = start };
        var writer = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => writer.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => writer.WriteLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit(5000);
        _process.Dispose();
    }
}
