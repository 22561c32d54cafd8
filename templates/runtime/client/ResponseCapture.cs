namespace SyncGen.Runtime;

using System.Collections.Generic;
using System.Collections.ObjectModel;

/// <summary>The status code and the headers of a response, whether or not the contract documents them.</summary>
public sealed class ResponseCapture
{
    /// <summary>The HTTP status code; 0 until a response has arrived.</summary>
    public int StatusCode { get; set; }

    /// <summary>The headers by name, without regard to case; empty until a response has arrived.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; set; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;
}
