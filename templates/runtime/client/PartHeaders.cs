namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Net.Http;
using SyncGen.Runtime.Json;

/// <summary>Puts headers into the parts of a multipart body that are no files.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class PartHeaders
{
    /// <summary>Adds a header to a part that was added before, unless the value is null.</summary>
    /// <exception cref="ArgumentException">There is no such part, or it has no header that it must have, or the text of the value cannot stand in a header.</exception>
    public static void AddPartHeader<T, TCodec>(this ApiRequest request, string part, string name, T? value, bool isRequired = false, bool isJson = false, TextKinds kinds = TextKinds.None)
        where T : class
        where TCodec : struct, IJsonCodec<T> => Add(request.Content, part, name, value is null ? null : Text<T, TCodec>(name, value, isJson, kinds), isRequired);

    /// <summary>Adds a header to a part that was added before, unless the value is null.</summary>
    /// <exception cref="ArgumentException">There is no such part, or it has no header that it must have, or the text of the value cannot stand in a header.</exception>
    public static void AddPartHeader<T, TCodec>(this ApiRequest request, string part, string name, T? value, bool isRequired = false, bool isJson = false, TextKinds kinds = TextKinds.None)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => Add(request.Content, part, name, value is { } given ? Text<T, TCodec>(name, given, isJson, kinds) : null, isRequired);

    private static string? Text<T, TCodec>(string name, T value, bool isJson, TextKinds kinds)
        where TCodec : struct, IJsonCodec<T> => isJson ? HeaderText.Json<T, TCodec>(value) : HeaderText.Of<T, TCodec>(name, value, explode: false, kinds: kinds);

    private static void Add(HttpContent? content, string part, string name, string? text, bool isRequired)
    {
        var body = content as MultipartBody;
        if (text is null && isRequired && body?.Has(part) == true)
            throw new ArgumentException($"The part '{part}' must have the header '{name}'.");
        if (text is not null && body?.AddHeader(part, name, HeaderText.CheckLine(name, text)) != true)
            throw new ArgumentException($"There is no part '{part}' to have the header '{name}'.");
    }
}
