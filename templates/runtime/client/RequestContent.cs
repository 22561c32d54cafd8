using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>Puts bodies into requests: JSON, text, streams, forms.</summary>
internal static class RequestContent
{
    /// <summary>Bytes of a media type.</summary>
    public static HttpContent Of(byte[] bytes, string mediaType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    /// <summary>Carries a value as JSON.</summary>
    public static void SetJson<T, TCodec>(this ApiRequest request, T value, string mediaType = "application/json")
        where TCodec : struct, IJsonCodec<T>
    {
        // An array of its own: a pooled one could still be on its way to the network after the call is over.
        request.Content = Of(ParameterValue.Json<T, TCodec>(value), mediaType);
    }

    /// <summary>Carries a value as JSON unless it is null.</summary>
    public static void SetOptionalJson<T, TCodec>(this ApiRequest request, T? value, string mediaType = "application/json")
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            SetJson<T, TCodec>(request, value, mediaType);
    }

    /// <summary>Carries a value as JSON unless it is null.</summary>
    public static void SetOptionalJson<T, TCodec>(this ApiRequest request, T? value, string mediaType = "application/json")
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            SetJson<T, TCodec>(request, given, mediaType);
    }

    /// <summary>Carries text as UTF-8 unless it is null.</summary>
    public static void SetText(this ApiRequest request, string? value, string mediaType)
    {
        if (value is null)
            return;
        request.Content = Of(Encoding.UTF8.GetBytes(value), mediaType);
        request.Content.Headers.ContentType!.CharSet ??= "utf-8";
    }

    /// <summary>Carries a stream, which is disposed of with the request, unless it is null.</summary>
    public static void SetStream(this ApiRequest request, Stream? value, string mediaType)
    {
        if (value is null)
            return;
        request.Content = new StreamContent(value);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    /// <summary>Adds a field to a form unless the value is null.</summary>
    public static void AddField(this ApiRequest request, string name, string? value)
    {
        if (value is not null)
            QueryText.Append(request.Form ??= new StringBuilder(), name, value);
    }

    /// <summary>Adds a field to a form unless the value is null.</summary>
    public static void AddField<T, TCodec>(this ApiRequest request, string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            QueryText.Append(request.Form ??= new StringBuilder(), name, ParameterValue.Of<T, TCodec>(value), style, explode, allowReserved: false);
    }

    /// <summary>Adds a field to a form unless the value is null.</summary>
    public static void AddField<T, TCodec>(this ApiRequest request, string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            QueryText.Append(request.Form ??= new StringBuilder(), name, ParameterValue.Of<T, TCodec>(given), style, explode, allowReserved: false);
    }

    /// <summary>Adds a text part to a multipart body unless the value is null.</summary>
    public static void AddPart(this ApiRequest request, string name, string? value, string mediaType = "text/plain")
    {
        if (value is null)
            return;
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        part.Headers.ContentType.CharSet ??= "utf-8";
        AddPart(request, name, part, fileName: null);
    }

    /// <summary>Adds a part to a multipart body unless the value is null: text for a simple value, JSON for another; a part for each item of a list.</summary>
    public static void AddPart<T, TCodec>(this ApiRequest request, string name, T? value, string? mediaType = null)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            AddParts(request, name, ParameterValue.Json<T, TCodec>(value), mediaType);
    }

    /// <summary>Adds a part to a multipart body unless the value is null.</summary>
    public static void AddPart<T, TCodec>(this ApiRequest request, string name, T? value, string? mediaType = null)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            AddParts(request, name, ParameterValue.Json<T, TCodec>(given), mediaType);
    }

    /// <summary>Adds a file to a multipart body unless the value is null.</summary>
    public static void AddFile(this ApiRequest request, string name, FormFile? file)
    {
        if (file is null)
            return;
        var part = new StreamContent(file.Content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        AddPart(request, name, part, file.FileName);
    }

    /// <summary>Adds files to a multipart body unless the list is null.</summary>
    public static void AddFiles(this ApiRequest request, string name, IReadOnlyList<FormFile>? files)
    {
        foreach (var file in files ?? [])
            AddFile(request, name, file);
    }

    private static void AddParts(ApiRequest request, string name, byte[] json, string? mediaType)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            AddPart(request, name, document.RootElement, mediaType);
            return;
        }

        foreach (var item in document.RootElement.EnumerateArray())
            AddPart(request, name, item, mediaType);
    }

    private static void AddPart(ApiRequest request, string name, JsonElement value, string? mediaType)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value.GetRawText()));
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType ?? "application/json");
            AddPart(request, name, part, fileName: null);
        }
        else if (value.ValueKind != JsonValueKind.Null)
        {
            AddPart(request, name, value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), mediaType ?? "text/plain");
        }
    }

    private static void AddPart(ApiRequest request, string name, HttpContent part, string? fileName)
    {
        request.Content ??= new MultipartFormDataContent();
        var form = (MultipartFormDataContent)request.Content;
        var quoted = Quote(name);
        if (fileName is null)
            form.Add(part, quoted);
        else
            form.Add(part, quoted, Quote(fileName));
    }

    /// <summary>A name in a part's header, escaped as browsers do.</summary>
    private static string Quote(string name) =>
        $"\"{name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal)}\"";
}
