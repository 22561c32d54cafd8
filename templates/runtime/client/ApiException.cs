using System;
using System.Collections.Generic;

namespace SyncGen.Runtime;

/// <summary>The server gave an answer that is no success. The message names the operation and the status, never an argument or a secret.</summary>
public class ApiException : Exception
{
    internal ApiException(string message, int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string? body, Exception? innerException)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Headers = headers;
        Body = body;
    }

    /// <summary>The HTTP status of the answer.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the answer, by name without regard to case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The beginning of the answer's body as text; null when there is none.</summary>
    public string? Body { get; }
}

/// <summary>The server gave an error that the contract documents.</summary>
/// <typeparam name="TError">What the error says.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    internal ApiException(string message, int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string? body, TError error)
        : base(message, statusCode, headers, body, innerException: null) => Error = error;

    /// <summary>What the error says.</summary>
    public TError Error { get; }
}
