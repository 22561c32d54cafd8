using System.Net;
using System.Net.Sockets;
using System.Text;
using Ledger;
using Ledger.Json;

namespace SyncGen.AotSample;

/// <summary>The ledger's server: one request for each connection, as much HTTP as the sample needs. It reads and writes the same models as the client.</summary>
internal sealed class LedgerServer : IDisposable
{
    private static readonly Refund Refund = new()
    {
        Amount = 2.25m,
        Currency = "CHF",
        Of = new Guid("7f4f9d8e-0f0c-4a53-9c3e-0d5a2b1c6e11"),
    };

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Entry> _entries = [Refund];

    public LedgerServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/");

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                await stream.WriteAsync(Answer(await ReadAsync(stream)));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The sample is over.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length)) is > 0 and var count)
        {
            length += count;
            var text = Encoding.UTF8.GetString(buffer, 0, length);
            if (text.Contains("\r\n\r\n", StringComparison.Ordinal) && length >= LengthOf(text))
                return text;
        }

        return "";
    }

    private static int LengthOf(string request)
    {
        const string Header = "Content-Length: ";
        var head = request[..request.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        var line = Array.Find(head.Split("\r\n"), line => line.StartsWith(Header, StringComparison.OrdinalIgnoreCase));
        return Encoding.UTF8.GetByteCount(head) + 4 + (line is null ? 0 : int.Parse(line.AsSpan(Header.Length)));
    }

    private byte[] Answer(string request)
    {
        var (line, body) = (request.Split("\r\n")[0], request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        if (!request.Contains("Authorization: Bearer secret\r\n", StringComparison.Ordinal))
            return Message("401 Unauthorized", "text/plain", "");
        switch (line)
        {
            case "POST /v1/accounts/petty%20cash/entries HTTP/1.1":
                var entry = EntryCodec.Format.Read(body);
                _entries.Insert(0, entry);
                return Message("201 Created", "application/json", EntryCodec.Format.ToText(entry), "Location: /v1/entries/1\r\n");
            case "GET /v1/accounts/petty%20cash/entries?since=2026-03-01T09%3A30%3A00%2B01%3A00&kinds=payment&kinds=refund HTTP/1.1":
                return Message("200 OK", "application/json", PageCodec.Format.ToText(new Page { Entries = _entries, Next = null }));
            case "GET /v1/accounts/petty%20cash/changes HTTP/1.1":
                return Message("200 OK", "text/event-stream", string.Concat(_entries.Select(entry => $"data: {EntryCodec.Format.ToText(entry)}\n\n")));
            default:
                return Message("404 Not Found", "application/problem+json", FaultCodec.Format.ToText(new Fault { Title = "No such account" }));
        }
    }

    private static byte[] Message(string status, string contentType, string body, string headers = "") => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}");
}
