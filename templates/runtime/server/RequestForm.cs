namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

/// <summary>Reads the form of a request.</summary>
internal static class RequestForm
{
    /// <summary>What the sender of a form without a required file is told.</summary>
    public const string FileRequired = "A file is required.";

    /// <summary>What is said where one file is meant and several are sent.</summary>
    public const string FileRepeated = "The file is given more than once.";

    /// <summary>Reads the form, so that its fields and files are there.</summary>
    /// <returns>What is wrong with it; null when it was read, or when the body is no form.</returns>
    public static async Task<string?> ReadAsync(HttpRequest request)
    {
        if (!MultipartForm.IsIn(request) && !request.HasFormContentType)
            return null;
        RequestBody.Limit(request.HttpContext);
        try
        {
            if (MultipartForm.IsIn(request))
                await MultipartForm.ReadAsync(request, LimitsOf(request)).ConfigureAwait(false);
            else if (UrlEncodedForm.IsIn(request))
                await UrlEncodedForm.ReadAsync(request, LimitsOf(request)).ConfigureAwait(false);
            else
                await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (FormNamesAttribute.ErrorOf(request) is { } undeclared)
                return undeclared;
            return MultipartForm.Of(request) is { } form ? PartRuleAttribute.ErrorOf(request.HttpContext, form) ?? FormCaseAttribute.ErrorOf(request.HttpContext, form) : null;
        }
        catch (BadHttpRequestException exception)
        {
            return RequestBody.MessageOf(exception);
        }
        catch (IOException)
        {
            return RequestBody.Unreadable;
        }
        catch (JsonException exception)
        {
            // A part that tells of which form the body is has no text.
            return exception.Message;
        }
        catch (InvalidDataException exception)
        {
            // Too many fields, a field or file that is too large, no form at all.
            return exception.Message;
        }
    }

    /// <summary>There is a form. An urlencoded one without fields cannot be told from none.</summary>
    public static bool IsGiven(HttpRequest request) => MultipartForm.Of(request) is not null || (request.HasFormContentType && request.Form.Count > 0);

    /// <summary>The files of a name, of any where it is null; null when there is none. The form has been read.</summary>
    public static IReadOnlyList<IFormFile>? Files(HttpRequest request, string? name)
    {
        var files = (MultipartForm.Of(request)?.Parts ?? []).Where(part => !part.IsUnfilled && (name is null || part.Name == name)).Select(part => part.ToFile()).ToList();
        return files.Count == 0 ? null : files;
    }

    /// <summary>The files by their names, but for those of other parameters. The form has been read.</summary>
    public static Dictionary<string, IReadOnlyList<IFormFile>> FilesExcept(HttpRequest request, string[] except) => (MultipartForm.Of(request)?.Parts ?? [])
        .Where(part => !part.IsUnfilled && Array.IndexOf(except, part.Name) < 0)
        .GroupBy(part => part.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, IReadOnlyList<IFormFile> (group) => [.. group.Select(part => part.ToFile())], StringComparer.Ordinal);

    /// <summary>The texts of a name, of any where it is null; still encoded where the form is an <see cref="UrlEncodedForm"/>. The form has been read.</summary>
    public static List<SentText> Texts(HttpRequest request, string? name)
    {
        if (MultipartForm.Of(request) is { } form)
            return name is not null && form.Read.TryGetValue(name, out var json) ? [new SentText(json, IsJson: true, IsWhole: true)] : [.. form.Parts.Where(part => name is null || part.Name == name).Select(part => part.ToText())];
        if (name is null)
            return [];
        var texts = UrlEncodedForm.Of(request)?.Find(name) ?? (request.HasFormContentType ? request.Form[name] : StringValues.Empty);
        return [.. texts.Select(text => new SentText(text ?? ""))];
    }

    /// <summary>The header of a part that is no list; null where there is none. The form has been read.</summary>
    public static string? HeaderOf(HttpRequest request, string part, string header) =>
        MultipartForm.Of(request)?.Parts.Where(sent => sent.Name == part).Select(sent => sent.HeaderOf(header)).FirstOrDefault();

    /// <summary>The texts of all names that are wanted, with their names. The form has been read.</summary>
    public static IEnumerable<(string Name, SentText Text)> Fields(HttpRequest request, Func<string, bool> isWanted)
    {
        if (MultipartForm.Of(request) is { } form)
            return form.Parts.Where(part => part.MayBeText && isWanted(part.Name)).Select(part => (part.Name, part.ToText()));
        return (request.HasFormContentType ? request.Form : FormCollection.Empty)
            .Where(field => isWanted(field.Key))
            .SelectMany(field => field.Value, (field, text) => (field.Key, new SentText(text ?? "")));
    }

    private static FormOptions LimitsOf(HttpRequest request) => request.HttpContext.RequestServices.GetService<IOptions<FormOptions>>()?.Value ?? new FormOptions();
}
