using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SyncGen.Benchmarks.Server;

/// <summary>A server without a network: it runs a whole application on requests that are made here.</summary>
internal sealed class InProcess : IServer
{
    private Func<IFeatureCollection, Task>? _serve;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Runs the application on a GET and throws the response away.</summary>
    /// <returns>The status and how many bytes the response has.</returns>
    public async Task<(int Status, long Bytes)> GetAsync(string path, string query)
    {
        using var body = new CountingStream();
        var response = new HttpResponseFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = "GET", Scheme = "http", Protocol = "HTTP/1.1", Path = path, QueryString = query, RawTarget = path + query });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await _serve!(features).ConfigureAwait(false);
        return (response.StatusCode, body.Position);
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _serve = async features =>
        {
            var context = application.CreateContext(features);
            await application.ProcessRequestAsync(context).ConfigureAwait(false);
            await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync().ConfigureAwait(false);
            application.DisposeContext(context, null);
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private sealed class CountingStream : MemoryStream
    {
        private long _count;

        public override long Position
        {
            get => _count;
            set => _count = value;
        }

        public override void Write(byte[] buffer, int offset, int count) => _count += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _count += buffer.Length;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _count += count;
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _count += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
