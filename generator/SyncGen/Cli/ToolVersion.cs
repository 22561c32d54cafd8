using System.Reflection;

namespace SyncGen.Cli;

/// <summary>The version of this program.</summary>
internal static class ToolVersion
{
    /// <summary>As the packages have it, for example <c>1.2.0</c>.</summary>
    // The commit stands behind a plus sign.
    public static string Text { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
