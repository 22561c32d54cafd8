namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

/// <summary>The types of an API for <see cref="JsonSerializer"/>, without reflection: models, lists and maps of them, enums that may be null.</summary>
public abstract class ApiJsonContext : JsonSerializerContext, IJsonTypeInfoResolver
{
    private readonly IReadOnlyDictionary<Type, IJsonTypeInfoResolver> _formats;

    /// <summary>Makes the context.</summary>
    /// <param name="options">The options to bind the context to, or null for the serializer's defaults.</param>
    /// <param name="formats">The API's formats by type.</param>
    protected ApiJsonContext(JsonSerializerOptions? options, IReadOnlyDictionary<Type, IJsonTypeInfoResolver> formats)
        : base(options) => _formats = formats;

    /// <inheritdoc/>
    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    /// <summary>The type for <see cref="JsonSerializer"/> under this context's own options.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The type's metadata; null when the API does not have it.</returns>
    public override JsonTypeInfo? GetTypeInfo(Type type) => Options.TryGetTypeInfo(type, out var typeInfo) ? typeInfo : null;

    /// <inheritdoc/>
    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) =>
        _formats.TryGetValue(type, out var format) || _formats.TryGetValue(ContentOf(type), out format) ? format.GetTypeInfo(type, options) : null;

    /// <summary>The type of what an array, list or map holds; the type itself for others.</summary>
    private static Type ContentOf(Type type) => type switch
    {
        { IsSZArray: true } => type.GetElementType()!,
        { IsConstructedGenericType: true } => type.GenericTypeArguments[^1],
        _ => type,
    };
}
