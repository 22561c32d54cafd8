using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Directions;
using Directions.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SyncGen.Testing;

namespace SyncGen.Features;

/// <summary>Properties that are required in one direction, to a controller.</summary>
public sealed class ControllerDirectionTests() : DirectionTests(hasController: true);

/// <summary>Properties that are required in one direction, to endpoints.</summary>
public sealed class EndpointDirectionTests() : DirectionTests(hasController: false);

/// <summary>What is required only in requests or only in responses, in raw JSON on both sides.</summary>
public abstract class DirectionTests(bool hasController) : IAsyncLifetime
{
    private WebApplication? _application;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (hasController)
            OnlyControllers.Add(builder.Services, typeof(UserController));
        else
            builder.Services.AddDirections<UserKeeper>();

        _application = builder.Build();
        if (hasController)
            _application.MapControllers();
        else
            _application.MapDirections();
        await _application.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application!.StopAsync(patience.Token);
        await _application.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("""{"name":"Ann"}""", "password")]
    [InlineData("""{"name":"Ann","password":null}""", "$.password")]
    [InlineData("""{"name":"Ann","password":"s","friends":[{"name":"Bob"}]}""", "$.friends[0]")]
    [InlineData("""{"name":"Ann","password":"s","address":{"checked":true}}""", "street")]
    public async Task Request_without_what_only_requests_carry_is_refused(string body, string named)
    {
        var (status, text) = await PostAsync("users", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(named, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_binds_nothing_that_only_responses_carry()
    {
        var (status, text) = await PostAsync("users", """{"id":7,"version":"x","name":"Ann","password":"s","etag":1,"address":{"street":"A","checked":"no"},"aliases":{"a":{"text":"b","since":"2020-01-01"}}}""");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"id":"1","version":1,"name":"Ann with s","address":{"street":"A","checked":true},"aliases":{"a":{"text":"b"}}}"""),
            JsonNode.Parse(text)), text);
    }

    [Fact]
    public async Task Discriminator_travels_although_it_is_read_only()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_application!.Urls.Single()) };
        using var content = new StringContent("""{"shapes":[{"kind":"circle","radius":1},{"kind":"line"}]}""", Encoding.UTF8, "application/json");
        using var response = await client.PutAsync(new Uri("/drawings", UriKind.Relative), content, Token);

        Assert.Equal("""{"shapes":[{"kind":"circle","radius":1,"area":3},{"kind":"line"}]}""", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("""{"version":1,"name":"Ann"}""", "id")]
    [InlineData("""{"id":null,"version":1,"name":"Ann"}""", "$.id")]
    public async Task Response_without_what_only_responses_carry_is_refused(string body, string named)
    {
        using var server = new RawServer($"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        var client = new DirectionsClient(DirectionsClient.CreateHttpClient(), new DirectionsClientOptions { BaseAddress = server.Address });

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.CreateUserAsync(new UserInput { Name = "Ann", Password = "s" }, Token));

        Assert.Contains(named, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """[{"key":"k","secret":"s"},{"subject":"x","pem":"p"}]""")]
    [InlineData(HttpStatusCode.BadRequest, """[{"key":"k"}]""")]
    [InlineData(HttpStatusCode.BadRequest, """[{"key":"k","secret":null}]""")]
    [InlineData(HttpStatusCode.BadRequest, """[{"id":"1"}]""")]
    [InlineData(HttpStatusCode.BadRequest, """[{"key":"k","secret":"s","subject":"x","pem":"p"}]""")]
    public async Task Request_is_one_of_the_cases_with_what_only_requests_carry(HttpStatusCode expected, string body) => Assert.Equal(expected, (await PostAsync("credentials", body)).Status);

    [Fact]
    public async Task Client_checks_cases_for_what_only_requests_carry()
    {
        var client = new DirectionsClient(DirectionsClient.CreateHttpClient(), new DirectionsClientOptions { BaseAddress = new Uri(_application!.Urls.Single()), ValidatesRequests = true });
        var incomplete = global::Directions.Json.ProofInputCodec.Format.Read("""{"key":"k"}""");

        await Assert.ThrowsAsync<InvalidRequestException>(() => client.AddCredentialsAsync([incomplete], Token));
        Assert.IsType<Proof.ApiKeyCase>(await client.AddCredentialsAsync([new ApiKeyInput { Key = "k", Secret = "s" }], Token));
    }

    [Theory]
    [InlineData("""{"id":"1","key":"k"}""", 0)]
    [InlineData("""{"key":"k"}""", 1)]
    [InlineData("""{"id":"1","key":"k","subject":"x"}""", 1)]
    public void Response_is_one_of_the_cases_with_what_only_responses_carry(string json, int violations) =>
        Assert.Equal(violations, global::Directions.Json.ProofCodec.Format.Read(json).Validate().Count);

    [Fact]
    public void Input_is_written_without_what_only_responses_carry()
    {
        var user = new UserInput { Name = "Ann", Password = "s", Address = new UserAddressInput { Street = "A" } };

        Assert.Equal("""{"name":"Ann","password":"s","address":{"street":"A"}}""", global::Directions.Json.UserInputCodec.Format.ToText(user));
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, string body)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_application!.Urls.Single()) };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/" + path, UriKind.Relative), content, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }
}

/// <summary>Gives back what it was given, with what only responses carry.</summary>
public sealed class UserKeeper : IDirectionsHandler
{
    public Task<CreateUserResult> CreateUserAsync(UserInput body, CancellationToken cancellationToken) =>
        Task.FromResult(CreateUserResult.Created(new User
        {
            Id = "1",
            Version = 1,
            Name = $"{body.Name} with {body.Password}",
            Address = body.Address is { } address ? new UserAddress { Street = address.Street, Checked = true } : null,
            Aliases = body.Aliases,
        }));

    public Task<ListUsersResult> ListUsersAsync(CancellationToken cancellationToken) => Task.FromResult(ListUsersResult.Ok([]));

    public Task<PutDrawingResult> PutDrawingAsync(DrawingInput body, CancellationToken cancellationToken) =>
        Task.FromResult(PutDrawingResult.Ok(new Drawing
        {
            Shapes =
            [
                .. body.Shapes?.Select(shape => shape.Match<Shape>(
                    circle => new Circle { Radius = circle.Radius, Area = 3 },
                    line => line,
                    unknown => new Shape.UnknownCase(unknown))) ?? [],
            ],
        }));

    public Task<AddCredentialsResult> AddCredentialsAsync(IReadOnlyList<ProofInput> body, CancellationToken cancellationToken) =>
        Task.FromResult(AddCredentialsResult.Ok(new ApiKey { Id = "1", Key = "k" }));

    public Task<CreateTokenResult> CreateTokenAsync(Login body, CancellationToken cancellationToken) =>
        Task.FromResult(CreateTokenResult.Ok(new Token { Value = body.Password, Expires = DateTimeOffset.UnixEpoch }));
}

/// <summary>The same by a controller.</summary>
public sealed class UserController : DirectionsControllerBase
{
    private readonly UserKeeper _keeper = new();

    public override Task<CreateUserResult> CreateUserAsync(UserInput body, CancellationToken cancellationToken) => _keeper.CreateUserAsync(body, cancellationToken);

    public override Task<ListUsersResult> ListUsersAsync(CancellationToken cancellationToken) => _keeper.ListUsersAsync(cancellationToken);

    public override Task<PutDrawingResult> PutDrawingAsync(DrawingInput body, CancellationToken cancellationToken) => _keeper.PutDrawingAsync(body, cancellationToken);

    public override Task<AddCredentialsResult> AddCredentialsAsync(IReadOnlyList<ProofInput> body, CancellationToken cancellationToken) => _keeper.AddCredentialsAsync(body, cancellationToken);

    public override Task<CreateTokenResult> CreateTokenAsync(Login body, CancellationToken cancellationToken) => _keeper.CreateTokenAsync(body, cancellationToken);
}
