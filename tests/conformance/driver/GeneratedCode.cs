using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using SyncGen.Testing;

namespace SyncGen.ForeignServers;

/// <summary>The code of many contracts in one assembly, over one runtime.</summary>
internal sealed class GeneratedCode
{
    public const string RuntimeNamespace = "Foreign.Runtime";

    private GeneratedCode(ImmutableArray<Api> apis, ImmutableArray<string> refused, IReadOnlyList<Diagnostic> problems)
    {
        Apis = apis;
        Refused = refused;
        Problems = [.. problems.Select(problem => problem.ToString())];
    }

    public ImmutableArray<Api> Apis { get; }

    /// <summary>The contracts that the generator refuses, each with its first error.</summary>
    public ImmutableArray<string> Refused { get; }

    /// <summary>The errors and warnings of the compiler.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>The operation that a scenario's request is for. Of several versions of a contract the one that the path names counts, else the last.</summary>
    public (ApiOperation Operation, string BasePath, IReadOnlyDictionary<string, string> PathValues)? Find(Scenario scenario, ScenarioRequest request) => Apis
        .Where(api => api.Contract.Spec == scenario.Spec)
        .Reverse()
        .OrderByDescending(api => request.Path.StartsWith(api.BasePath + "/", StringComparison.Ordinal))
        .Select(api => api.Find(request.Method, request.Path))
        .FirstOrDefault(match => match is not null);

    /// <summary>Generates and compiles every contract of a folder.</summary>
    public static GeneratedCode Compile(string folder, SearchOption depth)
    {
        var contracts = Directory.EnumerateFiles(folder, "*.json", depth)
            .Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(file => GeneratedContract.Generate(Path.ChangeExtension(Path.GetRelativePath(folder, file), null), file))
            .ToImmutableArray();
        var accepted = contracts.Where(contract => !contract.Files.IsEmpty).ToImmutableArray();
        var options = GeneratedContract.OptionsFor(accepted[0].File, "Foreign");
        var runtime = Pipeline.GenerateRuntime((SharedRuntime)options.Runtime!, options, []).Select(file => ($"Runtime/{file.Path}", file.Text));
        var compilation = HandlerSource.AddTo(
            OutputCompiler.Compile(runtime.Concat(accepted.SelectMany(contract => contract.Files)), usesAspNetCore: true),
            accepted.Select(contract => contract.Namespace));
        var (stream, problems) = OutputCompiler.Emit(compilation.WithOptions(compilation.Options.WithConcurrentBuild(true)));
        if (problems.Any(problem => problem.Severity == DiagnosticSeverity.Error))
            throw new InvalidOperationException(string.Join('\n', problems.Take(20)));
        var assembly = new AssemblyLoadContext("generated").LoadFromStream(stream);
        return new GeneratedCode(
            [.. accepted.Select(contract => new Api(contract, assembly))],
            [.. contracts.Where(contract => contract.Files.IsEmpty).Select(contract => $"{contract.Name}: {contract.Told.FirstOrDefault(text => text.Contains("error", StringComparison.Ordinal))}")],
            problems);
    }
}
