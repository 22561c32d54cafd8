using System.Text.Json;

namespace SyncGen.Benchmarks;

/// <summary>The least that reading can cost.</summary>
internal static class Floor
{
    /// <summary>Every token is found, nothing is kept.</summary>
    public static int CountTokens(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    /// <summary>Every text that is a value becomes a string, as any model has it; nothing else is kept.</summary>
    public static int MakeStrings(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var length = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                length += reader.GetString()!.Length;
        }

        return length;
    }
}
