using System.Runtime.InteropServices;

namespace SyncGen.Cli;

/// <summary>Ends the process on a signal, but not while the output is half-written: what has begun is finished or undone first.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Lock _writing = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Asks those who write to stop where that leaves nothing behind.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What the process ends with: 128 and the number of the signal, as shells have it.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Listens to the signals of this process.</summary>
    public static Interruption OfProcess()
    {
        var interruption = new Interruption();
        interruption.Listen(PosixSignal.SIGHUP, 1);
        interruption.Listen(PosixSignal.SIGINT, 2);
        interruption.Listen(PosixSignal.SIGQUIT, 3);
        interruption.Listen(PosixSignal.SIGTERM, 15);
        return interruption;
    }

    /// <summary>Does what must not be interrupted.</summary>
    public T Write<T>(Func<CancellationToken, T> write)
    {
        lock (_writing)
            return write(Token);
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Listen(PosixSignal signal, int number) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        ExitCode = 128 + number;
        _source.Cancel();
        lock (_writing)
            Environment.Exit(ExitCode);
    }));
}
