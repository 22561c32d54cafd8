namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

/// <summary>Binds a parameter to a file of a form, to all files of a name, or to files by their names. <c>BindRequired</c> beside it makes a request without it wrong.</summary>
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

    /// <summary>The form has nothing else, and its parts may have any name.</summary>
    public bool HasAnyName { get; init; }

    /// <summary>A form without the files has an empty list of them, even where they are required.</summary>
    public bool AllowsNone { get; init; }

    /// <summary>A form that is sent must have it, though there may be no form.</summary>
    public bool IsRequiredWithBody { get; init; }

    /// <summary>The names that belong to other parameters, for files by their names.</summary>
    public string[] Except { get; init; } = [];

    private sealed class FileBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var attribute = ((DefaultModelMetadata)bindingContext.ModelMetadata).Attributes.ParameterAttributes!.OfType<FromFileAttribute>().First();
            var value = Find(bindingContext.HttpContext.Request, attribute, bindingContext.ModelType, bindingContext.ModelMetadata.IsBindingRequired);
            if (Repeated(value, bindingContext.ModelType, attribute.Name!) is { } name)
                BindingOutcome.Fail(bindingContext, name, RequestForm.FileRepeated);
            else if (value is null && (bindingContext.ModelMetadata.IsBindingRequired || (attribute.IsRequiredWithBody && RequestForm.IsGiven(bindingContext.HttpContext.Request))))
                BindingOutcome.Fail(bindingContext, attribute.Name!, RequestForm.FileRequired);
            else
                BindingOutcome.Succeed(bindingContext, ToType(value, bindingContext.ModelType));
            return Task.CompletedTask;
        }

        /// <summary>A list of files, or lists of files by their names.</summary>
        private static object? Find(HttpRequest request, FromFileAttribute attribute, Type type, bool isRequired)
        {
            if (type == typeof(IFormFile) || type == typeof(IReadOnlyList<IFormFile>))
                return RequestForm.Files(request, attribute.HasAnyName ? null : attribute.Name) ?? (attribute.AllowsNone ? new List<IFormFile>() : null);
            var byName = RequestForm.FilesExcept(request, attribute.Except);
            return byName.Count == 0 && !isRequired ? null : byName;
        }

        /// <summary>The name of which there are several files where one is meant.</summary>
        private static string? Repeated(object? found, Type type, string name) => found switch
        {
            IReadOnlyList<IFormFile> { Count: > 1 } when type == typeof(IFormFile) => name,
            Dictionary<string, IReadOnlyList<IFormFile>> files when type == typeof(IReadOnlyDictionary<string, IFormFile>) => files.FirstOrDefault(entry => entry.Value.Count > 1).Key,
            _ => null,
        };

        private static object? ToType(object? found, Type type) => found switch
        {
            IReadOnlyList<IFormFile> files when type == typeof(IFormFile) => files[0],
            Dictionary<string, IReadOnlyList<IFormFile>> files when type == typeof(IReadOnlyDictionary<string, IFormFile>) => files.ToDictionary(entry => entry.Key, entry => entry.Value[0], StringComparer.Ordinal),
            _ => found,
        };
    }
}
