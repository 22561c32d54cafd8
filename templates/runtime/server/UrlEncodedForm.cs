namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Unicode;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

/// <summary>
/// A body of <c>application/x-www-form-urlencoded</c> that was read, within the limits of <see cref="FormOptions"/>. ASP.NET Core decodes the values at once,
/// but a list is split before its items are decoded.
/// </summary>
/// <param name="texts">The values by their names, still encoded.</param>
internal sealed class UrlEncodedForm(ILookup<string, string> texts)
{
    /// <summary>The body that was read, or null.</summary>
    public static UrlEncodedForm? Of(HttpRequest request) => request.HttpContext.Features.Get<UrlEncodedForm>();

    /// <summary>The body has fields in UTF-8, and nobody has read them yet.</summary>
    public static bool IsIn(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (StringSegment.IsNullOrEmpty(type.Charset) || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.HttpContext.Features.Get<IFormFeature>()?.Form is null;

    /// <summary>Reads the body; <see cref="Of"/> has it then, and so has the request's own form.</summary>
    public static async Task ReadAsync(HttpRequest request, FormOptions options)
    {
        using var body = await PooledBuffer.ReadAsync(request.Body, request.ContentLength, int.MaxValue, request.HttpContext.RequestAborted).ConfigureAwait(false);
        if (!Utf8.IsValid(body.Memory.Span))
            throw new InvalidDataException(FormEncoding.NotUtf8);
        var text = Encoding.UTF8.GetString(body.Memory.Span);
        var fields = new List<(string Name, string Text)>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('&', start) is >= 0 and var next ? next : text.Length;
            if (end > start && fields.Count == options.ValueCountLimit)
                throw new InvalidDataException($"The form has more than {options.ValueCountLimit} fields.");
            if (end > start)
                fields.Add(FieldOf(text[start..end], options));
        }

        var texts = fields.ToLookup(field => field.Name, field => field.Text, StringComparer.OrdinalIgnoreCase);
        request.HttpContext.Features.Set(new UrlEncodedForm(texts));
        request.Form = new FormCollection(texts.ToDictionary(field => field.Key, field => new StringValues([.. field.Select(FormEncoding.Decode)]), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The values of a field, still encoded. As in the request's own form, upper and lower case are the same in names.</summary>
    public StringValues Find(string name) => new([.. texts[name]]);

    private static (string Name, string Text) FieldOf(string field, FormOptions options)
    {
        if (!FormEncoding.IsUtf8(field))
            throw new InvalidDataException(FormEncoding.NotUtf8);
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        var name = FormEncoding.Decode(equals < 0 ? field : field[..equals]);
        var text = equals < 0 ? "" : field[(equals + 1)..];
        if (name.Length > options.KeyLengthLimit)
            throw new InvalidDataException($"The name of a field is longer than {options.KeyLengthLimit} characters.");
        return text.Length <= options.ValueLengthLimit
            ? (name, text)
            : throw new InvalidDataException($"The value of a field is longer than {options.ValueLengthLimit} characters.");
    }
}
