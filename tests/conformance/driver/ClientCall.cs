using System.Reflection;

namespace SyncGen.ForeignServers;

/// <summary>Calls a method of a generated client.</summary>
internal static class ClientCall
{
    private const int Most = 1000;

    /// <summary>What a call gave.</summary>
    /// <param name="Status">The status of the response; 0 where none arrived.</param>
    /// <param name="Value">What was read: the result, the items of a sequence, or the error of a documented response.</param>
    /// <param name="Failure">Why there is no value.</param>
    /// <param name="Headers">The headers of the response.</param>
    internal sealed record Outcome(int Status, object? Value, Exception? Failure, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers);

    public static async Task<Outcome> Send(ApiOperation operation, MethodInfo method, object?[] arguments, HttpClient http, Uri address, ScenarioRequest request)
    {
        var api = operation.Api;
        var name = operation.ClientMethod.Split('.')[0];
        var options = Activator.CreateInstance(api.Own(name).GetConstructors().Single().GetParameters()[1].ParameterType)!;
        options.GetType().GetProperty("BaseAddress")!.SetValue(options, address);
        SetCredentials(api, options, request);
        var client = Activator.CreateInstance(api.Own(name), http, options)!;
        object?[] captures = [null];
        client = client.GetType().GetMethod("WithResponse")!.Invoke(client, captures)!;
        T Captured<T>(string name) => (T)captures[0]!.GetType().GetProperty(name)!.GetValue(captures[0])!;
        Outcome Given(object? value, Exception? failure) => new(Captured<int>("StatusCode"), value, failure, Captured<IReadOnlyDictionary<string, IReadOnlyList<string>>>("Headers"));
        try
        {
            var returned = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            return Given(await ValueOf(returned), null);
        }
        catch (Exception exception) when (exception.GetType() is { IsGenericType: true, Name: "ApiException`1" } type)
        {
            return Given(type.GetProperty("Error")!.GetValue(exception), null);
        }
        catch (Exception exception) when (exception.GetType().Name == "ApiException" && exception.InnerException is null && Captured<int>("StatusCode") is 0 or >= 300)
        {
            return Given(null, exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Given(null, exception) with { Status = 0 };
        }
    }

    private static async Task<object?> ValueOf(object returned)
    {
        if (returned is Task task)
        {
            await task.WaitAsync(TimeSpan.FromSeconds(20));
            var result = task.GetType().GetProperty("Result");
            return result is null || result.PropertyType.Name == "VoidTaskResult" ? null : result.GetValue(task);
        }

        var sequence = returned.GetType().GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        var items = (Task<List<object?>>)typeof(ClientCall).GetMethod(nameof(ItemsOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(sequence.GetGenericArguments()[0]).Invoke(null, [returned])!;
        return await items.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<List<object?>> ItemsOf<T>(IAsyncEnumerable<T> sequence)
    {
        var items = new List<object?>();
        await foreach (var item in sequence)
        {
            items.Add(item);
            if (items.Count == Most)
                break;
        }

        return items;
    }

    /// <summary>The secrets that the request shall carry, by the contract's security schemes.</summary>
    private static void SetCredentials(Api api, object options, ScenarioRequest request)
    {
        var schemes = (api.Document["components"]?["securitySchemes"] ?? api.Document["securityDefinitions"])?.AsObject();
        foreach (var (name, node) in schemes ?? [])
        {
            var property = options.GetType().GetProperties().FirstOrDefault(property => ArgumentBinder.Plain(property.Name) == ArgumentBinder.Plain(name));
            var scheme = api.Schemas.Resolve(node);
            var secret = scheme["type"]!.GetValue<string>() != "apiKey"
                ? request.Header("authorization") is { } text ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : null
                : scheme["in"]!.GetValue<string>() == "header" ? request.Header(scheme["name"]!.GetValue<string>())
                : request.Query.FirstOrDefault(pair => pair.Key == scheme["name"]!.GetValue<string>()).Value;
            if (property is not null && secret is not null)
                property.SetValue(options, Activator.CreateInstance(api.Runtime("Credential"), secret));
        }
    }
}
