using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Runtime;

/// <summary>Reads the form of a request.</summary>
internal static class RequestForm
{
    /// <summary>What the sender of a form without a required file is told.</summary>
    public const string FileRequired = "A file is required.";

    /// <summary>Reads the form, so that its fields and files are there.</summary>
    /// <returns>What is wrong with it; null when it was read, or when the body is no form.</returns>
    public static async Task<string?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        RequestBody.Limit(request.HttpContext);
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            return null;
        }
        catch (BadHttpRequestException exception)
        {
            return RequestBody.MessageOf(exception);
        }
        catch (IOException)
        {
            return RequestBody.Unreadable;
        }
        catch (InvalidDataException exception)
        {
            // Too many fields, a field or file that is too large, no form at all.
            return exception.Message;
        }
    }

    /// <summary>The files of a name, or null when there is none. The form has been read.</summary>
    public static IReadOnlyList<IFormFile>? Files(HttpRequest request, string name) =>
        request.HasFormContentType && request.Form.Files.GetFiles(name) is { Count: > 0 } files ? files : null;
}
