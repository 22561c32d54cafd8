using System.Text.Json;

namespace SyncGen.Benchmarks;

/// <summary>The least that reading can cost: every token is found, nothing is kept.</summary>
internal static class Floor
{
    public static int CountTokens(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
