using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>Makes rooms that only the invited can join.</summary>
public sealed class RoomController(World world) : RoomCreationControllerBase
{
    public const string Version = "11";

    public override Task<CreateRoomResult> CreateRoomAsync(CreateRoomRequest body, CancellationToken cancellationToken)
    {
        var creator = User.Session();
        var roomId = world.CreateRoom(creator, StateOf(creator, body));
        return Task.FromResult<CreateRoomResult>(new CreateRoomResponse { RoomId = roomId });
    }

    private static IEnumerable<(string Type, string StateKey, object Content)> StateOf(Session creator, CreateRoomRequest body)
    {
        yield return ("m.room.create", "", new { room_version = Version });
        yield return ("m.room.member", creator.UserId, new { membership = "join" });
        yield return ("m.room.power_levels", "", new { users = new Dictionary<string, int> { [creator.UserId] = 100 } });
        yield return ("m.room.join_rules", "", new { join_rule = "invite" });
        foreach (var state in body.InitialState ?? [])
            yield return (state.Type, state.StateKey ?? "", state.Content);
        if (body.Name is { } name)
            yield return ("m.room.name", "", new { name });
        if (body.Topic is { } topic)
            yield return ("m.room.topic", "", new { topic });
        foreach (var guest in body.Invite ?? [])
            yield return ("m.room.member", guest, new { membership = "invite" });
    }
}
