namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

/// <summary>A parameter of an endpoint as descriptions of the API see it. They look for parameters of a method, which an endpoint that binds requests itself has none of.</summary>
internal sealed class EndpointParameter : ParameterInfo
#if NET9_0_OR_GREATER
    , IParameterBindingMetadata
#endif
{
    private readonly Attribute _source;
    private readonly bool _isRequired;

    private EndpointParameter(Attribute source, string label, Type type, bool isRequired)
    {
        _source = source;
        _isRequired = isRequired;
        NameImpl = label;
        ClassImpl = type;
        MemberImpl = typeof(EndpointParameter);
    }

#if NET9_0_OR_GREATER
    /// <summary>A name that no other parameter has, wherever it stands; descriptions take the one on the wire from the source.</summary>
    string IParameterBindingMetadata.Name => NameImpl!;

    bool IParameterBindingMetadata.HasTryParse => true;

    bool IParameterBindingMetadata.HasBindAsync => false;

    ParameterInfo IParameterBindingMetadata.ParameterInfo => this;

    bool IParameterBindingMetadata.IsOptional => !_isRequired;
#endif

    /// <inheritdoc/>
    public override bool HasDefaultValue => false;

    /// <inheritdoc/>
    public override object? DefaultValue => null;

    /// <inheritdoc/>
    public override object? RawDefaultValue => null;

    /// <summary>A parameter that stands at a place.</summary>
    public static EndpointParameter Of(ParameterPlace place, string name, Type type, bool isRequired)
    {
        Attribute source = place switch
        {
            ParameterPlace.Path => new FromRouteAttribute { Name = name },
            ParameterPlace.Query => new FromQueryAttribute { Name = name },
            ParameterPlace.Header => new FromHeaderAttribute { Name = name },
            ParameterPlace.Form => new FieldAttribute(name),
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };
        return new EndpointParameter(source, $"{place} {name}", type, isRequired);
    }

    /// <summary>The whole body.</summary>
    public static EndpointParameter OfBody(Type type, bool isRequired) => new(new FromBodyAttribute(), "Body", type, isRequired);

    /// <inheritdoc/>
    public override object[] GetCustomAttributes(bool inherit) => [_source];

    /// <summary>An array of the attribute's own type, which is what callers take it for.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Attributes are classes, and arrays of all classes share one code.")]
    public override object[] GetCustomAttributes(Type attributeType, bool inherit)
    {
        var attributes = (object[])Array.CreateInstance(attributeType, attributeType.IsInstanceOfType(_source) ? 1 : 0);
        if (attributes.Length > 0)
            attributes[0] = _source;
        return attributes;
    }

    /// <inheritdoc/>
    public override IList<CustomAttributeData> GetCustomAttributesData() => [];

    /// <inheritdoc/>
    public override bool IsDefined(Type attributeType, bool inherit) => attributeType.IsInstanceOfType(_source);

    /// <summary>Swashbuckle refuses files that have the framework's own attribute.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class FieldAttribute(string name) : Attribute, IFromFormMetadata
    {
        public string? Name { get; } = name;
    }
}
