using MatrixApi;

namespace Homeserver.Controllers;

/// <summary>What the homeserver is.</summary>
public sealed partial class ServerController : ServerAdministrationControllerBase
{
    public override Task<GetVersionsResult> GetVersionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<GetVersionsResult>(new GetVersionsResponse { Versions = ["v1.1", "v1.11", "v1.19"] });
}
