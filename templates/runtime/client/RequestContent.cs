namespace SyncGen.Runtime;

using System.ComponentModel;
using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>Puts bodies into requests: JSON, text, streams, fields of forms.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class RequestContent
{
    /// <summary>Bytes of a media type.</summary>
    public static HttpContent Of(byte[] bytes, string mediaType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    /// <summary>Refuses a form without a field that it must have. Without any field there is no form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="argument">The argument that gives the field.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The form has other fields alone.</exception>
    public static void RequireWithForm(this ApiRequest request, string argument, object? value)
    {
        if (value is null && (request.Form is not null || request.Content is not null))
            throw new ArgumentException("The form may be left out, but where it is sent it must have this value.", argument);
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

    /// <summary>Carries a form, be it without any field.</summary>
    public static void StartForm(this ApiRequest request) => request.Form ??= new StringBuilder();

    /// <summary>Adds a field to a form unless the value is null.</summary>
    public static void AddField(this ApiRequest request, string name, string? value)
    {
        if (value is not null)
            QueryText.Append(request.Form ??= new StringBuilder(), name, value);
    }

    /// <summary>Adds a field to a form unless the value is null.</summary>
    public static void AddField<T, TCodec>(this ApiRequest request, string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, string[]? except = null, TextKinds kinds = TextKinds.None)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            QueryText.Append(request.Form ??= new StringBuilder(), name, ParameterValue.Of<T, TCodec>(name, value).OfKind(name, kinds).WithoutFields(name, except), style, explode, allowReserved: false);
    }

    /// <summary>Adds a field to a form unless the value is null.</summary>
    public static void AddField<T, TCodec>(this ApiRequest request, string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, string[]? except = null, TextKinds kinds = TextKinds.None)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            QueryText.Append(request.Form ??= new StringBuilder(), name, ParameterValue.Of<T, TCodec>(name, given).OfKind(name, kinds).WithoutFields(name, except), style, explode, allowReserved: false);
    }

    /// <summary>Adds a field with null as JSON where the value is null and the form is sent.</summary>
    public static void AddNullField(this ApiRequest request, string name, object? value)
    {
        if (value is null && request.Form is not null)
            AddField(request, name, "null");
    }

    /// <summary>Adds a field with JSON for each item of a list unless the list is null.</summary>
    public static void AddJsonFields<T, TCodec>(this ApiRequest request, string name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
            return;
        using var document = JsonDocument.Parse(ParameterValue.Json<T, TCodec>(value));
        foreach (var item in document.RootElement.EnumerateArray())
            AddField(request, name, item.GetRawText());
    }

    /// <summary>Adds the properties of a value to a form as fields unless the value is null. None can have the name of another field.</summary>
    public static void AddFields<T, TCodec>(this ApiRequest request, string name, T? value, string[]? except = null)
        where T : class
        where TCodec : struct, IJsonCodec<T> => AddField<T, TCodec>(request, name, value, except: except);

    /// <summary>Adds the properties of a value to a form as fields with JSON unless the value is null, lists as a field for each item where it is said so. None can have the name of another field.</summary>
    public static void AddJsonFields<T, TCodec>(this ApiRequest request, string name, T? value, string[]? except, bool areLists = false)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
            return;
        using var document = JsonDocument.Parse(ParameterValue.Json<T, TCodec>(value));
        foreach (var property in document.RootElement.EnumerateObject())
        {
            ParameterValue.FreeName(name, property.Name, except, StringComparison.OrdinalIgnoreCase);
            foreach (var text in ParameterValue.JsonTextsOf(property.Value, areLists))
                AddField(request, property.Name, text);
        }
    }
}
