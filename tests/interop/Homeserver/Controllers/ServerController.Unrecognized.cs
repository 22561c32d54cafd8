using MatrixApi;

namespace Homeserver.Controllers;

// The operations of this group that the homeserver lacks.
public sealed partial class ServerController
{
    public override Task<GetWhoIsResult> GetWhoIsAsync(string userId, CancellationToken cancellationToken) => Unrecognized.Answer<GetWhoIsResult>();

    public override Task<GetAdminSuspendUserResult> GetAdminSuspendUserAsync(string userId, CancellationToken cancellationToken) => Unrecognized.Answer<GetAdminSuspendUserResult>();

    public override Task<SetAdminSuspendUserResult> SetAdminSuspendUserAsync(string userId, SetAdminSuspendUserRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<SetAdminSuspendUserResult>();

    public override Task<GetAdminLockUserResult> GetAdminLockUserAsync(string userId, CancellationToken cancellationToken) => Unrecognized.Answer<GetAdminLockUserResult>();

    public override Task<SetAdminLockUserResult> SetAdminLockUserAsync(string userId, SetAdminLockUserRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<SetAdminLockUserResult>();

    public override Task<GetWellknownPolicyResult> GetWellknownPolicyAsync(CancellationToken cancellationToken) => Unrecognized.Answer<GetWellknownPolicyResult>();

    public override Task<GetWellknownSupportResult> GetWellknownSupportAsync(CancellationToken cancellationToken) => Unrecognized.Answer<GetWellknownSupportResult>();

    public override Task<GetWellknownResult> GetWellknownAsync(CancellationToken cancellationToken) => Unrecognized.Answer<GetWellknownResult>();
}
