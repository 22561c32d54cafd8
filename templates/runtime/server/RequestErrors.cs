namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

/// <summary>What is wrong with a request, by parameter or JSON path.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class RequestErrors
{
    private SortedDictionary<string, string[]>? _errors;

    /// <summary>Nothing is known to be wrong.</summary>
    public bool IsEmpty => _errors is null;

    /// <summary>How much is wrong.</summary>
    public int Count { get; private set; }

    /// <summary>One thing is wrong.</summary>
    public static RequestErrors Of(string place, string message)
    {
        var errors = new RequestErrors();
        errors.Add(place, message);
        return errors;
    }

    /// <summary>Something is wrong at a parameter or JSON path.</summary>
    public bool Has(string place) => _errors?.ContainsKey(place) ?? false;

    /// <summary>The request is wrong at a parameter or JSON path; of one place the first error counts, for those after it are consequences.</summary>
    public void Add(string place, string message) => Count += Errors.TryAdd(place, [message]) ? 1 : 0;

    /// <summary>A value breaks constraints of the contract.</summary>
    public void Add(IEnumerable<Violation> violations)
    {
        foreach (var place in violations.GroupBy(violation => violation.Path, StringComparer.Ordinal))
        {
            string[] messages = [.. place.Select(violation => violation.Message)];
            Errors[place.Key] = messages;
            Count += messages.Length;
        }
    }

    /// <summary>Responds with a problem that names them all.</summary>
    public Task WriteAsync(HttpContext httpContext)
    {
        var isTooLarge = Errors.Values.Any(messages => messages.Contains(RequestBody.TooLarge));
        return ApiProblem.WriteAsync(
            httpContext,
            isTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
            "The request is not what the contract says.",
            Errors);
    }

    private SortedDictionary<string, string[]> Errors => _errors ??= new SortedDictionary<string, string[]>(StringComparer.Ordinal);
}
