using System;
using System.Linq;

namespace SyncGen.Benchmarks;

/// <summary>Arguments of the command line that are no options: sizes, and values by name.</summary>
internal static class Arguments
{
    /// <summary>What follows <c>name=</c>, or null where it is not given.</summary>
    public static string? ValueOf(string[] arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    /// <summary>The numbers.</summary>
    public static int[] Sizes(string[] arguments) => [.. arguments.Where(argument => argument.All(char.IsAsciiDigit)).Select(int.Parse)];
}
