namespace SyncGen.Tests;

/// <summary>A server of generated endpoints is published as native AOT, everything generated included, and works.</summary>
[Collection(nameof(SlowTests))]
public sealed class NativeServerTests
{
    [Fact]
    public async Task The_native_server_binds_authenticates_and_refuses()
    {
        var run = await NativeAot.PublishAndRun("tests/AotServer");

        Assert.Equal("", run.Error);
        Assert.Equal(
            """
            added /v1/notes/1: Café
            found: Café, one
            found: Café
            attached to 1: a.txt (caption): content
            refused with 400: {"title":"Bad Request","status":400,"detail":"The request is not what the contract says.","errors":{"$.text":["The text must have at most 20 characters."]}}
            refused with 413: {"title":"Payload Too Large","status":413,"detail":"The request is not what the contract says.","errors":{"$":["The body is larger than the server takes."]}}
            refused with 401: {"title":"Unauthorized","status":401,"detail":"A valid credential is required."}

            """,
            run.Output);
        Assert.Equal(0, run.ExitCode);
    }
}
