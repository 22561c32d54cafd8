using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace SyncGen.Benchmarks.Server;

/// <summary>One connection that sends the same request over and over and costs as little as can be: it only counts bytes, after it has read one response.</summary>
internal sealed class LoopbackClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _length;

    private LoopbackClient(string target) => _request = Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");

    public static async Task<LoopbackClient> ConnectAsync(int port, string target)
    {
        var client = new LoopbackClient(target);
        await client._socket.ConnectAsync(IPAddress.Loopback, port).ConfigureAwait(false);
        client._length = await client.ReadFirstAsync().ConfigureAwait(false);
        return client;
    }

    /// <summary>Sends requests until the clock says stop.</summary>
    /// <returns>How many were responded to.</returns>
    public async Task<int> RunAsync(Func<bool> isOver)
    {
        var count = 0;
        for (; !isOver(); count++)
        {
            await _socket.SendAsync(_request).ConfigureAwait(false);
            for (var read = 0; read < _length;)
                read += await ReceiveAsync(0).ConfigureAwait(false);
        }

        return count;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>The length of the first response, which all others have too.</summary>
    private async Task<int> ReadFirstAsync()
    {
        await _socket.SendAsync(_request).ConfigureAwait(false);
        var length = 0;
        while (true)
        {
            length += await ReceiveAsync(length).ConfigureAwait(false);
            var text = Encoding.Latin1.GetString(_buffer, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                continue;
            if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                throw new InvalidDataException(text);
            var at = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at < end ? length == end + 4 + int.Parse(text.AsSpan(at + 16, text.IndexOf('\r', at) - at - 16)) : text.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
                return length;
        }
    }

    private async Task<int> ReceiveAsync(int offset) =>
        await _socket.ReceiveAsync(_buffer.AsMemory(offset)).ConfigureAwait(false) is > 0 and var count ? count : throw new EndOfStreamException();
}
