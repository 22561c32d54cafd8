using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SyncGen.Benchmarks.Peers;

/// <summary>The same members as the generated record, read and written by System.Text.Json's source generator.</summary>
internal sealed record SourceGeneratedResponse
{
    [JsonPropertyName("next_batch")]
    public string? NextBatch { get; init; }

    [JsonPropertyName("events")]
    public IReadOnlyList<JsonElement>? Events { get; init; }

    [JsonPropertyName("rooms")]
    public IReadOnlyList<SourceGeneratedRoom>? Rooms { get; init; }

    [JsonPropertyName("public_user_data")]
    public SourceGeneratedBatch? PublicUserData { get; init; }

    [JsonPropertyName("private_user_data")]
    public SourceGeneratedBatch? PrivateUserData { get; init; }
}

/// <summary>A room.</summary>
internal sealed record SourceGeneratedRoom
{
    [JsonPropertyName("room_id")]
    public string? RoomId { get; init; }

    [JsonPropertyName("state")]
    public SourceGeneratedBatch? State { get; init; }

    [JsonPropertyName("timeline")]
    public SourceGeneratedTimeline? Timeline { get; init; }

    [JsonPropertyName("ephemeral")]
    public SourceGeneratedBatch? Ephemeral { get; init; }
}

/// <summary>A batch.</summary>
internal record SourceGeneratedBatch
{
    [JsonPropertyName("events")]
    public IReadOnlyList<long>? Events { get; init; }
}

/// <summary>A timeline.</summary>
internal sealed record SourceGeneratedTimeline : SourceGeneratedBatch
{
    [JsonPropertyName("limited")]
    public bool? Limited { get; init; }

    [JsonPropertyName("prev_batch")]
    public string? PrevBatch { get; init; }
}

/// <summary>What the source generator makes of the records, absent members not written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SourceGeneratedResponse))]
internal sealed partial class SourceGeneratedContext : JsonSerializerContext;
