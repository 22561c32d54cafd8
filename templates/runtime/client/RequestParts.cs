namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>Puts the parts of a multipart body into requests.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class RequestParts
{
    private const string Bytes = "application/octet-stream";
    private const string FormData = "multipart/form-data";
    private const string Json = "application/json";
    private const string Text = "text/plain";

    /// <summary>Carries a multipart body, be it without any part.</summary>
    public static void StartMultipart(this ApiRequest request) => request.Content ??= MultipartBody.Empty(request.MultipartType ?? FormData);

    /// <summary>Refuses a body without any part, for which only forms have a form.</summary>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public static void RequireParts(this ApiRequest request)
    {
        if (request.Content is null)
            throw new ArgumentException($"A body of the media type '{request.MultipartType}' must have a part (RFC 2046, 5.1.1).");
    }

    /// <summary>Adds a part with null as JSON where the value is null and the form is sent.</summary>
    public static void AddNullPart(this ApiRequest request, string? name, object? value, string mediaType = Json)
    {
        if (value is null && request.Content is not null)
            Add(request, name, "null"u8.ToArray(), mediaType);
    }

    /// <summary>Adds a text part unless the value is null.</summary>
    public static void AddPart(this ApiRequest request, string? name, string? value, string mediaType = Text)
    {
        if (value is not null)
            Add(request, name, Encoding.UTF8.GetBytes(value), mediaType.StartsWith("text/", StringComparison.Ordinal) && !mediaType.Contains("charset", StringComparison.OrdinalIgnoreCase) ? mediaType + "; charset=utf-8" : mediaType);
    }

    /// <summary>Adds a part unless the value is null, which may be sent as JSON: text for a simple value, JSON for another; a part for each item of a list. Where a string may stand beside other kinds, only strings are text.</summary>
    public static void AddPart<T, TCodec>(this ApiRequest request, string? name, T? value, string? mediaType = null, TextKinds kinds = TextKinds.None, bool sendsNull = false)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            AddItems(request, name, ParameterValue.Json<T, TCodec>(value), mediaType, kinds);
        else if (sendsNull)
            Add(request, name, "null"u8.ToArray(), Json);
    }

    /// <summary>Adds a part unless the value is null.</summary>
    public static void AddPart<T, TCodec>(this ApiRequest request, string? name, T? value, string? mediaType = null, TextKinds kinds = TextKinds.None, bool sendsNull = false)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            AddItems(request, name, ParameterValue.Json<T, TCodec>(given), mediaType, kinds);
        else if (sendsNull)
            Add(request, name, "null"u8.ToArray(), Json);
    }

    /// <summary>Adds one part with JSON, whatever the value is, unless it is null, which may be sent as JSON, too.</summary>
    public static void AddJsonPart<T, TCodec>(this ApiRequest request, string? name, T? value, string mediaType = Json, bool sendsNull = false)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            Add(request, name, ParameterValue.Json<T, TCodec>(value), mediaType);
        else if (sendsNull)
            Add(request, name, "null"u8.ToArray(), mediaType);
    }

    /// <summary>Adds one part with JSON, whatever the value is, unless it is null, which may be sent as JSON, too.</summary>
    public static void AddJsonPart<T, TCodec>(this ApiRequest request, string? name, T? value, string mediaType = Json, bool sendsNull = false)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            Add(request, name, ParameterValue.Json<T, TCodec>(given), mediaType);
        else if (sendsNull)
            Add(request, name, "null"u8.ToArray(), mediaType);
    }

    /// <summary>Adds a value in the style of a parameter unless it is null.</summary>
    public static void AddStyledPart<T, TCodec>(this ApiRequest request, string name, T? value, ParameterStyle style, bool explode, string[]? except = null)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null || ParameterValue.Of<T, TCodec>(name, value) is not { Parts.Count: > 0 } laid)
            return;
        if (!explode && style != ParameterStyle.DeepObject)
        {
            // Nothing is escaped in a part.
            AddPart(request, name, laid.Join(name, style));
            return;
        }

        laid.CheckItems(name);
        if (style == ParameterStyle.DeepObject)
            laid.CheckBrackets(name);
        else
            laid.Parts.ForEach(part => FreeName(name, part.Name, except));
        foreach (var (key, inner, text) in laid.Parts)
            AddPart(request, !laid.IsObject ? name : style == ParameterStyle.DeepObject ? $"{name}[{key}]{inner}" : key + inner, text);
    }

    /// <summary>Adds the properties of a value as parts unless the value is null. None can have the name of another part.</summary>
    public static void AddParts<T, TCodec>(this ApiRequest request, string name, T? value, string[]? except = null)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
            return;
        using var document = JsonDocument.Parse(ParameterValue.Json<T, TCodec>(value));
        foreach (var property in document.RootElement.EnumerateObject())
            AddItems(request, FreeName(name, property.Name, except), property.Value, null, TextKinds.None, isMember: true);
    }

    /// <summary>Adds the properties of a value as parts with JSON unless the value is null, lists as a part for each item where it is said so. None can have the name of another part.</summary>
    public static void AddJsonParts<T, TCodec>(this ApiRequest request, string name, T? value, string[]? except = null, bool areLists = false)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
            return;
        using var document = JsonDocument.Parse(ParameterValue.Json<T, TCodec>(value));
        foreach (var property in document.RootElement.EnumerateObject())
        {
            FreeName(name, property.Name, except);
            foreach (var text in ParameterValue.JsonTextsOf(property.Value, areLists))
                Add(request, property.Name, Encoding.UTF8.GetBytes(text), Json);
        }
    }

    /// <summary>Adds a file unless it is null.</summary>
    /// <exception cref="ArgumentException">The file has none of the media types that the contract lists.</exception>
    public static void AddFile(this ApiRequest request, string? name, FilePart? file, string mediaType = Bytes, string[]? types = null)
    {
        if (file is not null)
            BodyOf(request).Add(name, file.FileName, types is null ? file.ContentType ?? mediaType : FileTypes.Of(name, file, types), file.Headers, new StreamContent(file.Content));
    }

    /// <summary>Adds files unless the list is null.</summary>
    /// <exception cref="ArgumentException">A file has none of the media types that the contract lists.</exception>
    public static void AddFiles(this ApiRequest request, string? name, IEnumerable<FilePart>? files, string mediaType = Bytes, string[]? types = null)
    {
        foreach (var file in files ?? [])
            AddFile(request, name, file, mediaType, types);
    }

    /// <summary>Adds files, each under its name, unless the dictionary is null. None can have the name of another part.</summary>
    public static void AddFileMap(this ApiRequest request, string name, IReadOnlyDictionary<string, FilePart>? files, string[]? except = null, string mediaType = Bytes)
    {
        foreach (var (part, file) in files ?? new Dictionary<string, FilePart>())
            AddFile(request, FreeName(name, part, except), file, mediaType);
    }

    /// <summary>Adds lists of files, each under its name, unless the dictionary is null. None can have the name of another part.</summary>
    public static void AddFilesMap(this ApiRequest request, string name, IReadOnlyDictionary<string, IReadOnlyList<FilePart>>? files, string[]? except = null, string mediaType = Bytes)
    {
        foreach (var (part, list) in files ?? new Dictionary<string, IReadOnlyList<FilePart>>())
            AddFiles(request, FreeName(name, part, except), list, mediaType);
    }

    /// <summary>Refuses files without headers that the contract asks for.</summary>
    /// <exception cref="ArgumentException">A file does not have one of the headers.</exception>
    public static void RequireHeaders(this ApiRequest request, string argument, FilePart? file, params string[] headers) => RequireHeaders(request, argument, file is null ? [] : (IEnumerable<FilePart>)[file], headers);

    /// <summary>Refuses files without headers that the contract asks for.</summary>
    /// <exception cref="ArgumentException">A file does not have one of the headers.</exception>
    public static void RequireHeaders(this ApiRequest request, string argument, IEnumerable<FilePart>? files, params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var header in headers)
        {
            if ((files ?? []).Any(file => !file.Headers.ContainsKey(header)))
                throw new ArgumentException($"The file must have the header '{header}'.", argument);
        }
    }

    private static string FreeName(string name, string member, string[]? others) => ParameterValue.FreeName(name, member, others, StringComparison.Ordinal);

    private static void AddItems(ApiRequest request, string? name, byte[] json, string? mediaType, TextKinds kinds)
    {
        using var document = JsonDocument.Parse(json);
        AddItems(request, name, document.RootElement, mediaType, kinds);
    }

    private static void AddItems(ApiRequest request, string? name, JsonElement value, string? mediaType, TextKinds kinds, bool isMember = false)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            AddItem(request, name, value, mediaType, kinds, isMember);
            return;
        }

        foreach (var item in value.EnumerateArray())
            AddItem(request, name, item, mediaType, kinds, isMember: true);
    }

    /// <param name="request">The request.</param>
    /// <param name="name">The name of the part.</param>
    /// <param name="value">What the part holds.</param>
    /// <param name="mediaType">Its media type; null for the usual one.</param>
    /// <param name="kinds">What it may be.</param>
    /// <param name="isMember">It is an item of a list or a property of an object, of which none can be left out.</param>
    private static void AddItem(ApiRequest request, string? name, JsonElement value, string? mediaType, TextKinds kinds, bool isMember)
    {
        var isText = value.ValueKind == JsonValueKind.String;
        var isNull = value.ValueKind == JsonValueKind.Null;
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array || (!isText && kinds.HasFlag(TextKinds.Text)) || (isNull && isMember && mediaType?.EndsWith("json", StringComparison.Ordinal) == true))
            Add(request, name, Encoding.UTF8.GetBytes(value.GetRawText()), mediaType ?? Json);
        else if (!isNull)
            AddPart(request, name, isText ? value.GetString() : value.GetRawText(), mediaType ?? Text);
        else if (isMember)
            throw ParameterValue.HasNoNull(name ?? "body");
    }

    private static void Add(ApiRequest request, string? name, byte[] content, string mediaType) =>
        BodyOf(request).Add(name, null, mediaType, [], new ByteArrayContent(content));

    private static MultipartBody BodyOf(ApiRequest request) => (MultipartBody)(request.Content ??= new MultipartBody(request.MultipartType ?? FormData));
}
