using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SyncGen.ForeignServers;

/// <summary>Returns from a generated server what the mock returns, if what was bound is what was sent.</summary>
internal sealed class Answerer(ImmutableArray<Scenario> scenarios, IReadOnlyDictionary<string, Api> apis, Func<string> address)
{
    public object Answer(Type handler, string method, object?[] arguments)
    {
        var http = new HttpContextAccessor().HttpContext!.Request;
        var path = http.PathBase + http.Path;
        var candidates = scenarios.SelectMany(scenario => scenario.Requests)
            .Where(request => request.Method == http.Method && Uri.UnescapeDataString(request.Path) == path)
            .OrderByDescending(request => request.Headers.Count(pair => http.Headers[pair.Key] == pair.Value) + request.Query.Count(pair => http.Query[pair.Key].Contains(pair.Value)))
            .ToList();
        var api = apis[handler.Namespace!];
        string? reason = null;
        foreach (var request in candidates)
        {
            reason = Difference(api, request, handler.GetMethod(method)!, arguments);
            if (reason is null)
                return ResultOf(api, handler.GetMethod(method)!.ReturnType.GetGenericArguments()[0], request);
        }

        throw new InvalidOperationException(reason ?? $"no scenario has {http.Method} {path}");
    }

    /// <summary>What was bound is compared with what the mock expects, as the mock does.</summary>
    private static string? Difference(Api api, ScenarioRequest request, MethodInfo method, object?[] arguments)
    {
        var target = api.Find(request.Method, request.Path)!.Value;
        var binder = new ArgumentBinder(target.Operation, request, target.PathValues);
        foreach (var (parameter, argument) in method.GetParameters().Zip(arguments))
        {
            if (parameter.ParameterType == typeof(CancellationToken))
                continue;
            var expected = Comparable(api, binder.Bind(parameter), parameter.ParameterType);
            var bound = Comparable(api, argument, parameter.ParameterType);
            if (expected is null && parameter.HasDefaultValue)
                continue;
            if (ReadComparison.Difference(expected, bound) is { } difference)
                return $"{parameter.Name}: {difference}";
        }

        return null;
    }

    private static JsonNode? Comparable(Api api, object? value, Type type)
    {
        switch (value)
        {
            case null:
                return null;
            case Stream stream:
                using (var copy = new MemoryStream())
                {
                    stream.CopyToAsync(copy).GetAwaiter().GetResult();
                    if (stream.CanSeek)
                        stream.Position = 0;
                    return Convert.ToBase64String(copy.ToArray());
                }

            case IFormFile file:
                using (var content = file.OpenReadStream())
                    return Comparable(api, content, typeof(Stream));
            case IEnumerable<IFormFile> files:
                return new JsonArray([.. files.Select(file => Comparable(api, file, typeof(IFormFile)))]);
        }

        // Item by item, because a type does not tell whether null is one of them.
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new JsonArray([.. ((System.Collections.IEnumerable)value).Cast<object?>().Select(item => Comparable(api, item, type.GetGenericArguments()[0]))]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
        {
            var items = (Task<JsonNode?>)typeof(Answerer).GetMethod(nameof(ItemsOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [api, value])!;
            return items.GetAwaiter().GetResult();
        }

        return JsonSerializer.SerializeToNode(value, type, api.JsonOptions);
    }

    private static async Task<JsonNode?> ItemsOf<T>(Api api, IAsyncEnumerable<T> sequence)
    {
        var items = new JsonArray();
        await foreach (var item in sequence)
            items.Add(JsonSerializer.SerializeToNode(item, api.JsonOptions));
        return items;
    }

    /// <summary>The result by that factory which makes the status and takes the body.</summary>
    private object ResultOf(Api api, Type type, ScenarioRequest request)
    {
        var body = request.ResponseBody?.At(address());
        var isJson = body?.IsJson ?? true;
        Exception? failure = null;
        var factories = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == type && !method.IsSpecialName)
            .OrderBy(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Stream)) == isJson)
            .ThenByDescending(method => method.GetParameters().Any(parameter => parameter.Name == "body") == (body is not null));
        foreach (var factory in factories)
        {
            try
            {
                var result = factory.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. factory.GetParameters().Select(parameter => ArgumentOf(api, parameter, request, body))], null)!;
                if ((int)type.GetProperty("StatusCode")!.GetValue(result)! == request.Status)
                    return result;
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
            {
                failure ??= exception;
            }
        }

        throw new InvalidOperationException($"{type.Name} cannot be {request.Status}", failure);
    }

    private object? ArgumentOf(Api api, ParameterInfo parameter, ScenarioRequest request, Body? body)
    {
        var type = parameter.ParameterType;
        switch (parameter.Name)
        {
            case "body" when body is not null:
                if (type == typeof(Stream))
                    return new MemoryStream(body.Bytes);
                if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
                    return ArgumentBinder.SequenceOf(api, EventsOf(body), type.GetGenericArguments()[0]);
                return body.IsJson ? ArgumentBinder.Value(api, body.Json, type) : body.Text;
            case "mediaType":
                return body?.ContentType;
            case "statusCode":
                return request.Status;
        }

        var header = request.ResponseHeaders.FirstOrDefault(pair => ArgumentBinder.Plain(pair.Key) == ArgumentBinder.Plain(parameter.Name!));
        return header.Key is null
            ? parameter.HasDefaultValue ? parameter.DefaultValue : null
            : ArgumentBinder.Value(api, JsonValue.Create(header.Value.Replace("{baseUrl}", address(), StringComparison.Ordinal)), type);
    }

    private static IEnumerable<JsonNode?> EventsOf(Body body) => body.ContentType.Contains("event-stream", StringComparison.Ordinal)
        ? EventStream.Parse(body.Text, "\"event\":\"data\":\"id\":\"retry\":")
        : Encoding.UTF8.GetString(body.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line));
}
