using System.Collections.Generic;
using System.Text.Json.Serialization;
using Golden.Json;
using SyncGen.Runtime.Json;

namespace Golden;

/// <summary>A batch of events.</summary>
[JsonConverter(typeof(JsonCodecConverter<EventBatch, EventBatchCodec>))]
public partial record EventBatch
{
    /// <summary>List of indicies into an events array</summary>
    public IReadOnlyList<long>? Events { get; init; }
}
