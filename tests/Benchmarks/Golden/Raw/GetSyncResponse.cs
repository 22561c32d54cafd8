using System.Collections.Generic;
using System.Text.Json.Serialization;
using Golden.Raw.Json;
using SyncGen.Runtime;
using SyncGen.Runtime.Json;

namespace Golden.Raw;

/// <summary>The initial snapshot or delta for the client to use to update their state.</summary>
[JsonConverter(typeof(JsonCodecConverter<GetSyncResponse, GetSyncResponseCodec>))]
public sealed partial record GetSyncResponse
{
    /// <summary>The batch token to supply in the <c>since</c> param of the next <c>/sync</c> request.</summary>
    public string? NextBatch { get; init; }

    /// <summary>A list of event objects that are referred to by index in the rest of the <c>sync</c> response.</summary>
    public IReadOnlyList<RawJson>? Events { get; init; }

    /// <summary>A list of rooms that the client needs to update.</summary>
    public IReadOnlyList<GetSyncResponseRoom>? Rooms { get; init; }

    /// <summary>The updates to publically visible user data.</summary>
    public EventBatch? PublicUserData { get; init; }

    /// <summary>Updates to the data which is private to the user but shared amoungst their devices.</summary>
    public EventBatch? PrivateUserData { get; init; }
}
