namespace SyncGen.Runtime;

using System;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SyncGen.Runtime.Json;

/// <summary>The headers that each part of a name must have in a multipart body.</summary>
/// <param name="part">The name of the part.</param>
/// <param name="headers">The names of the headers.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PartHeadersAttribute(string part, params string[] headers) : PartRuleAttribute(part)
{
    private protected override string? ErrorOf(FormPart part) =>
        headers.FirstOrDefault(header => part.HeaderOf(header) is null) is { } missing ? $"The part '{part.Name}' must have the header '{missing}'." : null;
}

/// <summary>A header that a part of a multipart body may have, and that is no text of any kind.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
/// <param name="part">The name of the part.</param>
/// <param name="header">The name of the header.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PartHeaderAttribute<T, TCodec>(string part, string header) : PartRuleAttribute(part)
    where TCodec : struct, IJsonCodec<T>
{
    /// <summary>The value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>The text of the value, or of each item of a list, is JSON as it stands.</summary>
    public bool IsLiteral { get; init; }

    private protected override string? ErrorOf(FormPart part) => part.HeaderOf(header) is { } text && !HeaderText.TryRead<T, TCodec>(text, IsLiteral, IsList, out _)
        ? $"The header '{header}' of the part '{part.Name}' is not valid."
        : null;
}

/// <summary>The media types of which each part of a name has one in a multipart body. A part that names none may be any of them.</summary>
/// <param name="part">The name of the part.</param>
/// <param name="types">The media types, <c>image/*</c> for all of a kind.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PartTypesAttribute(string part, params string[] types) : PartRuleAttribute(part)
{
    private protected override string? ErrorOf(FormPart part)
    {
        if (part.HeaderOf(HeaderNames.ContentType) is not { Length: > 0 } text)
            return null;
        return MediaTypeHeaderValue.TryParse(text.Split(';')[0], out var given) && types.Any(type => given.IsSubsetOf(new MediaTypeHeaderValue(type)))
            ? null
            : $"The part '{part.Name}' has the media type '{text}', which is none of those that the contract lists: {string.Join(", ", types)}.";
    }
}

/// <summary>What the contract demands of each part of a name in a multipart body.</summary>
/// <param name="part">The name of the part.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class PartRuleAttribute(string part) : Attribute
{
    /// <summary>What is wrong with the parts of a body; null when nothing is.</summary>
    internal static string? ErrorOf(HttpContext httpContext, MultipartForm form) =>
        (httpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<PartRuleAttribute>() ?? []).Select(rule => rule.ErrorOf(form)).FirstOrDefault(error => error is not null);

    private protected abstract string? ErrorOf(FormPart part);

    private string? ErrorOf(MultipartForm form) => form.Parts.Where(sent => sent.Name == part).Select(ErrorOf).FirstOrDefault(error => error is not null);
}
