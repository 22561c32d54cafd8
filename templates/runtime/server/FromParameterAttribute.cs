namespace SyncGen.Runtime;

using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using SyncGen.Runtime.Json;

/// <summary>Binds a parameter to a text of the request that the value's own codec reads, in the style that the contract gives. <c>BindRequired</c> beside it makes a request without it wrong.</summary>
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
    // Greedy: the value is bound as a whole, so that descriptions of the API name the parameter and not the properties of its type.
    private static readonly BindingSource Path = Greedy(BindingSource.Path);
    private static readonly BindingSource Query = Greedy(BindingSource.Query);
    private static readonly BindingSource Header = Greedy(BindingSource.Header);
    private static readonly BindingSource Form = Greedy(BindingSource.Form);

    // Descriptions of the API have no place for cookies and whole queries, and would show them in the query.
    private static readonly BindingSource Undescribed = new("Cookie", "Cookie", isGreedy: true, isFromRequest: false);

    private readonly Lazy<ParameterLayout> _layout;
    private readonly string? _part;

    /// <summary>Binds the parameter.</summary>
    /// <param name="binder">A <see cref="ParameterBinder{T, TCodec}"/>.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">Its name on the wire; in a path the name in the route.</param>
    public FromParameterAttribute(Type binder, ParameterPlace place, string name)
        : base(binder)
    {
        _layout = new Lazy<ParameterLayout>(() => LayoutAt(place));
        Name = name;
        BindingSource = place switch
        {
            ParameterPlace.Path => Path,
            ParameterPlace.Query => Query,
            ParameterPlace.Header => Header,
            ParameterPlace.Form => Form,
            _ => Undescribed,
        };
    }

    /// <summary>The name of a parameter in the path where routing does not take it and has another; else null.</summary>
    public string? WireName { get; init; }

    /// <summary>The part of a multipart body whose header it is, of which descriptions of the API know nothing; null for a header of the request.</summary>
    public string? Part
    {
        get => _part;
        init => (_part, BindingSource) = (value, Undescribed);
    }

    /// <summary>How the text is laid out: one of OpenAPI's styles, <c>form</c> by default in a query, <c>simple</c> in a path or header.</summary>
    public string Style { get; init; } = "";

    /// <summary>Items and properties stand apart.</summary>
    public bool Explode { get; init; }

    /// <summary>The value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>The value has properties.</summary>
    public bool IsObject { get; init; }

    /// <summary>The text is JSON as it stands.</summary>
    public bool IsJson { get; init; }

    /// <summary>A single value, or each item of a list, is JSON as it stands: a number or a boolean, in a form an object too.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The properties that are numbers or booleans, or lists of them: <c>limit</c>, <c>range[from]</c>, and with <c>[]</c> for a name all of a dictionary.</summary>
    public string[] LiteralMembers { get; init; } = [];

    /// <summary>The properties that are lists, whose items each have the property's name.</summary>
    public string[] ListMembers { get; init; } = [];

    /// <summary>The properties that have properties in turn, each with a name of its own.</summary>
    public string[] ObjectMembers { get; init; } = [];

    /// <summary>The properties that are texts, where all other names stand for something else.</summary>
    public string[] TextMembers { get; init; } = [];

    /// <summary>The properties that are numbers where they look like it, and texts otherwise.</summary>
    public string[] NumberOrTextMembers { get; init; } = [];

    /// <summary>The properties that are true or false where they look like it, and texts otherwise.</summary>
    public string[] BooleanOrTextMembers { get; init; } = [];

    /// <summary>
    /// What properties are in one of several ways to read the value, where the cases of a union differ: the number of the way, the setting to which the property belongs, and the
    /// property, as <c>1 ListMembers tags</c>.
    /// </summary>
    public string[] Readings { get; init; } = [];

    /// <summary>A name without a value counts as no parameter.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>The names that belong to other parameters, where the value takes all names that are left.</summary>
    public string[]? Except { get; init; }

    /// <summary>The names of the properties in the query, where the value takes no others; else null.</summary>
    public string[]? Only { get; init; }

    /// <summary>What a single value, or each item of a list, may be where the contract allows several kinds.</summary>
    public TextKinds Kinds { get; init; }

    /// <summary>The value has no name of its own: it is all of a form, or what other fields leave of it.</summary>
    public bool HasAnyName { get; init; }

    /// <summary>A form that is sent must have it, though there may be no form.</summary>
    public bool IsRequiredWithBody { get; init; }

    /// <summary>JSON may say null.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>How the value is read; whether there must be one is not said here.</summary>
    internal ParameterLayout Layout => _layout.Value;

    private ParameterLayout LayoutAt(ParameterPlace place)
    {
        var plain = new ParameterLayout(place, Name!);
        return plain with
        {
            WireName = WireName,
            Part = Part,
            Style = Style.Length == 0 ? plain.Style : Enum.Parse<ParameterStyle>(Style),
            Explode = Explode,
            IsList = IsList,
            IsObject = IsObject,
            IsJson = IsJson,
            IsLiteral = IsLiteral,
            LiteralMembers = LiteralMembers,
            ListMembers = ListMembers,
            ObjectMembers = ObjectMembers,
            TextMembers = TextMembers,
            NumberOrTextMembers = NumberOrTextMembers,
            BooleanOrTextMembers = BooleanOrTextMembers,
            Readings = Readings,
            AllowsEmpty = AllowsEmpty,
            Except = Except,
            Only = Only,
            Kinds = Kinds,
            HasAnyName = HasAnyName,
            AllowsNull = AllowsNull,
            IsRequiredWithBody = IsRequiredWithBody,
        };
    }

    private static BindingSource Greedy(BindingSource source) => new(source.Id, source.DisplayName, isGreedy: true, isFromRequest: true);
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
            var layout = attribute.Layout with { IsRequired = bindingContext.ModelMetadata.IsBindingRequired };
            var isGiven = ParameterReader.TryRead<T, TCodec>(bindingContext.HttpContext, layout, out var value);
            BindingOutcome.Succeed(bindingContext, isGiven ? value : null);
        }
        catch (JsonException exception)
        {
            BindingOutcome.Fail(bindingContext, attribute.Name!, ParameterReader.MessageOf(exception));
        }

        return Task.CompletedTask;
    }
}
