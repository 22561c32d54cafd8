namespace SyncGen.Runtime;

using System;

/// <summary>An event of a server-sent event stream.</summary>
/// <typeparam name="T">The type of its data.</typeparam>
/// <param name="Data">The data of the event.</param>
/// <param name="EventType">The type of the event; <c>message</c> if the server names none.</param>
public sealed record ServerSentEvent<T>(T Data, string EventType = "message")
{
    /// <summary>The ID that the event carries, to resume the stream after it by the header <c>Last-Event-ID</c>; null if it carries none.</summary>
    public string? EventId { get; init; }

    /// <summary>How long to wait before reconnecting, as the event asks; null if it does not.</summary>
    public TimeSpan? ReconnectionInterval { get; init; }
}
