namespace SyncGen.Runtime.Tests;

public sealed class JsonFormatTests
{
    [Fact]
    public void Nothing() => Assert.True(true);
}
