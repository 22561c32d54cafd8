using System.Text.Json.Serialization;
using Golden.Json;
using SyncGen.Runtime.Json;

namespace Golden;

/// <summary>A batch of the timeline.</summary>
[JsonConverter(typeof(JsonCodecConverter<TimelineBatch, TimelineBatchCodec>))]
public sealed partial record TimelineBatch : EventBatch
{
    /// <summary>Whether there are more events on the server</summary>
    public bool? Limited { get; init; }

    /// <summary>If the batch was limited then this is a token that can be supplied to the server to retrieve more events</summary>
    public string? PrevBatch { get; init; }
}
