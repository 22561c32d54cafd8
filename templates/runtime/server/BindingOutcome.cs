using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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

    /// <summary>The value was read by its codec; the constraints of its contract remain to be checked.</summary>
    public static void SucceedIfValid(ModelBindingContext bindingContext, object? value)
    {
        var violations = ViolationsOf(value);
        if (violations.Count == 0)
            Succeed(bindingContext, value);
        else
            Fail(bindingContext, violations);
    }

    /// <summary>The request is wrong at a parameter or JSON path.</summary>
    public static void Fail(ModelBindingContext bindingContext, string path, string error) => Fail(bindingContext, [new Violation(path, error)]);

    private static void Fail(ModelBindingContext bindingContext, IReadOnlyList<Violation> violations)
    {
        // A key of the model state is limited in depth, a JSON path is not.
        if (bindingContext.HttpContext.Items[typeof(BindingOutcome)] is not Dictionary<string, IReadOnlyList<Violation>> failures)
            bindingContext.HttpContext.Items[typeof(BindingOutcome)] = failures = [];
        failures[bindingContext.FieldName] = violations;
        bindingContext.ModelState.TryAddModelError(bindingContext.FieldName, violations[0].Message);
        bindingContext.Result = ModelBindingResult.Failed();
    }

    private static IReadOnlyList<Violation> ViolationsOf(object? value) => value switch
    {
        IValidated validated => validated.Validate(),
        IEnumerable<IValidated?> items => [.. items.SelectMany(ViolationsOfItem)],
        _ => [],
    };

    private static IEnumerable<Violation> ViolationsOfItem(IValidated? value, int index) =>
        value?.Validate().Select(violation => violation with { Path = string.Create(CultureInfo.InvariantCulture, $"$[{index}]{violation.Path[1..]}") }) ?? [];

    /// <summary>What is wrong with a request, by parameter or JSON path: of a parameter the first error, for those after it are consequences.</summary>
    public static IReadOnlyDictionary<string, string[]> Errors(ActionContext context)
    {
        var failures = context.HttpContext.Items[typeof(BindingOutcome)] as Dictionary<string, IReadOnlyList<Violation>> ?? [];
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (key, entry) in context.ModelState)
        {
            if (failures.TryGetValue(key, out var violations))
            {
                foreach (var place in violations.GroupBy(violation => violation.Path, StringComparer.Ordinal))
                    errors[place.Key] = [.. place.Select(violation => violation.Message)];
            }
            else if (entry.Errors.Count > 0)
                errors[key] = [MessageOf(entry.Errors[0])];
        }

        return errors;
    }

    /// <summary>The text of an exception is for logs; callers see messages that were written for them.</summary>
    private static string MessageOf(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : "The value is not valid.";
}
