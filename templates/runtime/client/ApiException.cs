namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;

/// <summary>
/// The server responded with a status code that is not a success. The message names the operation and the status code, never an argument or a secret.
/// </summary>
public class ApiException : Exception
{
    /// <summary>Creates an exception, as the client throws it or a test needs it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="headers">The headers of the response; null for none.</param>
    /// <param name="body">The beginning of the response body as text; null if there is none.</param>
    /// <param name="innerException">The exception that is the cause of this one, or null.</param>
    public ApiException(string? message, int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>>? headers = null, string? body = null, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Headers = new Dictionary<string, IReadOnlyList<string>>(headers ?? new Dictionary<string, IReadOnlyList<string>>(), StringComparer.OrdinalIgnoreCase);
        Body = body;
    }

    /// <summary>The HTTP status code of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response, by name without regard to case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The beginning of the response body as text; null if there is none.</summary>
    public string? Body { get; }
}

/// <summary>The server responded with an error that the contract documents.</summary>
/// <typeparam name="TError">The type of the error.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    /// <summary>Creates an exception, as the client throws it or a test needs it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="error">The error that the response body holds.</param>
    /// <param name="headers">The headers of the response; null for none.</param>
    /// <param name="body">The beginning of the response body as text; null if there is none.</param>
    public ApiException(string? message, int statusCode, TError error, IReadOnlyDictionary<string, IReadOnlyList<string>>? headers = null, string? body = null)
        : base(message, statusCode, headers, body) => Error = error;

    /// <summary>The error that the response body holds.</summary>
    public TError Error { get; }
}
