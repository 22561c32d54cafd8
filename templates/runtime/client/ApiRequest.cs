namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SyncGen.Runtime.Json;

/// <summary>A request as an operation describes it, until the connection knows where it goes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class ApiRequest
{
    private readonly HttpMethod _method;
    private readonly string _template;
    private readonly StringBuilder _path;
    private readonly List<(string Name, string Text)> _values = [];
    private readonly StringBuilder _query = new();
    private readonly List<(string Name, string Text)> _headers = [];
    private readonly List<string> _cookies = [];
    private readonly List<SchemeCredential[]> _alternatives = [];

    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path as the contract writes it, relative to the base address: <c>/rooms/{roomId}</c>.</param>
    public ApiRequest(HttpMethod method, string template)
    {
        _method = method;
        _template = template;
        var end = template.AsSpan().IndexOfAny('?', '#');
        _path = new StringBuilder(end < 0 ? template : template[..end]);
        if (end >= 0 && template[end] == '?')
            _query.Append(template.AsSpan(end + 1).Slice(0, Length(template.AsSpan(end + 1))));
    }

    /// <summary>Method and path without any value: what an exception may say.</summary>
    public string Name => $"{_method.Method} {_template}";

    /// <summary>The server of this operation alone, or null when it is the API's.</summary>
    public Uri? Server { get; init; }

    /// <summary>Where a webhook goes, its own query included; null for a request to the API.</summary>
    public Uri? Address { get; init; }

    /// <summary>What the request carries, or null.</summary>
    public HttpContent? Content { get; set; }

    /// <summary>The media type of a multipart body, without a boundary; null for <c>multipart/form-data</c>.</summary>
    public string? MultipartType { get; init; }

    /// <summary>The fields of a form, or null when the request carries none.</summary>
    public StringBuilder? Form { get; set; }

    /// <summary>Refuses null where a value must be sent and null has no form.</summary>
    /// <param name="argument">The argument that gives the value.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void Require(string argument, object? value)
    {
        if (value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
            throw ParameterValue.HasNoNull(argument);
    }

    /// <summary>The JSON text of a parameter that the contract encodes so; null for null.</summary>
    public static string? Json<T, TCodec>(T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T> => value is null ? null : Encoding.UTF8.GetString(ParameterValue.Json<T, TCodec>(value));

    /// <summary>The JSON text of a parameter that the contract encodes so; null for null.</summary>
    public static string? Json<T, TCodec>(T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => value is { } given ? Encoding.UTF8.GetString(ParameterValue.Json<T, TCodec>(given)) : null;

    /// <summary>Adds a header whose text is JSON unless the value is null, which may be sent as JSON, too.</summary>
    public void AddJsonHeader<T, TCodec>(string name, T? value, bool sendsNull = false)
        where T : class
        where TCodec : struct, IJsonCodec<T> => AddHeader(name, value is null ? NullOf(sendsNull) : HeaderText.Json<T, TCodec>(value));

    /// <summary>Adds a header whose text is JSON unless the value is null, which may be sent as JSON, too.</summary>
    public void AddJsonHeader<T, TCodec>(string name, T? value, bool sendsNull = false)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => AddHeader(name, value is { } given ? HeaderText.Json<T, TCodec>(given) : NullOf(sendsNull));

    /// <summary>Puts a value into the path.</summary>
    public void AddPath(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Place(name, PathText.Of(name, value));
    }

    /// <summary>Puts a value into the path.</summary>
    public void AddPath(string name, long value) => AddPath(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Puts a value into the path.</summary>
    public void AddPath<T, TCodec>(string name, T value, ParameterStyle style = ParameterStyle.Simple, bool explode = false, TextKinds kinds = TextKinds.None)
        where TCodec : struct, IJsonCodec<T> =>
        Place(name, PathText.Of(name, ParameterValue.Of<T, TCodec>(name, value).OfKind(name, kinds), style, explode));

    /// <summary>Adds a query parameter unless the value is null.</summary>
    public void AddQuery(string name, string? value, bool allowReserved = false)
    {
        if (value is not null)
            QueryText.Append(_query, name, value, allowReserved);
    }

    /// <summary>Adds a query parameter unless the value is null.</summary>
    public void AddQuery(string name, bool? value) => AddQuery(name, Text(value));

    /// <summary>Adds a query parameter unless the value is null.</summary>
    public void AddQuery(string name, long? value) => AddQuery(name, Text(value));

    /// <summary>Adds a query parameter unless the value is null. Its properties cannot have the names that belong to others.</summary>
    public void AddQuery<T, TCodec>(
        string name,
        T? value,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false,
        string[]? except = null,
        TextKinds kinds = TextKinds.None)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            QueryText.Append(_query, name, ParameterValue.Of<T, TCodec>(name, value).OfKind(name, kinds).Without(name, except), style, explode, allowReserved);
    }

    /// <summary>Adds a query parameter unless the value is null. Its properties cannot have the names that belong to others.</summary>
    public void AddQuery<T, TCodec>(
        string name,
        T? value,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false,
        string[]? except = null,
        TextKinds kinds = TextKinds.None)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            QueryText.Append(_query, name, ParameterValue.Of<T, TCodec>(name, given).OfKind(name, kinds).Without(name, except), style, explode, allowReserved);
    }

    /// <summary>Sends a text as the whole query unless it is null.</summary>
    public void AddQueryString(string? text) => _query.Append(text is null ? "" : Uri.EscapeDataString(text));

    /// <summary>Sends a value as the whole query unless it is null.</summary>
    public void AddQueryString<T, TCodec>(string name, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => AddQueryString(value is { } given ? ParameterValue.Of<T, TCodec>(name, given).Join(name, ParameterStyle.Simple) : null);

    /// <summary>Sends a value as the whole query unless it is null.</summary>
    public void AddQueryString<T, TCodec>(string name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T> => AddQueryString(value is null ? null : ParameterValue.Of<T, TCodec>(name, value).Join(name, ParameterStyle.Simple));

    /// <summary>Adds a header unless the value is null.</summary>
    public void AddHeader(string name, string? value)
    {
        if (value is not null)
            _headers.Add((name, HeaderText.CheckLine(name, value)));
    }

    /// <summary>Adds a header unless the value is null.</summary>
    public void AddHeader(string name, bool? value) => AddHeader(name, Text(value));

    /// <summary>Adds a header unless the value is null.</summary>
    public void AddHeader(string name, long? value) => AddHeader(name, Text(value));

    /// <summary>Adds a header unless the value is null.</summary>
    public void AddHeader<T, TCodec>(string name, T? value, bool explode = false, ParameterStyle style = ParameterStyle.Simple, TextKinds kinds = TextKinds.None)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            AddHeader(name, HeaderText.Of<T, TCodec>(name, value, explode, style, kinds));
    }

    /// <summary>Adds a header unless the value is null.</summary>
    public void AddHeader<T, TCodec>(string name, T? value, bool explode = false, ParameterStyle style = ParameterStyle.Simple, TextKinds kinds = TextKinds.None)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            AddHeader(name, HeaderText.Of<T, TCodec>(name, given, explode, style, kinds));
    }

    /// <summary>Adds a cookie unless the value is null.</summary>
    public void AddCookie(string name, string? value)
    {
        if (value is not null)
            _cookies.Add(CookieText.Of(name, value));
    }

    /// <summary>Adds a cookie unless the value is null.</summary>
    public void AddCookie(string name, bool? value) => AddCookie(name, Text(value));

    /// <summary>Adds a cookie unless the value is null.</summary>
    public void AddCookie(string name, long? value) => AddCookie(name, Text(value));

    /// <summary>Adds a cookie unless the value is null.</summary>
    public void AddCookie<T, TCodec>(string name, T? value, TextKinds kinds = TextKinds.None)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            AddCookie(name, CookieText.Flat(name, ParameterValue.Of<T, TCodec>(name, value).OfKind(name, kinds)));
    }

    /// <summary>Adds a cookie unless the value is null.</summary>
    public void AddCookie<T, TCodec>(string name, T? value, TextKinds kinds = TextKinds.None)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            AddCookie(name, CookieText.Flat(name, ParameterValue.Of<T, TCodec>(name, given).OfKind(name, kinds)));
    }

    /// <summary>Says which media types the client can read.</summary>
    public void Accept(string mediaTypes) => _headers.Add(("Accept", mediaTypes));

    /// <summary>Offers one way to prove who calls; the first whose credentials were all given is taken. Without schemes it says that a caller may stay unknown.</summary>
    public void AddSecurity(params SchemeCredential[] schemes) => _alternatives.Add(schemes);

    /// <summary>The message to send, with the credentials of the first alternative that was given.</summary>
    public async ValueTask<HttpRequestMessage> ToMessageAsync(Uri baseAddress, CancellationToken cancellationToken)
    {
        var path = _path.ToString();
        PathText.CheckSegments(path);
        PathText.CheckSplits(_template, _values);
        foreach (var (scheme, secret) in await CredentialChoice.ChooseAsync(Name, _alternatives, cancellationToken).ConfigureAwait(false))
            Add(scheme, secret);
        var query = _query.Length == 0 ? "" : $"?{_query}";
        if (Form is { } form)
            Content = RequestContent.Of(Encoding.UTF8.GetBytes(form.ToString()), "application/x-www-form-urlencoded");

        var message = new HttpRequestMessage(_method, Address is null ? new Uri(baseAddress.AbsoluteUri.TrimEnd('/') + path + query) : QueryText.Append(Address, query)) { Content = Content };
        message.Options.Set(RequestTelemetry.Template, (Address is null ? baseAddress.AbsolutePath.TrimEnd('/') : "") + _template.Split('?', '#')[0]);
        if (_cookies.Count > 0)
            message.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies));
        foreach (var (name, text) in _headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, text))
                Content?.Headers.TryAddWithoutValidation(name, text);
        }

        return message;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private void Place(string name, string text)
    {
        _path.Replace($"{{{name}}}", text);
        _values.Add((name, text));
    }

    private void Add(SchemeCredential scheme, string? secret)
    {
        if (secret is null)
            return;
        switch (scheme.Place)
        {
            case CredentialPlace.Query:
                AddQuery(scheme.Name, secret);
                break;
            case CredentialPlace.Cookie:
                _cookies.Add(CookieText.OfSecret(scheme.Name, secret));
                break;
            case CredentialPlace.Header:
                AddSecretHeader(scheme.Name, secret);
                break;
            default:
                AddSecretHeader("Authorization", $"{scheme.Name} {secret}");
                break;
        }
    }

    /// <summary>A header whose blanks at either end count for nothing.</summary>
    private void AddSecretHeader(string name, string text) => _headers.Add((name, HeaderText.CheckCharacters(name, text)));

    private static string? NullOf(bool isSent) => isSent ? "null" : null;

    private static int Length(ReadOnlySpan<char> query) => query.IndexOf('#') is >= 0 and var end ? end : query.Length;

    private static string? Text(bool? value) => value switch { true => "true", false => "false", null => null };

    private static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}
