namespace SyncGen.Cli;

/// <summary>Where the runtime of the generated code stands.</summary>
internal enum RuntimeKind
{
    /// <summary>In the output, as far as it is needed there.</summary>
    Copy,

    /// <summary>In a folder that several outputs share.</summary>
    Shared,

    /// <summary>In NuGet packages.</summary>
    Package,
}
