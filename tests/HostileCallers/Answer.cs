using System.Text;
using System.Text.Json;

namespace SyncGen.HostileCallers;

/// <summary>What the server responded to.</summary>
internal sealed record Answer(int Status, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The errors of a problem: places with their messages.</summary>
    public IReadOnlyList<(string Place, int Count)> Errors
    {
        get
        {
            using var problem = JsonDocument.Parse(Body);
            return [.. problem.RootElement.GetProperty("errors").EnumerateObject().Select(error => (error.Name, error.Value.GetArrayLength()))];
        }
    }
}
