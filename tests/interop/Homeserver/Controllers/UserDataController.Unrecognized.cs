using System.Text.Json;
using MatrixApi;

namespace Homeserver.Controllers;

// The operations of this group that the homeserver lacks.
public sealed partial class UserDataController
{
    public override Task<SetAccountDataPerRoomResult> SetAccountDataPerRoomAsync(string userId, string roomId, string type, JsonElement body, CancellationToken cancellationToken) => Unrecognized.Answer<SetAccountDataPerRoomResult>();

    public override Task<GetAccountDataPerRoomResult> GetAccountDataPerRoomAsync(string userId, string roomId, string type, CancellationToken cancellationToken) => Unrecognized.Answer<GetAccountDataPerRoomResult>();

    public override Task<SetProfileFieldResult> SetProfileFieldAsync(string userId, string keyName, JsonElement body, CancellationToken cancellationToken) => Unrecognized.Answer<SetProfileFieldResult>();

    public override Task<GetProfileFieldResult> GetProfileFieldAsync(string userId, string keyName, CancellationToken cancellationToken) => Unrecognized.Answer<GetProfileFieldResult>();

    public override Task<DeleteProfileFieldResult> DeleteProfileFieldAsync(string userId, string keyName, CancellationToken cancellationToken) => Unrecognized.Answer<DeleteProfileFieldResult>();

    public override Task<GetUserProfileResult> GetUserProfileAsync(string userId, CancellationToken cancellationToken) => Unrecognized.Answer<GetUserProfileResult>();

    public override Task<GetRoomTagsResult> GetRoomTagsAsync(string userId, string roomId, CancellationToken cancellationToken) => Unrecognized.Answer<GetRoomTagsResult>();

    public override Task<SetRoomTagResult> SetRoomTagAsync(string userId, string roomId, string tag, Tag body, CancellationToken cancellationToken) => Unrecognized.Answer<SetRoomTagResult>();

    public override Task<DeleteRoomTagResult> DeleteRoomTagAsync(string userId, string roomId, string tag, CancellationToken cancellationToken) => Unrecognized.Answer<DeleteRoomTagResult>();
}
