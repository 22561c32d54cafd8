namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

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
