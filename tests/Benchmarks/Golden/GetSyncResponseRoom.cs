using System.Text.Json.Serialization;
using Golden.Json;
using SyncGen.Runtime.Json;

namespace Golden;

/// <summary>A room of the response.</summary>
[JsonConverter(typeof(JsonCodecConverter<GetSyncResponseRoom, GetSyncResponseRoomCodec>))]
public sealed partial record GetSyncResponseRoom
{
    /// <summary>The ID of the room.</summary>
    public string? RoomId { get; init; }

    /// <summary>The state updates for the room.</summary>
    public EventBatch? State { get; init; }

    /// <summary>The timeline of messages and state changes in the room.</summary>
    public TimelineBatch? Timeline { get; init; }

    /// <summary>The ephemeral events in the room that aren't recorded in the timeline or state of the room. E.g. typing.</summary>
    public EventBatch? Ephemeral { get; init; }
}
