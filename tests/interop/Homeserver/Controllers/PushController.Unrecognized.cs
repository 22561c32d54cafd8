using MatrixApi;

namespace Homeserver.Controllers;

// The operations of this group that the homeserver lacks.
public sealed partial class PushController
{
    public override Task<GetNotificationsResult> GetNotificationsAsync(string? from, long? limit, string? only, CancellationToken cancellationToken) => Unrecognized.Answer<GetNotificationsResult>();

    public override Task<GetPushersResult> GetPushersAsync(CancellationToken cancellationToken) => Unrecognized.Answer<GetPushersResult>();

    public override Task<PostPusherResult> PostPusherAsync(PostPusherRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<PostPusherResult>();

    public override Task<GetPushRuleResult> GetPushRuleAsync(GetPushRuleKind kind, string ruleId, CancellationToken cancellationToken) => Unrecognized.Answer<GetPushRuleResult>();

    public override Task<DeletePushRuleResult> DeletePushRuleAsync(GetPushRuleKind kind, string ruleId, CancellationToken cancellationToken) => Unrecognized.Answer<DeletePushRuleResult>();

    public override Task<SetPushRuleResult> SetPushRuleAsync(GetPushRuleKind kind, string ruleId, SetPushRuleRequest body, string? before, string? after, CancellationToken cancellationToken) => Unrecognized.Answer<SetPushRuleResult>();

    public override Task<IsPushRuleEnabledResult> IsPushRuleEnabledAsync(GetPushRuleKind kind, string ruleId, CancellationToken cancellationToken) => Unrecognized.Answer<IsPushRuleEnabledResult>();

    public override Task<SetPushRuleEnabledResult> SetPushRuleEnabledAsync(GetPushRuleKind kind, string ruleId, SetPushRuleEnabledRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<SetPushRuleEnabledResult>();

    public override Task<GetPushRuleActionsResult> GetPushRuleActionsAsync(GetPushRuleKind kind, string ruleId, CancellationToken cancellationToken) => Unrecognized.Answer<GetPushRuleActionsResult>();

    public override Task<SetPushRuleActionsResult> SetPushRuleActionsAsync(GetPushRuleKind kind, string ruleId, SetPushRuleActionsRequest body, CancellationToken cancellationToken) => Unrecognized.Answer<SetPushRuleActionsResult>();
}
