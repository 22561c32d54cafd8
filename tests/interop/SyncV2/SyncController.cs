using System.Text.Json;

namespace SyncV2;

/// <summary>Knows one room with one message; whoever already knows it gets nothing new.</summary>
public sealed class SyncController : SyncControllerBase
{
    private const string Latest = "s1";

    public override async Task<GetSyncResult> GetSyncAsync(string? filter, string? since, long? timeout, CancellationToken cancellationToken)
    {
        if (since != Latest)
            return Snapshot();
        await Task.Delay(TimeSpan.FromMilliseconds(timeout ?? 0), cancellationToken);
        return new GetSyncResponse { NextBatch = Latest, Events = [], Rooms = [] };
    }

    private static GetSyncResponse Snapshot() => new()
    {
        NextBatch = Latest,
        Events = [JsonElement.Parse("""{ "type": "m.room.message", "sender": "@bob:example.com", "content": { "body": "I am a fish" } }""")],
        Rooms =
        [
            new GetSyncResponseRoom
            {
                RoomId = "!726s6s6q:example.com",
                State = new EventBatch { Events = [] },
                Timeline = new TimelineBatch { Events = [0], Limited = true, PrevBatch = "s0" },
                Ephemeral = new EventBatch { Events = [] },
            },
        ],
        PrivateUserData = new EventBatch { Events = [] },
        PublicUserData = new EventBatch { Events = [] },
    };
}
