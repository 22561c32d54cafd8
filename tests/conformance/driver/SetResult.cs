namespace SyncGen.ForeignServers;

/// <summary>What a judge says of one kind of generated code.</summary>
/// <param name="Name">For example <c>client</c>.</param>
/// <param name="Total">How many scenarios or requests the judge has.</param>
internal sealed record SetResult(string Name, int Total, ImmutableArray<Miss> Misses)
{
    public override string ToString() => $"{Name}: {Total - Misses.Length} of {Total}";
}
