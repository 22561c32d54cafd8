using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Scriban.Runtime;

namespace SyncGen.Rendering;

/// <summary>Turns a record of the C# model into what a template sees: its properties by their own names.</summary>
internal static class TemplateValue
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The script object with the public properties of <paramref name="record"/>.</summary>
    public static ScriptObject Of(object record)
    {
        var script = new ScriptObject();
        foreach (var property in Properties.GetOrAdd(record.GetType(), ReadableProperties))
            script.SetValue(property.Name, Convert(property.GetValue(record)), readOnly: true);
        return script;
    }

    private static object? Convert(object? value) => value switch
    {
        null or string or bool or int or long => value,
        Enum => throw new UnreachableException($"A template sees facts, not the enum {value.GetType().Name}: add a named property."),
        IEnumerable values => new ScriptArray(values.Cast<object?>().Select(Convert)),
        _ => Of(value),
    };

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The whole assembly is a trimmer root: see SyncGen.csproj.")]
    private static PropertyInfo[] ReadableProperties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0).ToArray();
}
