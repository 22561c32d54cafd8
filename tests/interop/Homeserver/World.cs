using System.Globalization;
using System.Text.Json;
using MatrixApi;

namespace Homeserver;

/// <summary>Everything the homeserver knows. One lock guards it all; whoever waits for news is woken by each change.</summary>
public sealed class World(string password, string domain)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Session> _sessions = [];
    private readonly Dictionary<string, Room> _rooms = [];
    private readonly Dictionary<(string UserId, string Type), (long Position, JsonElement Content)> _accountData = [];
    private readonly Dictionary<(string UserId, string FilterId), SyncFilter> _filters = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;

    /// <summary>Null when the password is wrong.</summary>
    public Session? Login(string user, string given, string? deviceId)
    {
        if (given != password)
            return null;
        var session = new Session(Guid.NewGuid().ToString("N"), $"@{user}:{domain}", deviceId ?? Guid.NewGuid().ToString("N")[..10]);
        lock (_gate)
            _sessions.Add(session.Token, session);
        return session;
    }

    public Session? FindSession(string token)
    {
        lock (_gate)
            return _sessions.GetValueOrDefault(token);
    }

    public void Logout(Func<Session, bool> isEnding)
    {
        lock (_gate)
        {
            foreach (var session in _sessions.Values.Where(isEnding).ToArray())
                _sessions.Remove(session.Token);
        }
    }

    public string AddFilter(string userId, SyncFilter filter)
    {
        lock (_gate)
        {
            var id = (_filters.Count + 1).ToString(CultureInfo.InvariantCulture);
            _filters.Add((userId, id), filter);
            return id;
        }
    }

    public SyncFilter? FindFilter(string userId, string filterId)
    {
        lock (_gate)
            return _filters.GetValueOrDefault((userId, filterId));
    }

    public void SetAccountData(string userId, string type, JsonElement content)
    {
        lock (_gate)
        {
            _accountData[(userId, type)] = (++_position, content.Clone());
            Announce();
        }
    }

    public JsonElement? FindAccountData(string userId, string type)
    {
        lock (_gate)
            return _accountData.TryGetValue((userId, type), out var data) ? data.Content : null;
    }

    /// <summary>Makes a room with the events that its creator wants in it.</summary>
    public string CreateRoom(Session creator, IEnumerable<(string Type, string StateKey, object Content)> state)
    {
        lock (_gate)
        {
            var room = new Room($"!{Guid.NewGuid():N}:{domain}");
            _rooms.Add(room.Id, room);
            foreach (var (type, stateKey, content) in state)
                Add(room, creator, type, stateKey, JsonSerializer.SerializeToElement(content), null);
            Announce();
            return room.Id;
        }
    }

    /// <summary>False when there is no such room, or no invitation to it.</summary>
    public bool Join(Session session, string roomId)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(roomId, out var room) || room.MembershipOf(session.UserId) is null)
                return false;
            if (!room.IsMember(session.UserId, "join"))
                Add(room, session, "m.room.member", session.UserId, JsonSerializer.SerializeToElement(new { membership = "join" }), null);
            Announce();
            return true;
        }
    }

    public IReadOnlyList<string> JoinedRooms(string userId)
    {
        lock (_gate)
            return [.. _rooms.Values.Where(room => room.IsMember(userId, "join")).Select(room => room.Id)];
    }

    /// <summary>The event's id, the same one when a device sends it again; null when the sender is no member.</summary>
    public string? Send(Session session, string roomId, string type, string transactionId, JsonElement content)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(roomId, out var room) || !room.IsMember(session.UserId, "join"))
                return null;
            var sent = room.Events.FirstOrDefault(roomEvent => roomEvent.Device == session && roomEvent.TransactionId == transactionId)
                ?? Add(room, session, type, null, content.Clone(), transactionId);
            Announce();
            return sent.EventId;
        }
    }

    /// <summary>Responses when there is news after a position or the time is up; without a position, at once.</summary>
    public async Task<SyncResponse> SyncAsync(Session session, long? since, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        while (true)
        {
            Task news;
            SyncFeed feed;
            lock (_gate)
            {
                news = _news.Task;
                feed = new SyncFeed(session, since ?? 0, _position, [.. _rooms.Values], AccountDataOf(session.UserId));
            }

            if (since is null || feed.HasNews || limit.IsCancellationRequested)
                return feed.ToResponse();
            try
            {
                await news.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return feed.ToResponse();
            }
        }
    }

    private List<(long Position, Event Event)> AccountDataOf(string userId) =>
    [
        .. _accountData
            .Where(data => data.Key.UserId == userId)
            .Select(data => (data.Value.Position, new Event { Type = data.Key.Type, Content = data.Value.Content })),
    ];

    private RoomEvent Add(Room room, Session session, string type, string? stateKey, JsonElement content, string? transactionId)
    {
        var roomEvent = new RoomEvent(++_position, $"${Guid.NewGuid():N}", type, session.UserId, stateKey, content, DateTimeOffset.UtcNow, session, transactionId);
        room.Add(roomEvent);
        return roomEvent;
    }

    private void Announce()
    {
        _news.SetResult();
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
