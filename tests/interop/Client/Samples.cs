using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Conversation;

/// <summary>Makes the smallest value of any generated type: what is required is there, nothing else.</summary>
internal static class Samples
{
    /// <summary>A value of a type; the name says what a text has to look like.</summary>
    public static object Of(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, name);
        if (Simple(type, name) is { } simple)
            return simple;
        if (type.IsGenericType)
            return Collection(type, name);
        // An enum of the contract: its first known value.
        if (type.GetProperties(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(property => property.PropertyType == type) is { } known)
            return known.GetValue(null)!;
        return type.IsAbstract ? Case(type) : Record(type);
    }

    private static object? Simple(Type type, string name) =>
        type == typeof(string) ? Text(name)
        : type == typeof(long) ? 1L
        : type == typeof(int) ? 1
        : type == typeof(double) ? 1.0
        : type == typeof(bool) ? true
        : type == typeof(Uri) ? new Uri("https://example.com/")
        : type == typeof(Stream) ? new MemoryStream("sample"u8.ToArray())
        : type == typeof(JsonElement) ? JsonElement.Parse("""{ "sample": "sample" }""")
        : null;

    /// <summary>Matrix tells its identifiers apart by their first character. Patterns are not looked into.</summary>
    private static string Text(string name) => name.ToUpperInvariant() switch
    {
        "USERID" => "@alice:example.com",
        "ROOMID" or "ROOMIDORALIAS" => "!room:example.com",
        "ROOMALIAS" => "#room:example.com",
        "EVENTID" => "$event",
        "EMAIL" => "alice@example.com",
        "KEYNAME" => "displayname",
        "REDIRECTURL" => "https://example.com/",
        _ => "sample",
    };

    private static object Collection(Type type, string name)
    {
        var arguments = type.GetGenericArguments();
        if (arguments is [_, var value])
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments[0]))!;
        list.Add(Of(arguments[0], name));
        return list;
    }

    /// <summary>The first case of a union.</summary>
    private static object Case(Type union)
    {
        var constructor = union.GetNestedTypes().First(nested => nested.IsSubclassOf(union)).GetConstructors()[0];
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, parameter.Name!))]);
    }

    private static object Record(Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute))))
            property.SetValue(record, Of(property.PropertyType, property.Name));
        return record;
    }
}
