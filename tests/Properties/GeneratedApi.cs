using System.Reflection;
using System.Runtime.Loader;
using SyncGen.Cli;
using SyncGen.Diagnostics;
using SyncGen.Testing;

namespace SyncGen.Properties;

/// <summary>The code that the generator made of a contract, compiled and loaded.</summary>
internal sealed class GeneratedApi
{
    private const string Namespace = "Sample";

    private readonly object _format;
    private readonly MethodInfo _read;
    private readonly MethodInfo _write;
    private readonly MethodInfo? _validate;

    private GeneratedApi(Assembly assembly)
    {
        Root = assembly.GetType($"{Namespace}.{RandomContract.RootName}", throwOnError: true)!;
        var codec = assembly.GetType($"{Namespace}.Json.{RandomContract.RootName}Codec", throwOnError: true)!;
        _format = codec.GetProperty("Format")!.GetValue(null)!;
        var limits = assembly.GetType($"{Namespace}.Runtime.JsonLimits", throwOnError: true)!;
        _read = _format.GetType().GetMethod("Read", [typeof(string), limits])!;
        _write = _format.GetType().GetMethod("ToText", [Root])!;
        _validate = Root.GetMethod("Validate", []);
    }

    /// <summary>The type through which every schema is reached.</summary>
    public Type Root { get; }

    /// <summary>Generates, compiles without a warning, and loads.</summary>
    public static GeneratedApi Make(RandomContract contract)
    {
        var files = Generate(contract);
        var (assembly, problems) = OutputCompiler.Emit(OutputCompiler.Compile(files, usesAspNetCore: false));
        if (problems.Count > 0)
            throw new PropertyException($"The output does not compile:\n{string.Join('\n', problems.Take(10))}\n{TextsOf(files, problems.Select(problem => problem.Location.SourceTree?.FilePath))}");
        // Assemblies that can be unloaded now and then crashed the runtime (10.0.12) under many threads; users have none either.
        return new GeneratedApi(new AssemblyLoadContext("random contract").LoadFromStream(assembly));
    }

    /// <exception cref="System.Text.Json.JsonException">The text is not the JSON of a root.</exception>
    public object Read(string json) => _read.Invoke(_format, BindingFlags.DoNotWrapExceptions, null, [json, null], null)!;

    public string Write(object value) => (string)_write.Invoke(_format, BindingFlags.DoNotWrapExceptions, null, [value], null)!;

    /// <summary>What <c>Validate</c> finds; nothing where no schema has a constraint.</summary>
    public string[] Validate(object value) =>
        [.. ((IEnumerable<object>?)_validate?.Invoke(value, BindingFlags.DoNotWrapExceptions, null, [], null) ?? []).Select(violation => violation.ToString()!)];

    private static (string Path, string Text)[] Generate(RandomContract contract)
    {
        var folder = Directory.CreateTempSubdirectory("syncgen-properties-").FullName;
        try
        {
            var path = Path.Combine(folder, "contract.json");
            File.WriteAllText(path, contract.Text);
            var diagnostics = new DiagnosticBag();
            var options = new Options([path], folder, folder, Namespace, null, EmitKinds.Models, [], contract.Style, ImmutableDictionary<string, SourceFile>.Empty, DiagnosticSettings.Default, false);
            if (Pipeline.Generate(options, diagnostics) is { } files)
                return [.. files.Select(file => (file.Path, file.Text))];
            throw new PropertyException($"The contract is refused:\n{string.Join('\n', diagnostics.ToImmutable().Select(diagnostic => DiagnosticFormatter.Format(diagnostic, file => file.Path)))}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string TextsOf((string Path, string Text)[] files, IEnumerable<string?> wanted) =>
        string.Join('\n', files.Where(file => wanted.Contains(file.Path)).Take(2).Select(file => $"--- {file.Path}\n{file.Text}"));
}
