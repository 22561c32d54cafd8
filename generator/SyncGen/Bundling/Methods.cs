using System.Collections.Frozen;

namespace SyncGen.Bundling;

/// <summary>The members of a path item that are operations.</summary>
internal static class Methods
{
    private static readonly FrozenSet<string> _names = FrozenSet.Create(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

    public static bool Contains(string name) => _names.Contains(name);
}
