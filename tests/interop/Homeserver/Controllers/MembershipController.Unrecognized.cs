using MatrixApi;

namespace Homeserver.Controllers;

// The operations of this group that the homeserver lacks.
public sealed partial class MembershipController
{
    public override Task<BanResult> BanAsync(string roomId, BanRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<BanResult>();

    public override Task<UnbanResult> UnbanAsync(string roomId, UnbanRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<UnbanResult>();

    public override Task<InviteUserResult> InviteUserAsync(string roomId, InviteUserRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<InviteUserResult>();

    public override Task<KickResult> KickAsync(string roomId, KickRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<KickResult>();

    public override Task<KnockRoomResult> KnockRoomAsync(string roomIdOrAlias, KnockRoomRequest body, IReadOnlyList<string>? via, CancellationToken cancellationToken) => Unrecognized.Answer<KnockRoomResult>();

    public override Task<LeaveRoomResult> LeaveRoomAsync(string roomId, LeaveRoomRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<LeaveRoomResult>();

    public override Task<ForgetRoomResult> ForgetRoomAsync(string roomId, CancellationToken cancellationToken) => Unrecognized.Answer<ForgetRoomResult>();

    public override Task<InviteBy3PIDResult> InviteBy3PIDAsync(string roomId, Invite3pid body, CancellationToken cancellationToken) => Unrecognized.Answer<InviteBy3PIDResult>();
}
