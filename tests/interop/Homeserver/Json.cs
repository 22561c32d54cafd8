using System.Text.Json;

namespace Homeserver;

/// <summary>The empty object that many operations answer.</summary>
internal static class Json
{
    public static JsonElement Empty { get; } = JsonElement.Parse("{}");
}
