namespace SyncGen.Projection;

/// <summary>The NuGet packages that hold the runtime, one for each thing that code may depend on.</summary>
internal static class RuntimePackages
{
    /// <summary>What models and clients need, which depends on nothing.</summary>
    public const string Core = PackagedRuntime.Name;

    /// <summary>What servers need besides: the ASP.NET Core framework.</summary>
    public const string Server = $"{Core}.AspNetCore";

    /// <summary>What registers clients: the package Microsoft.Extensions.Http.</summary>
    public const string DependencyInjection = $"{Core}.DependencyInjection";

    /// <summary>What completes OpenAPI documents: the package Microsoft.OpenApi.</summary>
    public const string OpenApi = $"{Core}.OpenApi";

    /// <summary>The file by which an output compiles with one version of its packages alone; none for a runtime that is no package.</summary>
    public static ImmutableArray<Declaration> Of(OuterRuntime? outerRuntime, EmitKinds emit)
    {
        if (outerRuntime is not PackagedRuntime runtime)
            return [];
        var packages = new List<string> { Core };
        if ((emit & EmitKinds.AnyServer) != 0)
            packages.Add(Server);
        if (emit.HasFlag(EmitKinds.DependencyInjection))
            packages.Add(DependencyInjection);
        if (emit.HasFlag(EmitKinds.OpenApi))
            packages.Add(OpenApi);
        var member = string.Concat(runtime.Version.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return [new RuntimePackage(Files.NameOf("Runtime", nameof(RuntimePackage)), runtime.Version, string.Join(", ", packages), $"Version_{member}")];
    }
}
