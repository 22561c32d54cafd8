using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SyncGen.ForeignServers;

/// <summary>Makes the arguments of a generated method from what shall be sent.</summary>
internal sealed class ArgumentBinder(ApiOperation operation, ScenarioRequest request, IReadOnlyDictionary<string, string> pathValues)
{
    private Api Api => operation.Api;

    public object?[] Bind(MethodInfo method) => [.. method.GetParameters().Select(Bind)];

    /// <summary>Names are compared without what C# cannot write.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    public object? Bind(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return CancellationToken.None;
        var declared = operation.Parameters.Where(one => one["in"]!.GetValue<string>() is not ("body" or "formData"))
            .FirstOrDefault(one => Matches(parameter.Name!, one["name"]!.GetValue<string>(), one["in"]!.GetValue<string>()));
        if (declared is not null)
            return Api.Schemas.Read(declared, SentIn(declared["in"]!.GetValue<string>())) is { } value ? Value(Api, value, parameter.ParameterType) : Default(parameter);
        if (request.Body is not { } body)
            return Default(parameter);
        if (parameter.ParameterType == typeof(string) && Plain(parameter.Name!) == "contenttype")
            return body.ContentType;
        return body.IsForm ? FormValue(body, parameter) : BodyValue(body, parameter.ParameterType);
    }

    private ImmutableArray<KeyValuePair<string, string>> SentIn(string place) => place switch
    {
        "path" => [.. pathValues],
        "query" => request.Query,
        "header" => request.Headers,
        _ => [.. (request.Header("cookie") ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]))],
    };

    private static bool Matches(string parameter, string name, string place) =>
        Plain(parameter) == Plain(name) || Plain(parameter) == Plain(name) + place || Plain(parameter) == place + Plain(name);

    private object? FormValue(Body body, ParameterInfo parameter)
    {
        var isList = parameter.ParameterType.IsGenericType;
        var type = isList ? parameter.ParameterType.GetGenericArguments()[0] : parameter.ParameterType;
        var files = body.Files.Where(file => Plain(file.Name) == Plain(parameter.Name!)).Select(file => FileOf(file, type)).ToList();
        if (files.Count > 0 && isList)
        {
            var list = Array.CreateInstance(type, files.Count);
            files.Select((file, index) => (file, index)).ToList().ForEach(pair => list.SetValue(pair.file, pair.index));
            return list;
        }

        if (files.Count > 0)
            return files[0];
        var part = body.Parts!.FirstOrDefault(pair => Plain(pair.Key) == Plain(parameter.Name!));
        return part.Key is null ? Default(parameter) : Value(Api, part.Value, parameter.ParameterType);
    }

    private object FileOf(BodyFile file, Type type) => type == typeof(IFormFile)
        ? new FormFile(new MemoryStream(file.Bytes), 0, file.Bytes.Length, file.Name, file.FileName)
        : Activator.CreateInstance(Api.Runtime("FilePart"), new MemoryStream(file.Bytes), file.FileName, file.ContentType)!;

    private object? BodyValue(Body body, Type type)
    {
        if (type == typeof(Stream))
            return new MemoryStream(body.Bytes);
        if (type == Api.Runtime("FilePart"))
            return Activator.CreateInstance(type, new MemoryStream(body.Bytes), null, body.ContentType);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
        {
            return SequenceOf(Api, body.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)), type.GetGenericArguments()[0]);
        }

        return body.IsJson ? Value(Api, body.Json, type) : Value(Api, JsonValue.Create(body.Text), type);
    }

    /// <summary>A sequence of values by the generated codec.</summary>
    public static object SequenceOf(Api api, IEnumerable<JsonNode?> items, Type type) =>
        typeof(ArgumentBinder).GetMethod(nameof(Sequence), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [items.Select(item => Value(api, item, type))])!;

    private static async IAsyncEnumerable<T> Sequence<T>(IEnumerable<object> items)
    {
        foreach (var item in items)
            yield return (T)item;
        await Task.CompletedTask;
    }

    /// <summary>
    /// A value by the generated codec. What the schema leaves open may be a text or a number. The items of a list are read one by one, because
    /// a type does not tell whether null is one of them, and bytes in either alphabet, because a type does not tell which it is.
    /// </summary>
    public static object? Value(Api api, JsonNode? value, Type type)
    {
        if (value is null && !type.IsValueType)
            return null;
        if (type == typeof(byte[]) && value is JsonValue bytes && bytes.TryGetValue(out string? encoded))
            return Bytes(encoded);
        if (value is JsonArray list && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var items = Array.CreateInstance(type.GetGenericArguments()[0], list.Count);
            for (var index = 0; index < list.Count; index++)
                items.SetValue(Value(api, list[index], type.GetGenericArguments()[0]), index);
            return items;
        }

        try
        {
            return value.Deserialize(type, api.JsonOptions);
        }
        catch (JsonException) when (value is JsonValue text && text.TryGetValue(out string? content) && IsJson(content))
        {
            return JsonSerializer.Deserialize(content, type, api.JsonOptions);
        }
        catch (JsonException) when (value is JsonValue && value.GetValueKind() != JsonValueKind.String)
        {
            return JsonValue.Create(value.ToJsonString()).Deserialize(type, api.JsonOptions);
        }
    }

    /// <summary>Bytes in either alphabet, with or without padding.</summary>
    public static byte[] Bytes(string text)
    {
        var plain = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(plain + new string('=', (4 - (plain.Length % 4)) % 4));
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue || !parameter.ParameterType.IsValueType ? null : Activator.CreateInstance(parameter.ParameterType);
}
