using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Primitives;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>Where a parameter of a request stands.</summary>
public enum ParameterPlace
{
    /// <summary>In the path.</summary>
    Path,

    /// <summary>In the query string.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>A field of a form.</summary>
    Form,
}

/// <summary>Binds a parameter to a text of the request that the value's own codec reads, in the style that the contract gives.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromParameterAttribute<T, TCodec> : ModelBinderAttribute
    where TCodec : struct, IJsonCodec<T>
{
    private readonly ParameterPlace _place;

    /// <summary>Binds the parameter.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">Its name on the wire.</param>
    public FromParameterAttribute(ParameterPlace place, string name)
        : base(typeof(TextBinder))
    {
        _place = place;
        Name = name;
        BindingSource = place switch
        {
            ParameterPlace.Path => BindingSource.Path,
            ParameterPlace.Query => BindingSource.Query,
            ParameterPlace.Header => BindingSource.Header,
            ParameterPlace.Form => BindingSource.Form,
            _ => BindingSource.Custom,
        };
    }

    /// <summary>How the text is laid out: one of OpenAPI's styles, <c>form</c> by default in a query, <c>simple</c> in a path or header.</summary>
    public string Style { get; init; } = "";

    /// <summary>Items and members stand apart.</summary>
    public bool Explode { get; init; }

    /// <summary>The value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>The value has members.</summary>
    public bool IsObject { get; init; }

    /// <summary>The text is JSON as it stands.</summary>
    public bool IsJson { get; init; }

    /// <summary>A single value, or each item of a list, is a number or a boolean.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The members that are numbers or booleans.</summary>
    public string[] LiteralMembers { get; init; } = [];

    private ParameterLayout Layout => new(
        Name!,
        Enum.TryParse<ParameterStyle>(Style, ignoreCase: true, out var style) ? style : _place is ParameterPlace.Path or ParameterPlace.Header ? ParameterStyle.Simple : ParameterStyle.Form,
        Explode,
        IsList,
        IsObject,
        IsJson,
        IsLiteral,
        LiteralMembers);

    private sealed class TextBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var attribute = ((DefaultModelMetadata)bindingContext.ModelMetadata).Attributes.ParameterAttributes!.OfType<FromParameterAttribute<T, TCodec>>().First();
            try
            {
                attribute.Bind(bindingContext);
            }
            catch (JsonException exception)
            {
                BindingOutcome.Fail(bindingContext, attribute.Name!, exception.Message);
            }

            return Task.CompletedTask;
        }
    }

    private void Bind(ModelBindingContext bindingContext)
    {
        var request = bindingContext.HttpContext.Request;
        var layout = Layout;
        if (layout.IsObject && _place == ParameterPlace.Query && (layout.Style == ParameterStyle.DeepObject || (layout.Style == ParameterStyle.Form && layout.Explode)))
        {
            var members = layout.Style == ParameterStyle.DeepObject
                ? ParameterReader.DeepMembers(request.Query, layout.Name)
                : [.. request.Query.Where(entry => entry.Value.Count == 1).Select(entry => (entry.Key, entry.Value[0] ?? ""))];
            if (members.Count > 0 || bindingContext.ModelMetadata.IsRequired)
                BindingOutcome.Succeed(bindingContext, ParameterReader.ReadMembers<T, TCodec>(members, layout));
            else
                BindingOutcome.Succeed(bindingContext, null);
            return;
        }

        var texts = TextsOf(bindingContext, request, layout);
        if (texts.Count > 0)
            BindingOutcome.Succeed(bindingContext, ParameterReader.Read<T, TCodec>(texts, layout));
        else if (bindingContext.ModelMetadata.IsRequired)
            BindingOutcome.Fail(bindingContext, layout.Name, "A value is required.");
        else
            BindingOutcome.Succeed(bindingContext, null);
    }

    private List<string> TextsOf(ModelBindingContext bindingContext, HttpRequest request, ParameterLayout layout)
    {
        StringValues values = _place switch
        {
            ParameterPlace.Path => RouteText.Of(bindingContext.HttpContext, layout.Name),
            ParameterPlace.Query => request.Query[layout.Name],
            ParameterPlace.Header => request.Headers[layout.Name],
            ParameterPlace.Cookie => request.Cookies[layout.Name],
            _ => request.HasFormContentType ? request.Form[layout.Name] : StringValues.Empty,
        };
        return [.. values.Select(value => value ?? "")];
    }
}
