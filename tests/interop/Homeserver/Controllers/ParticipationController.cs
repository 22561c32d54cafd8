using System.Text.Json;
using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>Sends messages and delivers them.</summary>
public sealed partial class ParticipationController(World world) : RoomParticipationControllerBase
{
    private static readonly TimeSpan _longestPoll = TimeSpan.FromSeconds(30);

    public override Task<DefineFilterResult> DefineFilterAsync(string userId, SyncFilter body, CancellationToken cancellationToken) =>
        Task.FromResult<DefineFilterResult>(new DefineFilterResponse { FilterId = world.AddFilter(User.Session().UserId, body) });

    public override Task<GetFilterResult> GetFilterAsync(string userId, string filterId, CancellationToken cancellationToken) =>
        Task.FromResult(world.FindFilter(userId, filterId) is { } filter ? GetFilterResult.Ok(filter) : GetFilterResult.NotFound());

    public override Task<SendMessageResult> SendMessageAsync(string roomId, string eventType, string txnId, JsonElement body, CancellationToken cancellationToken) =>
        Task.FromResult(world.Send(User.Session(), roomId, eventType, txnId, body) is { } eventId
            ? SendMessageResult.Ok(new SendMessageResponse { EventId = eventId })
            : SendMessageResult.BadRequest(Errors.Of("M_FORBIDDEN", "You are no member of the room.")));

    public override async Task<SyncResult> SyncAsync(
        string? filter,
        string? since,
        bool? fullState,
        SyncSetPresence? setPresence,
        long? timeout,
        bool? useStateAfter,
        CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromMilliseconds(Math.Clamp(timeout ?? 0, 0, (long)_longestPoll.TotalMilliseconds));
        return await world.SyncAsync(User.Session(), SyncFeed.PositionOf(since), limit, cancellationToken);
    }
}
