using System.Globalization;
using MatrixApi;

namespace Homeserver;

/// <summary>What one device gets to know by one sync. Rooms are read while the world's lock is held.</summary>
internal sealed class SyncFeed
{
    private const int TimelineLimit = 50;

    private readonly Session _session;
    private readonly long _position;
    private readonly Dictionary<string, JoinedRoom> _joined;
    private readonly Dictionary<string, InvitedRoom> _invited;
    private readonly Event[] _accountData;

    public SyncFeed(Session session, long since, long position, IReadOnlyList<Room> rooms, IReadOnlyList<(long Position, Event Event)> accountData)
    {
        _session = session;
        _position = position;
        _joined = rooms
            .Where(room => room.IsMember(session.UserId, "join") && room.Events[^1].Position > since)
            .ToDictionary(room => room.Id, room => Join(room, since));
        _invited = rooms
            .Where(room => room.IsMember(session.UserId, "invite") && room.MembershipOf(session.UserId)!.Position > since)
            .ToDictionary(room => room.Id, Invite);
        _accountData = [.. accountData.Where(data => data.Position > since).Select(data => data.Event)];
    }

    public bool HasNews => _joined.Count + _invited.Count + _accountData.Length > 0;

    /// <summary>Where the next sync goes on.</summary>
    public static long? PositionOf(string? token) =>
        token is ['s', .. var digits] && long.TryParse(digits, CultureInfo.InvariantCulture, out var position) ? position : null;

    public SyncResponse ToResponse() => new()
    {
        NextBatch = TokenOf(_position),
        AccountData = new EventBatch { Events = _accountData },
        Rooms = new Rooms { Join = _joined, Invite = _invited },
    };

    private static string TokenOf(long position) => string.Create(CultureInfo.InvariantCulture, $"s{position}");

    /// <summary>Whoever joins sees the room from its beginning.</summary>
    private JoinedRoom Join(Room room, long since)
    {
        var start = room.MembershipOf(_session.UserId)!.Position > since ? 0 : since;
        var events = room.Events.Where(roomEvent => roomEvent.Position > start).TakeLast(TimelineLimit).ToArray();
        return new JoinedRoom
        {
            State = new StateEventBatch { Events = [.. room.StateBefore(events[0].Position).Where(state => state.Position > start).Select(ToClientEvent)] },
            Timeline = new TimelineBatch
            {
                Events = [.. events.Select(ToClientEvent)],
                Limited = room.Events.Count(roomEvent => roomEvent.Position > start) > events.Length,
                PrevBatch = TokenOf(events[0].Position - 1),
            },
            UnreadNotifications = new UnreadNotificationCounts { NotificationCount = 0, HighlightCount = 0 },
        };
    }

    private InvitedRoom Invite(Room room) => new()
    {
        InviteState = new InviteState
        {
            Events =
            [
                .. room.StateBefore(long.MaxValue)
                    .Where(state => state.Type is "m.room.create" or "m.room.name" or "m.room.join_rules" || state.StateKey == _session.UserId)
                    .Select(state => new StrippedState { Type = state.Type, StateKey = state.StateKey!, Sender = state.Sender, Content = state.Content }),
            ],
        },
    };

    /// <summary>Only the device that sent an event is told what it called it.</summary>
    private ClientEventWithoutRoomId ToClientEvent(RoomEvent roomEvent) => new()
    {
        EventId = roomEvent.EventId,
        Type = roomEvent.Type,
        Sender = roomEvent.Sender,
        StateKey = roomEvent.StateKey,
        OriginServerTs = roomEvent.Time.ToUnixTimeMilliseconds(),
        Content = roomEvent.Content,
        Unsigned = roomEvent.Device == _session && roomEvent.TransactionId is { } transactionId
            ? new ClientEventWithoutRoomIdUnsigned { TransactionId = transactionId }
            : null,
    };
}
