using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using SyncGen.Testing;

namespace SyncGen.Conformance;

/// <summary>The code of many groups in one assembly; the runtime files, which are the same for all, stand once.</summary>
internal sealed class CompiledGroups
{
    private const string Shared = "Suite";

    private readonly Assembly _assembly;
    private readonly HashSet<string> _failed;

    private CompiledGroups(Assembly assembly, HashSet<string> failed)
    {
        _assembly = assembly;
        _failed = failed;
    }

    public static CompiledGroups Compile(ImmutableArray<GroupCode> codes)
    {
        var runtime = codes
            .SelectMany(code => code.Files.Where(IsRuntime).Select(file => (Path: file.Path[(code.Group.Namespace.Length + 1)..], Text: file.Text.Replace(code.Group.Namespace, Shared, StringComparison.Ordinal))))
            .DistinctBy(file => file.Path)
            .ToArray();
        var failed = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var files = runtime.Concat(codes.Where(code => !failed.Contains(code.Group.Namespace)).SelectMany(CodeOf));
            var (stream, problems) = OutputCompiler.Emit(OutputCompiler.Compile(files, usesAspNetCore: false));
            if (problems.Count == 0)
                return new CompiledGroups(new AssemblyLoadContext("groups").LoadFromStream(stream), failed);
            var found = problems.Select(problem => problem.Location.SourceTree?.FilePath.Split('/')[0]).ToHashSet();
            if (!codes.Any(code => found.Contains(code.Group.Namespace) && failed.Add(code.Group.Namespace)))
                throw new InvalidOperationException(string.Join('\n', problems.Take(10)));
            foreach (var code in codes.Where(code => found.Contains(code.Group.Namespace)))
                failed.Add(code.Group.Namespace);
        }
    }

    /// <summary>What reading, validating and writing make of a value; null where the group's code does not compile.</summary>
    public Reading? Read(Group group, string json) => ReadHolder(group, $$"""{"v":{{json}}}""");

    /// <summary>The group's code compiles.</summary>
    public bool Has(Group group) => !_failed.Contains(group.Namespace);

    /// <summary>The same with the holder around the value.</summary>
    public Reading? ReadHolder(Group group, string json)
    {
        if (!Has(group))
            return null;
        var format = _assembly.GetType($"{group.Namespace}.Json.HolderCodec", throwOnError: true)!.GetProperty("Format")!.GetValue(null)!;
        var type = _assembly.GetType($"{group.Namespace}.Holder", throwOnError: true)!;
        var limits = _assembly.GetType($"{Shared}.Runtime.JsonLimits", throwOnError: true)!;
        try
        {
            var value = Invoke(format.GetType().GetMethod("Read", [typeof(string), limits])!, format, json, null);
            if (type.GetMethod("Validate", []) is { } validate && ((IEnumerable<object>)Invoke(validate, value)!).FirstOrDefault() is { } violation)
                return new Reading(null, violation.ToString()!);
            return new Reading((string)Invoke(format.GetType().GetMethod("ToText", [type])!, format, value)!, null);
        }
        catch (System.Text.Json.JsonException exception)
        {
            return new Reading(null, exception.Message);
        }
    }

    private static object? Invoke(MethodInfo method, object? target, params object?[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    /// <summary>A group's own files, which find the runtime where it stands once.</summary>
    private static IEnumerable<(string Path, string Text)> CodeOf(GroupCode code) => code.Files
        .Where(file => !IsRuntime(file))
        .Select(file => (file.Path, file.Text.Replace($"using {code.Group.Namespace}.Runtime", $"using {Shared}.Runtime", StringComparison.Ordinal)));

    private static bool IsRuntime((string Path, string Text) file) => file.Path.Contains("/Runtime/", StringComparison.Ordinal);
}

/// <summary>What became of a value.</summary>
/// <param name="Written">What was written back; null where the value is refused.</param>
/// <param name="Refusal">Why.</param>
internal sealed record Reading(string? Written, string? Refusal);
