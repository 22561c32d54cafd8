using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace SyncGen.Runtime;

/// <summary>What a binder found.</summary>
internal static class BindingOutcome
{
    /// <summary>The value was read by its codec, which leaves nothing for reflection to validate.</summary>
    public static void Succeed(ModelBindingContext bindingContext, object? value)
    {
        if (value is not null)
            bindingContext.ValidationState[value] = new ValidationStateEntry { SuppressValidation = true };
        bindingContext.Result = ModelBindingResult.Success(value);
    }

    /// <summary>The request is wrong at a parameter or JSON path.</summary>
    public static void Fail(ModelBindingContext bindingContext, string path, string error)
    {
        // A key of the model state is limited in depth, a JSON path is not.
        if (bindingContext.HttpContext.Items[typeof(BindingOutcome)] is not Dictionary<string, (string Path, string Error)> failures)
            bindingContext.HttpContext.Items[typeof(BindingOutcome)] = failures = [];
        failures[bindingContext.FieldName] = (path, error);
        bindingContext.ModelState.TryAddModelError(bindingContext.FieldName, error);
        bindingContext.Result = ModelBindingResult.Failed();
    }

    /// <summary>What is wrong with a request, by parameter or JSON path: of each the first error, for those after it are consequences.</summary>
    public static IReadOnlyDictionary<string, string[]> Errors(ActionContext context)
    {
        var failures = context.HttpContext.Items[typeof(BindingOutcome)] as Dictionary<string, (string Path, string Error)> ?? [];
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (key, entry) in context.ModelState)
        {
            if (failures.TryGetValue(key, out var failure))
                errors[failure.Path] = [failure.Error];
            else if (entry.Errors.Count > 0)
                errors[key] = [MessageOf(entry.Errors[0])];
        }

        return errors;
    }

    /// <summary>The text of an exception is for logs; callers see messages that were written for them.</summary>
    private static string MessageOf(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : "The value is not valid.";
}
