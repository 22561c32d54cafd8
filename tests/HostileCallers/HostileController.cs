using Hostile;
using Microsoft.AspNetCore.Http;

namespace SyncGen.HostileCallers;

/// <summary>Sends a value back, and takes everything else. It serves the endpoints too, for it is a handler.</summary>
internal sealed class HostileController : HostileControllerBase
{
    public override Task<SendValueResult> SendValueAsync(Value body, CancellationToken cancellationToken) => Task.FromResult(SendValueResult.Ok(body));

    public override Task<SendTreeResult> SendTreeAsync(Tree body, CancellationToken cancellationToken) => Task.FromResult(SendTreeResult.NoContent());

    public override Task<SendTextResult> SendTextAsync(string body, CancellationToken cancellationToken) => Task.FromResult(SendTextResult.NoContent());

    public override Task<SendFormResult> SendFormAsync(
        string? text,
        IReadOnlyList<long>? list,
        IReadOnlyDictionary<string, string>? additionalProperties,
        CancellationToken cancellationToken) => Task.FromResult(SendFormResult.NoContent());

    public override Task<UploadResult> UploadAsync(IFormFile file, IReadOnlyList<string>? texts, Tree? tree, CancellationToken cancellationToken) =>
        Task.FromResult(UploadResult.NoContent());

    public override Task<ReadItemsResult> ReadItemsAsync(
        string id,
        IReadOnlyList<long> numbers,
        IReadOnlyList<long>? list,
        IReadOnlyList<string>? joined,
        IReadOnlyList<double>? piped,
        ReadItemsDeep? deep,
        Tree? json,
        IReadOnlyDictionary<string, string>? rest,
        string? looked,
        IReadOnlyList<long>? xList,
        string? xText,
        string? crumb,
        CancellationToken cancellationToken) => Task.FromResult(ReadItemsResult.NoContent());
}
