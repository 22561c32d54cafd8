namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Formatters;

/// <summary>A response some of whose media types are ranges, which <c>ProducesResponseType</c> refuses.</summary>
/// <param name="type">The type of the body.</param>
/// <param name="statusCode">The HTTP status code.</param>
/// <param name="mediaTypes">Types and ranges.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProducesRangeAttribute(Type type, int statusCode, params string[] mediaTypes)
    : ProducesResponseTypeAttribute(type, statusCode), IApiResponseMetadataProvider, IProducesResponseTypeMetadata
{
    IEnumerable<string> IProducesResponseTypeMetadata.ContentTypes => mediaTypes;

    void IApiResponseMetadataProvider.SetContentTypes(MediaTypeCollection contentTypes)
    {
        contentTypes.Clear();
        foreach (var mediaType in mediaTypes)
            contentTypes.Add(mediaType);
    }
}

/// <summary>The response with any status that the contract does not name, and its media types, which <c>ProducesDefaultResponseType</c> has no place for.</summary>
/// <param name="type">The type of the body.</param>
/// <param name="mediaTypes">Types and ranges.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProducesDefaultAttribute(Type type, params string[] mediaTypes) : Attribute, IApiDefaultResponseMetadataProvider
{
    /// <summary>Types and ranges.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;

    /// <inheritdoc/>
    public Type Type { get; } = type;

    /// <inheritdoc/>
    public int StatusCode => 0;

    /// <summary>Sets none, for the framework would give them to the responses of other statuses too; <see cref="ContractDescriptions"/> gives them to this one.</summary>
    public void SetContentTypes(MediaTypeCollection contentTypes)
    {
    }
}
