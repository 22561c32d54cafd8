using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>Binds a parameter to a text of the request that the value's own codec reads, in the style that the contract gives.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
/// <param name="place">Where it stands.</param>
/// <param name="name">Its name on the wire; in a path the name in the route.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromParameterAttribute<T, TCodec>(ParameterPlace place, string name) : FromParameterAttribute(typeof(ParameterBinder<T, TCodec>), place, name)
    where TCodec : struct, IJsonCodec<T>;

/// <summary>Binds a parameter to a text of the request. A type that C# does not allow in an attribute's type arguments is given by the binder.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromParameterAttribute : ModelBinderAttribute
{
    private readonly ParameterPlace _place;

    /// <summary>Binds the parameter.</summary>
    /// <param name="binder">A <see cref="ParameterBinder{T, TCodec}"/>.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">Its name on the wire; in a path the name in the route.</param>
    public FromParameterAttribute(Type binder, ParameterPlace place, string name)
        : base(binder)
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

    /// <summary>A request without it is wrong.</summary>
    public bool IsRequired { get; init; }

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

    /// <summary>A single value, or each item of a list, is JSON as it stands: a number or a boolean, in a form an object too.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The members that are numbers or booleans, or lists of them.</summary>
    public string[] LiteralMembers { get; init; } = [];

    /// <summary>The members that are lists, whose items each have the member's name.</summary>
    public string[] ListMembers { get; init; } = [];

    /// <summary>A name without a value counts as no parameter.</summary>
    public bool AllowsEmpty { get; init; }

    internal ParameterLayout Layout
    {
        get
        {
            var plain = new ParameterLayout(_place, Name!);
            return plain with
            {
                IsRequired = IsRequired,
                Style = Style.Length == 0 ? plain.Style : Enum.Parse<ParameterStyle>(Style),
                Explode = Explode,
                IsList = IsList,
                IsObject = IsObject,
                IsJson = IsJson,
                IsLiteral = IsLiteral,
                LiteralMembers = LiteralMembers,
                ListMembers = ListMembers,
                AllowsEmpty = AllowsEmpty,
            };
        }
    }
}

/// <summary>Reads a parameter from a text of the request.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
public sealed class ParameterBinder<T, TCodec> : IModelBinder
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var attribute = ((DefaultModelMetadata)bindingContext.ModelMetadata).Attributes.ParameterAttributes!.OfType<FromParameterAttribute>().First();
        try
        {
            var isGiven = ParameterReader.TryRead<T, TCodec>(bindingContext.HttpContext, attribute.Layout, out var value);
            BindingOutcome.Succeed(bindingContext, isGiven ? value : null);
        }
        catch (JsonException exception)
        {
            BindingOutcome.Fail(bindingContext, attribute.Name!, ParameterReader.MessageOf(exception));
        }

        return Task.CompletedTask;
    }
}
