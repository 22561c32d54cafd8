using System.Text.Json;
using MatrixApi;

namespace Homeserver.Controllers;

// The operations of this group that the homeserver lacks.
public sealed partial class ParticipationController
{
    public override Task<GetEventContextResult> GetEventContextAsync(string roomId, string eventId, long? limit, string? filter, CancellationToken cancellationToken) => Unrecognized.Answer<GetEventContextResult>();

    public override Task<GetRoomEventsResult> GetRoomEventsAsync(string roomId, GetRoomEventsDir dir, string? from, string? to, long? limit, string? filter, CancellationToken cancellationToken) => Unrecognized.Answer<GetRoomEventsResult>();

    public override Task<GetEventsResult> GetEventsAsync(string? from, long? timeout, CancellationToken cancellationToken) => Unrecognized.Answer<GetEventsResult>();

    public override Task<InitialSyncResult> InitialSyncAsync(long? limit, bool? archived, CancellationToken cancellationToken) => Unrecognized.Answer<InitialSyncResult>();

    public override Task<GetOneEventResult> GetOneEventAsync(string eventId, CancellationToken cancellationToken) => Unrecognized.Answer<GetOneEventResult>();

    public override Task<PeekEventsResult> PeekEventsAsync(string roomId, string? from, long? timeout, CancellationToken cancellationToken) => Unrecognized.Answer<PeekEventsResult>();

    public override Task<PostReceiptResult> PostReceiptAsync(string roomId, PostReceiptReceiptType receiptType, string eventId, PostReceiptRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<PostReceiptResult>();

    public override Task<RedactEventResult> RedactEventAsync(string roomId, string eventId, string txnId, RedactEventRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<RedactEventResult>();

    public override Task<GetEventByTimestampResult> GetEventByTimestampAsync(string roomId, long ts, GetEventByTimestampDir dir, CancellationToken cancellationToken) => Unrecognized.Answer<GetEventByTimestampResult>();

    public override Task<RoomInitialSyncResult> RoomInitialSyncAsync(string roomId, CancellationToken cancellationToken) => Unrecognized.Answer<RoomInitialSyncResult>();

    public override Task<SetRoomStateWithKeyResult> SetRoomStateWithKeyAsync(string roomId, string eventType, string stateKey, JsonElement body, CancellationToken cancellationToken) => Unrecognized.Answer<SetRoomStateWithKeyResult>();

    public override Task<GetOneRoomEventResult> GetOneRoomEventAsync(string roomId, string eventId, CancellationToken cancellationToken) => Unrecognized.Answer<GetOneRoomEventResult>();

    public override Task<GetRoomStateWithKeyResult> GetRoomStateWithKeyAsync(string roomId, string eventType, string stateKey, GetRoomStateWithKeyFormat? format, CancellationToken cancellationToken) => Unrecognized.Answer<GetRoomStateWithKeyResult>();

    public override Task<GetRoomStateResult> GetRoomStateAsync(string roomId, CancellationToken cancellationToken) => Unrecognized.Answer<GetRoomStateResult>();

    public override Task<GetMembersByRoomResult> GetMembersByRoomAsync(string roomId, string? at, GetMembersByRoomMembership? membership, GetMembersByRoomMembership? notMembership, CancellationToken cancellationToken) => Unrecognized.Answer<GetMembersByRoomResult>();

    public override Task<GetJoinedMembersByRoomResult> GetJoinedMembersByRoomAsync(string roomId, CancellationToken cancellationToken) => Unrecognized.Answer<GetJoinedMembersByRoomResult>();

    public override Task<SetTypingResult> SetTypingAsync(string userId, string roomId, SetTypingRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<SetTypingResult>();
}
