namespace SyncGen.Runtime;

using System;
using System.Linq;
using System.Net.Http;

/// <summary>The media type that a response names for its body. A body for which none is named is what the contract documents.</summary>
internal readonly struct ResponseType
{
    private readonly string? _name;

    /// <param name="response">The response, whose header may be malformed or there twice.</param>
    public ResponseType(HttpResponseMessage response)
    {
        var text = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.First() : null;
        if (!string.IsNullOrWhiteSpace(text))
            _name = text.Split(';', ',')[0].Trim().ToLowerInvariant();
    }

    private bool IsJson => _name is "application/json" or "text/json" || _name!.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>What servers call a body whose media type nobody told them.</summary>
    private bool IsUnspecific => _name is "text/plain" or "application/octet-stream" or "binary/octet-stream";

    /// <summary>It is one of the media types, which may be ranges: <c>text/*</c>.</summary>
    public bool IsOneOf(ReadOnlySpan<string> mediaTypes)
    {
        if (_name is null)
            return false;
        foreach (var expected in mediaTypes)
        {
            var fits = expected switch
            {
                "*/*" => true,
                [.., '/', '*'] => _name.StartsWith(expected[..^1], StringComparison.OrdinalIgnoreCase),
                _ => _name.Equals(expected, StringComparison.OrdinalIgnoreCase),
            };
            if (fits)
                return true;
        }

        return false;
    }

    /// <summary>The body is a file of the contract.</summary>
    public bool IsFile(ReadOnlySpan<string> mediaTypes) => _name is null || IsOneOf(mediaTypes);

    /// <summary>The body is a text of the contract. XML has two names (RFC 7303, 9.2).</summary>
    public bool IsText(ReadOnlySpan<string> mediaTypes) => IsFile(mediaTypes) || (_name is "text/xml" or "application/xml" && (mediaTypes.Contains("text/xml") || mediaTypes.Contains("application/xml")));

    /// <summary>The body may be JSON, which reading it will tell: it is called so, or nothing in particular.</summary>
    /// <param name="mediaTypes">What the contract calls it.</param>
    /// <param name="others">What the contract calls other representations of the response, which this is none of.</param>
    public bool MayBeJson(ReadOnlySpan<string> mediaTypes, ReadOnlySpan<string> others) => IsFile(mediaTypes) || (!IsOneOf(others) && (IsJson || IsUnspecific));

    /// <summary>The body is a stream of events.</summary>
    public bool IsEvents() => _name is null or "text/event-stream";

    /// <summary>The body may be lines of JSON, for which there are several names.</summary>
    public bool MayBeLines() => IsUnspecific || _name is null or "application/jsonl" or "application/x-jsonl" or "application/ndjson" or "application/x-ndjson"
        or "application/json-seq" or "application/jsonlines" or "application/x-json-stream";
}
