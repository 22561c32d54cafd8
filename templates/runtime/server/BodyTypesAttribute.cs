namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Formatters;

/// <summary>The media types of a request's body in all its representations, for descriptions of the API; an operation is described once, whatever it takes.</summary>
/// <param name="mediaTypes">Types and ranges.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BodyTypesAttribute(params string[] mediaTypes) : Attribute, IApiRequestMetadataProvider
{
    /// <summary>Types and ranges.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;

    /// <inheritdoc/>
    public void SetContentTypes(MediaTypeCollection contentTypes)
    {
        ArgumentNullException.ThrowIfNull(contentTypes);
        contentTypes.Clear();
        foreach (var mediaType in MediaTypes)
            contentTypes.Add(mediaType);
    }
}
