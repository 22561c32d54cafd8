using System.Text;
using Forms;
using Forms.Runtime;

namespace SyncGen.Forms;

/// <summary>The controller takes what the contract allows, and no more.</summary>
public sealed class ControllerClosedFormTests(ControllerServer server) : ClosedFormTests(server), IClassFixture<ControllerServer>;

/// <summary>The endpoints take what the contract allows, and no more.</summary>
public sealed class EndpointClosedFormTests(EndpointServer server) : ClosedFormTests(server), IClassFixture<EndpointServer>;

/// <summary>Forms that allow no fields but those that the contract declares, and no more files than it says.</summary>
public abstract class ClosedFormTests(FormsServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("closed-fields", "name=a&extra=1", "extra")]
    [InlineData("closed-fields", "name=a&ex%20tra", "ex tra")]
    [InlineData("closed-fields", "name=a&name[x]=1", "name[x]")]
    [InlineData("closed-fields", "name=a&other[]=1", "other[]")]
    [InlineData("closed-nothing", "z=1", "z")]
    public async Task Field_too_many_is_named(string path, string form, string name)
    {
        var (status, errors) = await server.SendRawAsync(path, "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal((400, $"[\"The contract allows no property '{name}' here.\"]"), (status, errors["$"].Replace("\\u0027", "'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("name=a")]
    [InlineData("NAME=a&id=1")]
    [InlineData("name=a&tags[]=b&tags[]=c")]
    [InlineData("name=a&city=b&zip=1&lines=c&lines[]=d")]
    [InlineData("name=a&address[city]=b")]
    [InlineData("name=a&deep[name]=b&deep[inner][city]=c")]
    public async Task Fields_that_are_declared_are_taken(string form)
    {
        var (status, bound) = await server.SendRawAsync("closed-fields", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal((200, "a"), (status, bound.GetValueOrDefault("name")));
    }

    [Theory]
    [InlineData(200, "files", "files")]
    [InlineData(200, "files", "files", "files", "more", "sizes[]")]
    [InlineData(400, "files", "files", "extra")]
    [InlineData(400, "files", "files", "Sizes")]
    [InlineData(400, "files", "files", "files[]")]
    [InlineData(400, "files")]
    [InlineData(400, "files", "files", "files", "files")]
    [InlineData(400, "files", "files", "more", "more")]
    [InlineData(400)]
    public async Task Parts_are_those_that_the_contract_allows(int expected, params string[] names) => Assert.Equal(expected, (await SendAsync("closed-parts", names)).Status);

    [Theory]
    [InlineData(200, "a", "a", "b", "b")]
    [InlineData(400, "a", "a", "b")]
    [InlineData(400, "a", "a", "b", "b", "c", "c")]
    public async Task Files_of_any_name_are_as_many_as_the_contract_says(int expected, params string[] names) => Assert.Equal(expected, (await SendAsync("counted-lists", names)).Status);

    [Fact]
    public async Task Wrong_number_of_files_is_told_at_their_name()
    {
        var (_, errors) = await SendAsync("closed-parts", "files");

        Assert.Equal("[\"There must be at least 2 of them.\"]", errors["files"]);
    }

    [Fact]
    public async Task Client_that_checks_requests_counts_files()
    {
        var client = new FormsClient(FormsClient.CreateHttpClient(), new FormsClientOptions { BaseAddress = server.Address, ValidatesRequests = true });

        Assert.Equal("files", Assert.Single((await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendClosedPartsAsync([File()], cancellationToken: Token))).Violations).Path);
        await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendClosedPartsAsync([File(), File()], [File(), File()], cancellationToken: Token));
        await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendCountedListsAsync(new Dictionary<string, IReadOnlyList<FilePart>> { ["a"] = [File()] }, Token));
        Assert.Equal(["files", "more"], (await client.SendClosedPartsAsync([File(), File()], [File()], cancellationToken: Token)).Keys.Order());
    }

    private Task<(int Status, IReadOnlyDictionary<string, string> Bound)> SendAsync(string path, params string[] names)
    {
        var lines = names.SelectMany(name => new[] { "--x", $"Content-Disposition: form-data; name=\"{name}\"", "", "1" });
        return server.SendRawAsync(path, "multipart/form-data; boundary=x", Encoding.UTF8.GetBytes(string.Join("\r\n", [.. lines, "--x--", ""])), Token);
    }

    private static FilePart File() => new(new MemoryStream([49]), "f");
}
