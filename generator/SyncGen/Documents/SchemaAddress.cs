namespace SyncGen.Documents;

/// <summary>The addresses that schemas give themselves by <c>$id</c>.</summary>
internal static class SchemaAddress
{
    /// <summary>Resolves an address against the one around it; without fragment, as it names a whole schema.</summary>
    public static string Combine(string? baseAddress, string address)
    {
        var whole = address.Split('#')[0];
        return Uri.TryCreate(baseAddress, UriKind.Absolute, out var baseUri) && Uri.TryCreate(baseUri, whole, out var combined)
            ? combined.AbsoluteUri
            : whole;
    }
}
