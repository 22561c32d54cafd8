using System.Text.Json;

namespace Homeserver;

/// <summary>The empty object that many operations response.</summary>
internal static class Json
{
    public static JsonElement Empty { get; } = JsonElement.Parse("{}");
}
