using System.Text.Json;
using MatrixApi;
using MatrixApi.Json;

namespace Homeserver;

/// <summary>Makes the specification's error object.</summary>
internal static class Errors
{
    public static Error Of(string code, string text) => new() { Errcode = code, ErrorValue = text };

    /// <summary>Writes a response that no operation gives.</summary>
    public static async Task WriteAsync(HttpContext context, int statusCode, Error error)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        ErrorCodec.Write(writer, error);
    }
}
