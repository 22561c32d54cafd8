namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

/// <summary>
/// A multipart body of any kind that was read, within the limits of <see cref="FormOptions"/>. ASP.NET Core reads <c>multipart/form-data</c> only, and
/// tells files from texts by the sender's file names alone.
/// </summary>
internal sealed class MultipartForm
{
    private MultipartForm(IReadOnlyList<FormPart> parts) => Parts = parts;

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<FormPart> Parts { get; }

    /// <summary>The JSON of the values that depend on which of several forms the body is, by the names of the parts.</summary>
    public IReadOnlyDictionary<string, string> Read { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The body that was read, or null.</summary>
    public static MultipartForm? Of(HttpRequest request) => request.HttpContext.Features.Get<MultipartForm>();

    /// <summary>The body has parts.</summary>
    public static bool IsIn(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Reads the body; <see cref="Of"/> has it then, and so has the request's own form.</summary>
    public static async Task ReadAsync(HttpRequest request, FormOptions options)
    {
        var reader = new MultipartReader(BoundaryOf(request, options), request.Body)
        {
            HeadersCountLimit = options.MultipartHeadersCountLimit,
            HeadersLengthLimit = options.MultipartHeadersLengthLimit,
            BodyLengthLimit = options.MultipartBodyLengthLimit,
        };
        var names = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PartNamesAttribute>();
        var parts = new List<FormPart>();
        while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted).ConfigureAwait(false) is { } section)
        {
            if (parts.Count == options.ValueCountLimit)
                throw new InvalidDataException($"The body has more than {options.ValueCountLimit} parts.");
            var disposition = PartDisposition.Parse(section.ContentDisposition ?? "");
            var name = disposition.Name ?? names?.NameAt(parts.Count) ?? "";
            if (name.Length > options.KeyLengthLimit)
                throw new InvalidDataException($"The name of a part is longer than {options.KeyLengthLimit} characters.");
            var content = new FileBufferingReadStream(section.Body, options.MemoryBufferThreshold);
            request.HttpContext.Response.RegisterForDispose(content);
            await content.DrainAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            parts.Add(new FormPart(name, disposition.FileName, new HeaderDictionary(section.Headers ?? []), content, options.ValueLengthLimit));
        }

        request.HttpContext.Features.Set(new MultipartForm(parts));
        request.Form = FormOf(parts);
    }

    private static string BoundaryOf(HttpRequest request, FormOptions options)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary) : StringSegment.Empty;
        if (StringSegment.IsNullOrEmpty(boundary))
            throw new InvalidDataException("The media type names no boundary.");
        return boundary.Length <= options.MultipartBoundaryLengthLimit
            ? boundary.ToString()
            : throw new InvalidDataException($"The boundary is longer than {options.MultipartBoundaryLengthLimit} characters.");
    }

    /// <summary>The form as ASP.NET Core has it, for code that reads it beside what is bound.</summary>
    private static FormCollection FormOf(List<FormPart> parts)
    {
        var files = new FormFileCollection();
        var texts = new KeyValueAccumulator();
        foreach (var part in parts)
        {
            if (part.HasFileName || !part.MayBeText)
                files.Add(part.ToFile());
            else
                texts.Append(part.Name, part.ReadText());
        }

        return new FormCollection(texts.GetResults(), files);
    }
}
