namespace SyncGen.Runtime;

using System;
using System.Linq;
using Microsoft.AspNetCore.Http;

/// <summary>The headers that each part of a name must have in a multipart body.</summary>
/// <param name="part">The name of the part.</param>
/// <param name="headers">The names of the headers.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PartHeadersAttribute(string part, params string[] headers) : Attribute
{
    /// <summary>What is wrong with the headers of a body's parts; null when nothing is.</summary>
    internal static string? ErrorOf(HttpContext httpContext, MultipartForm form) =>
        (httpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<PartHeadersAttribute>() ?? []).Select(rule => rule.ErrorOf(form)).FirstOrDefault(error => error is not null);

    private string? ErrorOf(MultipartForm form) =>
        form.Parts.Where(sent => sent.Name == part).SelectMany(sent => headers.Where(header => !sent.HasHeader(header))).FirstOrDefault() is { } missing
            ? $"The part '{part}' must have the header '{missing}'."
            : null;
}
