namespace SyncGen.Runtime;

using System;
using System.Linq;
using Microsoft.AspNetCore.Http;

/// <summary>The names that the fields or parts of a form may have, where the contract allows no others.</summary>
/// <param name="names">All of them.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormNamesAttribute(params string[] names) : Attribute
{
    /// <summary>The names that others may follow in brackets: <c>range[from]</c>.</summary>
    public string[] Outer { get; init; } = [];

    /// <summary>What is wrong with the names of a form that was read; null when nothing is.</summary>
    internal static string? ErrorOf(HttpRequest request)
    {
        if (request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<FormNamesAttribute>() is not { } allowed)
            return null;
        // As everywhere, upper and lower case are the same in the names of an urlencoded form.
        var undeclared = MultipartForm.Of(request) is { } form
            ? form.Parts.Select(part => part.Name).FirstOrDefault(name => !allowed.Allows(name, StringComparison.Ordinal))
            : request.Form.Keys.FirstOrDefault(name => !allowed.Allows(name, StringComparison.OrdinalIgnoreCase));
        return undeclared is null ? null : $"The contract allows no property '{undeclared}' here.";
    }

    private bool Allows(string name, StringComparison comparison) =>
        Array.Exists(names, own => own.Equals(name, comparison))
        || Array.Exists(Outer, own => name.Length > own.Length && name[own.Length] == '[' && name[^1] == ']' && name.StartsWith(own, comparison));
}
