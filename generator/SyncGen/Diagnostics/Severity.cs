namespace SyncGen.Diagnostics;

/// <summary>How much a diagnostic matters. Only <see cref="Error"/> stops the run.</summary>
internal enum Severity
{
    /// <summary>Not shown at all.</summary>
    None,

    /// <summary>Worth knowing; <c>--strict</c> does not change it.</summary>
    Info,

    /// <summary>The contract was read in its one sensible way; <c>--strict</c> makes it an error.</summary>
    Warning,

    /// <summary>Nothing is written.</summary>
    Error,
}
