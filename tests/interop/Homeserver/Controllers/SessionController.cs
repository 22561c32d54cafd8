using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>Login, whoami and logout.</summary>
public sealed partial class SessionController(World world) : SessionManagementControllerBase
{
    public override Task<GetLoginFlowsResult> GetLoginFlowsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<GetLoginFlowsResult>(new GetLoginFlowsResponse { Flows = [new LoginFlow { Type = "m.login.password" }] });

    public override Task<LoginResult> LoginAsync(LoginRequest body, CancellationToken cancellationToken) => Task.FromResult(Login(body));

    public override Task<GetTokenOwnerResult> GetTokenOwnerAsync(CancellationToken cancellationToken)
    {
        var session = User.Session();
        return Task.FromResult<GetTokenOwnerResult>(new GetTokenOwnerResponse { UserId = session.UserId, DeviceId = session.DeviceId });
    }

    public override Task<LogoutResult> LogoutAsync(CancellationToken cancellationToken)
    {
        var token = User.Session().Token;
        world.Logout(session => session.Token == token);
        return Task.FromResult<LogoutResult>(Json.Empty);
    }

    public override Task<LogoutAllResult> LogoutAllAsync(CancellationToken cancellationToken)
    {
        var userId = User.Session().UserId;
        world.Logout(session => session.UserId == userId);
        return Task.FromResult<LogoutAllResult>(Json.Empty);
    }

    private LoginResult Login(LoginRequest body)
    {
        if (body.Type != "m.login.password")
            return LoginResult.BadRequest(Errors.Of("M_UNKNOWN", "Log in with a password."));
        if (body.Identifier is not { Type: "m.id.user" } identifier || !identifier.AdditionalProperties.TryGetValue("user", out var user))
            return LoginResult.BadRequest(Errors.Of("M_BAD_JSON", "Name the user by m.id.user."));
        if (world.Login(user.GetString() ?? "", body.Password ?? "", body.DeviceId) is not { } session)
            return LoginResult.Forbidden(Errors.Of("M_FORBIDDEN", "The password is wrong."));
        return new LoginResponse { UserId = session.UserId, AccessToken = session.Token, DeviceId = session.DeviceId };
    }
}
