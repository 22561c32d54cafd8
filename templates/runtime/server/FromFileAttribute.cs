using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SyncGen.Runtime;

/// <summary>Binds a parameter to a file of a form, or to all files of a name. <c>BindRequired</c> beside it makes a request without it wrong.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromFileAttribute : ModelBinderAttribute
{
    /// <summary>Binds the parameter.</summary>
    /// <param name="name">Its name on the wire.</param>
    public FromFileAttribute(string name)
        : base(typeof(FileBinder))
    {
        Name = name;
        BindingSource = BindingSource.FormFile;
    }

    private sealed class FileBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var attribute = ((DefaultModelMetadata)bindingContext.ModelMetadata).Attributes.ParameterAttributes!.OfType<FromFileAttribute>().First();
            var files = RequestForm.Files(bindingContext.HttpContext.Request, attribute.Name!);
            if (files is null && bindingContext.ModelMetadata.IsBindingRequired)
                BindingOutcome.Fail(bindingContext, attribute.Name!, RequestForm.FileRequired);
            else
                BindingOutcome.Succeed(bindingContext, bindingContext.ModelType == typeof(IFormFile) ? files?[0] : files);
            return Task.CompletedTask;
        }
    }
}
