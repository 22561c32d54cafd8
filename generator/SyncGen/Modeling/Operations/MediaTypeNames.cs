using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Names of media types.</summary>
internal static class MediaTypeNames
{
    /// <summary>Swagger 2.0's lists of media types: those that are some, each once.</summary>
    public static ImmutableArray<string> Read(ContractReader reader, Location parent, string keyword)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var name in reader.Texts(parent, keyword))
        {
            if (IsValid(name))
                names.Add(Normalize(name));
            else
                reader.Report(ModelingRules.InvalidMediaType, parent.Child(keyword)!.Value.Node.Span, name);
        }
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A type, a slash and a subtype, either of which may be a star, and parameters of printable ASCII.</summary>
    public static bool IsValid(string name)
    {
        var essence = name.Split(';')[0].Trim();
        var slash = essence.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && HeaderName.IsToken(essence[..slash]) && HeaderName.IsToken(essence[(slash + 1)..])
            && name.All(character => character is >= ' ' and <= '~');
    }

    /// <summary>The body has fields or parts.</summary>
    public static bool IsForm(string name) =>
        Normalize(name) is var normal && (normal.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) || normal.StartsWith("multipart/", StringComparison.Ordinal));

    /// <summary>The media type without its parameters.</summary>
    public static string EssenceOf(string name) => Normalize(name.Split(';')[0]);

    /// <summary>The body is a sequence of JSON texts.</summary>
    public static bool IsJsonSequence(string name) => EssenceOf(name) is "application/jsonl" or "application/x-jsonl" or "application/ndjson" or "application/x-ndjson"
        or "application/json-seq" or "application/jsonlines" or "application/x-json-stream";

    /// <summary>The body is a sequence of server-sent events.</summary>
    public static bool IsEvents(string name) => EssenceOf(name) == "text/event-stream";

    /// <summary>The text is JSON.</summary>
    public static bool IsJson(string name) => EssenceOf(name) is var essence && (essence == "application/json" || essence.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>The body has parts.</summary>
    public static bool IsMultipart(string name) => Normalize(name).StartsWith("multipart/", StringComparison.Ordinal);

    public static string Normalize(string name) => name.Trim().ToLowerInvariant();
}
