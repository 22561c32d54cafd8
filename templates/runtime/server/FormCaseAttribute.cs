namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SyncGen.Runtime.Json;

/// <summary>One of the forms that an operation takes where the contract has several: its parts tell whether a request is meant so.</summary>
/// <param name="required">The names of the parts that must be there.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FormCaseAttribute(params string[] required) : Attribute
{
    /// <summary>The values that a part can have, each as <c>kind=upload</c>.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The names of all parts that may be there; null where others may be, too.</summary>
    public string[]? Only { get; init; }

    /// <summary>The number by which <see cref="FormCasePartAttribute"/> names the form.</summary>
    public int Case { get; init; } = -1;

    /// <summary>The names of the parts that are files in this form, and something else in another one.</summary>
    public string[] Files { get; init; } = [];

    /// <summary>The names of the parts that are files in another form alone.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>No other form may fit beside it.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>What is wrong with a form of which the contract has several; null when nothing is.</summary>
    internal static string? ErrorOf(HttpContext httpContext, MultipartForm form)
    {
        var cases = httpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<FormCaseAttribute>() ?? [];
        if (cases.Count == 0)
            return null;
        var parts = httpContext.GetEndpoint()!.Metadata.GetOrderedMetadata<FormCasePartAttribute>();
        var fitting = cases.Where(@case => @case.Fits(form.Parts) && parts.All(part => part.Case != @case.Case || part.Fits(form.Parts))).ToList();
        return fitting.Count == 0 ? "The form is none of those that the contract has."
            : fitting.Count > 1 && fitting.Exists(@case => @case.IsExclusive) ? "The form is several of those that the contract has, of which it must be one."
            : null;
    }

    private bool Fits(IReadOnlyList<FormPart> parts) =>
        Array.TrueForAll(required, name => parts.Any(part => part.Name == name))
        && (Only is null || parts.All(part => Array.IndexOf(Only, part.Name) >= 0))
        && parts.All(part => part.IsFile ? Array.IndexOf(Texts, part.Name) < 0 : Array.IndexOf(Files, part.Name) < 0)
        && Values.Select(value => value[..value.IndexOf('=', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal)
            .All(name => parts.Where(part => part.Name == name).All(part => part.MayBeText && Array.IndexOf(Values, $"{name}={part.ToText().Value}") >= 0));
}

/// <summary>What a part is in one of the forms that an operation takes, where it is something else in another one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TCodec">The codec of the value.</typeparam>
/// <param name="case">The number of the form.</param>
/// <param name="name">The name of the part.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FormCasePartAttribute<T, TCodec>(int @case, string name) : FormCasePartAttribute(@case, name)
    where TCodec : struct, IJsonCodec<T>
{
    private protected override bool Reads(string json)
    {
        try
        {
            var value = JsonBody.Read<T, TCodec>(Encoding.UTF8.GetBytes(json));
            return value is not IValidated validated || validated.Validate().Count == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>What a part is in one of the forms that an operation takes.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class FormCasePartAttribute : Attribute
{
    private readonly string _name;

    private protected FormCasePartAttribute(int @case, string name) => (Case, _name) = (@case, name);

    /// <summary>The value is a list, whose items are parts each.</summary>
    public bool IsList { get; init; }

    internal int Case { get; }

    /// <summary>The part is what it is in this form, or is not there.</summary>
    internal bool Fits(IReadOnlyList<FormPart> parts)
    {
        var texts = parts.Where(part => part.Name == _name && part.MayBeText).Select(part => part.ToText()).ToList();
        return texts.Count == 0 || ReadsAll(texts, text => text.Text) || (texts.TrueForAll(text => text.IsJson != true) && ReadsAll(texts, text => $"\"{JsonEncodedText.Encode(text.Text)}\""));
    }

    private protected abstract bool Reads(string json);

    private bool ReadsAll(List<SentText> texts, Func<SentText, string> jsonOf) =>
        IsList && !(texts is [var whole] && whole.BeginsWith('[')) ? Reads($"[{string.Join(',', texts.Select(jsonOf))}]")
        : texts is [var single] && Reads(jsonOf(single));
}
