using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SyncGen.Runtime;

/// <summary>Binds a parameter to a text in the path, slashes in it decoded too.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromPathAttribute : ModelBinderAttribute
{
    /// <summary>Binds the parameter.</summary>
    /// <param name="name">The name in the route.</param>
    public FromPathAttribute(string name)
        : base(typeof(PathBinder))
    {
        Name = name;
        BindingSource = BindingSource.Path;
    }

    private sealed class PathBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            if (RouteText.Of(bindingContext.HttpContext, bindingContext.ModelName) is { } text)
                BindingOutcome.Succeed(bindingContext, text);
            else
                BindingOutcome.Fail(bindingContext, bindingContext.ModelName, "A value is required.");
            return Task.CompletedTask;
        }
    }
}
