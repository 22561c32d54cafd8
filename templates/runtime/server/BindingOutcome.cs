namespace SyncGen.Runtime;

using System.Collections.Generic;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

/// <summary>What the binders of a controller found.</summary>
internal sealed class BindingOutcome
{
    // A key of the model state is limited in depth, a JSON path is not.
    private readonly RequestErrors _errors = new();
    private readonly HashSet<string> _failed = [];

    /// <summary>The value was read by its codec, which leaves nothing for reflection to validate.</summary>
    public static void Succeed(ModelBindingContext bindingContext, object? value)
    {
        if (value is not null)
            bindingContext.ValidationState[value] = new ValidationStateEntry { SuppressValidation = true };
        bindingContext.Result = ModelBindingResult.Success(value);
    }

    /// <summary>The request is wrong at a parameter or JSON path.</summary>
    public static void Fail(ModelBindingContext bindingContext, string place, string error) => FailedWith(bindingContext)._errors.Add(place, error);

    /// <summary>What is wrong with the request, also in the eyes of the framework's own binders.</summary>
    public static RequestErrors Errors(ActionContext context)
    {
        var outcome = context.HttpContext.Items[typeof(BindingOutcome)] as BindingOutcome ?? new BindingOutcome();
        foreach (var (key, entry) in context.ModelState)
        {
            if (entry.Errors.Count > 0 && !outcome._failed.Contains(key))
                outcome._errors.Add(key, MessageOf(entry.Errors[0]));
        }

        return outcome._errors;
    }

    private static BindingOutcome FailedWith(ModelBindingContext bindingContext)
    {
        if (bindingContext.HttpContext.Items[typeof(BindingOutcome)] is not BindingOutcome outcome)
            bindingContext.HttpContext.Items[typeof(BindingOutcome)] = outcome = new BindingOutcome();
        outcome._failed.Add(bindingContext.FieldName);
        bindingContext.ModelState.TryAddModelError(bindingContext.FieldName, "The value is not valid.");
        bindingContext.Result = ModelBindingResult.Failed();
        return outcome;
    }

    /// <summary>The text of an exception is for logs; callers see messages that were written for them.</summary>
    private static string MessageOf(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : "The value is not valid.";
}
