namespace SyncGen.Bundling;

/// <summary>Tells JSON media types from others.</summary>
internal static class MediaTypes
{
    /// <summary><c>application/json</c> or a <c>+json</c> type, with or without parameters.</summary>
    public static bool IsJson(string mediaType)
    {
        var type = mediaType.AsSpan();
        if (type.IndexOf(';') is var end and >= 0)
            type = type[..end];
        type = type.Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
