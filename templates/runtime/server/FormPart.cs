namespace SyncGen.Runtime;

using System;
using System.IO;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

/// <summary>A part of a multipart body that was read.</summary>
/// <param name="name">The name; empty for a part that has none.</param>
/// <param name="fileName">The name of the file; null for a part that is none.</param>
/// <param name="headers">The headers of the part.</param>
/// <param name="content">The bytes, in memory or in a file of their own.</param>
/// <param name="longestText">How many bytes of it may become a text.</param>
internal sealed class FormPart(string name, string? fileName, IHeaderDictionary headers, Stream content, int longestText)
{
    /// <summary>The name; empty for a part that has none.</summary>
    public string Name { get; } = name;

    /// <summary>The sender gave it as a file.</summary>
    public bool HasFileName => fileName is not null;

    /// <summary>A browser's form has a field for a file that nobody has chosen.</summary>
    public bool IsUnfilled => fileName == "" && content.Length == 0;

    /// <summary>The sender means a file: it has a name as such, or a type that is no text's.</summary>
    public bool IsFile => !IsJson && (HasFileName || !(headers.ContentType.ToString() is var type && (type.Length == 0 || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))));

    /// <summary>The text of a header; null where the part has none.</summary>
    public string? HeaderOf(string name) => headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>It is short enough for a text.</summary>
    public bool MayBeText => content.Length <= longestText;

    /// <summary>The part as a file.</summary>
    public IFormFile ToFile() => new global::Microsoft.AspNetCore.Http.FormFile(content, 0, content.Length, Name, fileName ?? "") { Headers = headers };

    /// <summary>The text of the part, and whether the part says that it is JSON.</summary>
    /// <exception cref="JsonException">It is too long for a text, or its bytes are none.</exception>
    public SentText ToText()
    {
        if (!MayBeText)
            throw new JsonException($"The text is longer than {longestText} bytes.");
        try
        {
            return new SentText(Read(Encoding.GetEncoding(TextEncoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)), IsJson);
        }
        catch (DecoderFallbackException)
        {
            throw new JsonException($"The text is not {TextEncoding.WebName.ToUpperInvariant()}.");
        }
    }

    /// <summary>The text of the part, in the encoding that it names, UTF-8 otherwise; of bytes that are none something like it.</summary>
    public string ReadText() => Read(TextEncoding);

    private string Read(Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return reader.ReadToEnd();
    }

    private bool IsJson => MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out var type)
        && (type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase) || type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase));

    private Encoding TextEncoding
    {
        get
        {
            try
            {
                return MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out var type) ? type.Encoding ?? Encoding.UTF8 : Encoding.UTF8;
            }
            catch (ArgumentException)
            {
                return Encoding.UTF8;
            }
        }
    }
}
