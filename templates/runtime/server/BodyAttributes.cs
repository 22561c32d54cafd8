namespace SyncGen.Runtime;

using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using SyncGen.Runtime.Json;

/// <summary>Binds a parameter to the request's body, read as JSON by the value's own codec. <c>BindRequired</c> beside it makes a request without a body wrong.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromJsonAttribute<T, TCodec>() : FromJsonAttribute(typeof(JsonBinder<T, TCodec>))
    where TCodec : struct, IJsonCodec<T>;

/// <summary>Binds a parameter to the request's body, read as JSON. A type that C# does not allow in an attribute's type arguments is given by the binder.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromJsonAttribute : ModelBinderAttribute
{
    /// <summary>Binds the parameter.</summary>
    /// <param name="binder">A <see cref="JsonBinder{T, TCodec}"/>.</param>
    public FromJsonAttribute(Type binder)
        : base(binder)
    {
        BindingSource = BindingSource.Body;
    }

    /// <summary>The body may be the JSON null.</summary>
    public bool AllowsNull { get; init; }
}

/// <summary>Reads a body as JSON.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
public sealed class JsonBinder<T, TCodec> : IModelBinder
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var attribute = ((DefaultModelMetadata)bindingContext.ModelMetadata).Attributes.ParameterAttributes!.OfType<FromJsonAttribute>().First();
        var request = bindingContext.HttpContext.Request;
        var isOptional = !bindingContext.ModelMetadata.IsBindingRequired;
        var (value, isNull, path, error) = await RequestBody.ReadJsonAsync<T, TCodec>(request, isOptional, attribute.AllowsNull).ConfigureAwait(false);
        if (error is null)
            BindingOutcome.Succeed(bindingContext, isNull ? null : value);
        else
            BindingOutcome.Fail(bindingContext, path!, error);
    }
}

/// <summary>Binds a parameter to the request's body as text.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromTextAttribute : ModelBinderAttribute
{
    /// <summary>Binds the parameter.</summary>
    public FromTextAttribute()
        : base(typeof(TextBinder))
    {
        BindingSource = BindingSource.Body;
    }

    private sealed class TextBinder : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var (value, error) = await RequestBody.ReadTextAsync(bindingContext.HttpContext.Request).ConfigureAwait(false);
            if (error is null)
                BindingOutcome.Succeed(bindingContext, value);
            else
                BindingOutcome.Fail(bindingContext, "$", error);
        }
    }
}

/// <summary>Binds a parameter to the request's body as a stream, which the server reads as it comes.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromStreamAttribute : ModelBinderAttribute
{
    /// <summary>Binds the parameter.</summary>
    public FromStreamAttribute()
        : base(typeof(StreamBinder))
    {
        BindingSource = BindingSource.Body;
    }

    private sealed class StreamBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            BindingOutcome.Succeed(bindingContext, RequestBody.Open(bindingContext.HttpContext.Request));
            return Task.CompletedTask;
        }
    }
}
