using System.Text.Json;
using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>Keeps what clients want to find again.</summary>
public sealed partial class UserDataController(World world) : UserDataControllerBase
{
    public override Task<SetAccountDataResult> SetAccountDataAsync(string userId, string type, JsonElement body, CancellationToken cancellationToken)
    {
        if (userId != User.Session().UserId)
            return Task.FromResult(SetAccountDataResult.Forbidden(Errors.Of("M_FORBIDDEN", "This is somebody else's data.")));
        world.SetAccountData(userId, type, body);
        return Task.FromResult<SetAccountDataResult>(Json.Empty);
    }

    public override Task<GetAccountDataResult> GetAccountDataAsync(string userId, string type, CancellationToken cancellationToken)
    {
        if (userId != User.Session().UserId)
            return Task.FromResult(GetAccountDataResult.Forbidden(Errors.Of("M_FORBIDDEN", "This is somebody else's data.")));
        return Task.FromResult(world.FindAccountData(userId, type) is { } content
            ? GetAccountDataResult.Ok(content)
            : GetAccountDataResult.NotFound(Errors.Of("M_NOT_FOUND", "There is no such account data.")));
    }
}
