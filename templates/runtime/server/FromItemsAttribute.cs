namespace SyncGen.Runtime;

using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SyncGen.Runtime.Json;

/// <summary>Binds a parameter to the items of the request's body, a JSON text a line, which are read as they come.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <typeparam name="TCodec">The codec of an item.</typeparam>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromItemsAttribute<T, TCodec>() : FromItemsAttribute(typeof(ItemsBinder<T, TCodec>))
    where TCodec : struct, IJsonCodec<T>;

/// <summary>Binds a parameter to the items of the request's body. A type that C# does not allow in an attribute's type arguments is given by the binder.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromItemsAttribute : ModelBinderAttribute
{
    /// <summary>Binds the parameter.</summary>
    /// <param name="binder">An <see cref="ItemsBinder{T, TCodec}"/>.</param>
    public FromItemsAttribute(Type binder)
        : base(binder)
    {
        BindingSource = BindingSource.Body;
    }
}

/// <summary>Reads the items of a body as they come.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <typeparam name="TCodec">The codec of an item.</typeparam>
public sealed class ItemsBinder<T, TCodec> : IModelBinder
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        BindingOutcome.Succeed(bindingContext, RequestItems.Of<T, TCodec>(bindingContext.HttpContext));
        return Task.CompletedTask;
    }
}
