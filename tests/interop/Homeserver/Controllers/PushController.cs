using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>Nobody is notified of anything.</summary>
public sealed partial class PushController : PushNotificationsControllerBase
{
    private static readonly PushRuleset _none = new() { Content = [], Override = [], Room = [], Sender = [], Underride = [] };

    public override Task<GetPushRulesResult> GetPushRulesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<GetPushRulesResult>(new GetPushRulesResponse { Global = _none });

    public override Task<GetPushRulesGlobalResult> GetPushRulesGlobalAsync(CancellationToken cancellationToken) =>
        Task.FromResult<GetPushRulesGlobalResult>(_none);
}
