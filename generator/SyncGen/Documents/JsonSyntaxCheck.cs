using System.Text.Json;

namespace SyncGen.Documents;

/// <summary>Whether a text is JSON from start to end.</summary>
internal static class JsonSyntaxCheck
{
    public static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DocumentLimits.Depth + 1 });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
