namespace SyncGen.Runtime;

using System.Globalization;
using Microsoft.AspNetCore.Http;

/// <summary>An item of a request body is not what the contract says. Left to itself it becomes a 400 with a problem that names the item.</summary>
public sealed class RequestItemException : BadHttpRequestException
{
    /// <summary>Initializes a new instance of the <see cref="RequestItemException"/> class.</summary>
    /// <param name="index">The zero-based index of the item.</param>
    /// <param name="path">The JSON path within the item, without the leading <c>$</c>.</param>
    /// <param name="problem">What is wrong.</param>
    public RequestItemException(int index, string path, string problem)
        : base(problem, StatusCodes.Status400BadRequest)
    {
        Index = index;
        Path = string.Create(CultureInfo.InvariantCulture, $"$[{index}]{path}");
    }

    /// <summary>Gets the zero-based index of the item.</summary>
    public int Index { get; }

    /// <summary>Gets the JSON path of what is wrong, in the list of all items.</summary>
    public string Path { get; }
}
