using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Runtime;

/// <summary>Checks bodies against the constraints of their contract.</summary>
internal static class BodyConstraints
{
    /// <summary>What the value breaks; none when it is valid or the server does not check.</summary>
    public static IReadOnlyList<Violation> ViolationsOf(HttpContext httpContext, object? value) => value switch
    {
        _ when !ApiServerOptions.Of(httpContext).ChecksConstraints => [],
        IValidated validated => validated.Validate(),
        IEnumerable<IValidated?> items => [.. items.SelectMany(ViolationsOfItem)],
        _ => [],
    };

    private static IEnumerable<Violation> ViolationsOfItem(IValidated? value, int index) =>
        value?.Validate().Select(violation => violation with { Path = string.Create(CultureInfo.InvariantCulture, $"$[{index}]{violation.Path[1..]}") }) ?? [];
}
