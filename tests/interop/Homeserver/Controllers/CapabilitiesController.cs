using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>What clients may do here.</summary>
public sealed class CapabilitiesController : CapabilitiesControllerBase
{
    public override Task<GetCapabilitiesResult> GetCapabilitiesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<GetCapabilitiesResult>(new GetCapabilitiesResponse
        {
            Capabilities = new Capabilities
            {
                MChangePassword = new BooleanCapability { Enabled = false },
                MRoomVersions = new RoomVersionsCapability
                {
                    Default = RoomController.Version,
                    Available = new Dictionary<string, RoomVersionStability> { [RoomController.Version] = RoomVersionStability.Stable },
                },
            },
        });
}
