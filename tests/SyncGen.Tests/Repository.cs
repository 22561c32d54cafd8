using System.Runtime.CompilerServices;

namespace SyncGen.Tests;

/// <summary>Where things stand in the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Cases => At("tests", "cases");

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(thisFile, "..", "..", ".."));
}
