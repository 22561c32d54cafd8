using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Runtime;

/// <summary>What is wrong with a request, by parameter or JSON path.</summary>
internal sealed class RequestErrors
{
    private SortedDictionary<string, string[]>? _errors;

    /// <summary>Nothing is known to be wrong.</summary>
    public bool IsEmpty => _errors is null;

    /// <summary>Something is wrong at a parameter or JSON path.</summary>
    public bool Has(string place) => _errors?.ContainsKey(place) ?? false;

    /// <summary>The request is wrong at a parameter or JSON path; of one place the first error counts, for those after it are consequences.</summary>
    public void Add(string place, string message) => Errors.TryAdd(place, [message]);

    /// <summary>A value breaks constraints of the contract.</summary>
    public void Add(IEnumerable<Violation> violations)
    {
        foreach (var place in violations.GroupBy(violation => violation.Path, StringComparer.Ordinal))
            Errors[place.Key] = [.. place.Select(violation => violation.Message)];
    }

    /// <summary>Answers with a problem that names them all.</summary>
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
