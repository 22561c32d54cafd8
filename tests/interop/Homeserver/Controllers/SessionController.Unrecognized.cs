using MatrixApi;

namespace Homeserver.Controllers;

// The operations of this group that the homeserver lacks.
public sealed partial class SessionController
{
    public override Task<GenerateLoginTokenResult> GenerateLoginTokenAsync(GenerateLoginTokenRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<GenerateLoginTokenResult>();

    public override Task<GetAuthMetadataResult> GetAuthMetadataAsync(CancellationToken cancellationToken) => Unrecognized.Answer<GetAuthMetadataResult>();

    public override Task<RedirectToSSOResult> RedirectToSSOAsync(string redirectUrl, RedirectToSSOAction? action, CancellationToken cancellationToken) => Unrecognized.Answer<RedirectToSSOResult>();

    public override Task<RedirectToIdPResult> RedirectToIdPAsync(string idpId, string redirectUrl, RedirectToSSOAction? action, CancellationToken cancellationToken) => Unrecognized.Answer<RedirectToIdPResult>();
}
