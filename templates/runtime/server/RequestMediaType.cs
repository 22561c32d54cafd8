namespace SyncGen.Runtime;

using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

/// <summary>Compares the media type of a request's body with those that an operation takes.</summary>
internal static class RequestMediaType
{
    /// <summary>The request names one of the media types, or none at all; <c>application/json</c> suits <c>application/note+json</c>, too, as it does in routing.</summary>
    public static bool Suits(HttpRequest request, string[] mediaTypes) =>
        string.IsNullOrEmpty(request.ContentType)
        || (MediaTypeHeaderValue.TryParse(request.ContentType, out var named) && Array.Exists(mediaTypes, type => named.IsSubsetOf(MediaTypeHeaderValue.Parse(type))));

    /// <summary>Responds that the body has another media type.</summary>
    public static Task RefuseAsync(HttpContext httpContext) =>
        ApiProblem.WriteAsync(httpContext, StatusCodes.Status415UnsupportedMediaType, "The body has a media type that the operation does not take.");
}
