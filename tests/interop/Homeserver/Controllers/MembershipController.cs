using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>Joins rooms and lists them.</summary>
public sealed partial class MembershipController(World world) : RoomMembershipControllerBase
{
    public override Task<JoinRoomByIdResult> JoinRoomByIdAsync(string roomId, JoinRoomByIdRequest body, CancellationToken cancellationToken) =>
        Task.FromResult(world.Join(User.Session(), roomId)
            ? JoinRoomByIdResult.Ok(new JoinRoomByIdResponse { RoomId = roomId })
            : JoinRoomByIdResult.Forbidden(Errors.Of("M_FORBIDDEN", "You are not invited.")));

    public override Task<JoinRoomResult> JoinRoomAsync(
        string roomIdOrAlias,
        JoinRoomRequest body,
        IReadOnlyList<string>? via,
        CancellationToken cancellationToken) =>
        Task.FromResult(world.Join(User.Session(), roomIdOrAlias)
            ? JoinRoomResult.Ok(new JoinRoomResponse { RoomId = roomIdOrAlias })
            : JoinRoomResult.Forbidden(Errors.Of("M_FORBIDDEN", "You are not invited.")));

    public override Task<GetJoinedRoomsResult> GetJoinedRoomsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<GetJoinedRoomsResult>(new GetJoinedRoomsResponse { JoinedRooms = world.JoinedRooms(User.Session().UserId) });
}
