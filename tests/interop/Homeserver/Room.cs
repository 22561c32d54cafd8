using System.Text.Json;

namespace Homeserver;

/// <summary>Something that happened in a room.</summary>
/// <param name="Position">Its place in the order of everything that happens.</param>
/// <param name="TransactionId">What the sending device called it.</param>
internal sealed record RoomEvent(
    long Position,
    string EventId,
    string Type,
    string Sender,
    string? StateKey,
    JsonElement Content,
    DateTimeOffset Time,
    Session? Device,
    string? TransactionId);

/// <summary>A room: its events in order.</summary>
internal sealed class Room(string id)
{
    private readonly List<RoomEvent> _events = [];

    public string Id { get; } = id;

    public IReadOnlyList<RoomEvent> Events => _events;

    public void Add(RoomEvent roomEvent) => _events.Add(roomEvent);

    /// <summary>The last membership event of a user.</summary>
    public RoomEvent? MembershipOf(string userId) => _events.FindLast(roomEvent => roomEvent.Type == "m.room.member" && roomEvent.StateKey == userId);

    public bool IsMember(string userId, string membership) =>
        MembershipOf(userId)?.Content.GetProperty("membership").GetString() == membership;

    /// <summary>The state as it was before an event.</summary>
    public IEnumerable<RoomEvent> StateBefore(long position) => _events
        .Where(roomEvent => roomEvent.StateKey is not null && roomEvent.Position < position)
        .GroupBy(roomEvent => (roomEvent.Type, roomEvent.StateKey))
        .Select(changes => changes.Last());
}
