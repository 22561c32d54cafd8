using Features.Runtime;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Features;

/// <summary>What users name of the runtime is no type that the implicit usings of a web project bring as well.</summary>
public sealed class AmbiguityTests
{
    private static readonly string[] Implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Options",
    ];

    [Fact]
    public void Names_of_the_runtime_are_unambiguous_in_a_web_project()
    {
        var folders = new[] { typeof(object), typeof(FormFile) }.Select(type => Path.GetDirectoryName(type.Assembly.Location)!).Distinct();
        var theirs = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Select(file => System.Reflection.Assembly.Load(Path.GetFileNameWithoutExtension(file)))
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => Implicit.Contains(type.Namespace))
            .Select(type => type.Name)
            .ToHashSet(StringComparer.Ordinal);
        var ours = typeof(ApiException).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(ApiException).Namespace).Select(type => type.Name).ToList();

        Assert.Contains(nameof(FormFile), theirs);
        Assert.NotEmpty(ours);
        Assert.Empty(ours.Intersect(theirs));
    }
}
