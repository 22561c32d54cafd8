namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Ends a call when its time is over or when the caller wants it, and tells the two apart.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class CallDeadline : IDisposable
{
    /// <summary>What is no longer is parsed before anybody notices.</summary>
    public const int ShortBody = 1024 * 1024;

    /// <summary>Reads a value from its text.</summary>
    internal delegate T Parser<out T>(ReadOnlySpan<byte> text);

    private readonly string _call;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;

    /// <param name="call">The call's name for messages.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="caller">The caller's own wish to end it.</param>
    public CallDeadline(string call, TimeSpan timeout, CancellationToken caller)
    {
        _call = call;
        _timeout = timeout;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(timeout);
    }

    /// <summary>Is cancelled when the call must end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The time limit holds no longer; the caller's wish does.</summary>
    public void Lift() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Parses a long body, which may take longer than the call has time.</summary>
    internal async Task<T> ParseAsync<T>(PooledBuffer body, Parser<T> parse)
    {
        var parsing = Task.Run(() => parse(body.Memory.Span), CancellationToken.None);
        try
        {
            return await parsing.WaitAsync(Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (Explain(exception) is { } explained)
        {
            // Nothing else stops a parser than a text that is no JSON. The buffer is not given back while it reads.
            body.Spoil();
            await parsing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
            throw explained;
        }
    }

    /// <summary>What an exception during the call means to the caller, or null when it speaks for itself.</summary>
    public Exception? Explain(Exception exception)
    {
        if (exception is HttpIOException broken)
            return new HttpRequestException(broken.HttpRequestError, $"{_call}: the connection broke off before the response was complete.", broken);
        if (exception is InvalidDataException)
            return new HttpRequestException($"{_call}: the response cannot be decompressed.", exception);
        if (exception is IOException)
            return new HttpRequestException($"{_call}: the connection broke off before the response was complete.", exception);
        if (exception is not OperationCanceledException cancelled)
            return null;
        if (_caller.IsCancellationRequested)
            return new OperationCanceledException($"{_call} was cancelled.", cancelled, _caller);
        if (!_source.IsCancellationRequested)
            return null;
        var timeout = new TimeoutException($"{_call} took longer than {_timeout.TotalSeconds:0.###} s.", cancelled);
        return new TaskCanceledException(timeout.Message, timeout);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
