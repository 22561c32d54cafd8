using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Example;
using Example.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Shop;

namespace SyncGen.Features;

/// <summary>Types of the user's own (<c>types</c>) travel in bodies, parameters, headers and forms, in both directions and without reflection.</summary>
public sealed class UserTypeTests
{
    private static readonly BigInteger Huge = BigInteger.Parse("123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Moment Born = new(1_577_836_800, 123_456_789);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clients_and_servers_carry_them_everywhere(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        var client = ClientOf(host);
        var pet = new Pet
        {
            Id = new PetId(1),
            Born = Born,
            Mother = null,
            Friends = [new PetId(2), new PetId(3)],
            Debts = new Dictionary<string, BigInteger> { ["a"] = Huge },
            Tag = new Tag("new"),
            Tags = [new Tag("a"), null],
            Owner = new PetId(4),
        };

        var response = await client.PutPetAsync(new PetId(1), pet, [new PetId(5), new PetId(6)], Born, Huge, new Tag("x"), new PutPetFilter { Id = new PetId(7), Most = Huge }, Token);
        Assert.Equal(new PetId(5), response.XNext);
        Assert.Equal(Born, response.XChanged);
        Assert.Equal(
            $$"""{"id":"p-1","born":"2020-01-01T00:00:00.123456789Z","mother":"p-7","father":"p-6","friends":["p-2","p-3"],"debts":{"a":{{Huge}}},"price":{{Huge + Huge}},"tag":"#x","tags":["#a",null],"owner":"p-4"}""",
            PetCodec.Format.ToText(response.Body));
        Assert.Equal(new PetId(0), response.Body.House);

        Assert.Equal(new Visit { Pet = new PetId(1), Costs = Huge, At = Born }, await client.AddVisitAsync(new PetId(1), Huge, Born, Token));
        Assert.Equal(new PetId(3), await client.AddImageAsync(new PetId(1), 1, [new Tag("a"), new Tag("b")], Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_their_codecs_refuse_is_a_bad_request(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        const string body = """{"id":"p-1","born":"2020-01-01T00:00:00.123456789Z","mother":null}""";

        Assert.Equal((HttpStatusCode.OK, ""), await PutAsync(http, "p-1", body));
        Assert.Equal((HttpStatusCode.BadRequest, "id"), await PutAsync(http, "1", body));
        Assert.Equal((HttpStatusCode.BadRequest, "friends"), await PutAsync(http, "p-1?friends=p-1&friends=2", body));
        Assert.Equal((HttpStatusCode.BadRequest, "budget"), await PutAsync(http, "p-1?budget=1.5", body));
        Assert.Equal((HttpStatusCode.BadRequest, "$.id"), await PutAsync(http, "p-1", body.Replace("p-1", "1", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.BadRequest, "$.born"), await PutAsync(http, "p-1", body.Replace("2020", "20", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cases_of_unions_are_told_by_them()
    {
        Assert.Equal(new Owner.AnimalCase(new PetId(1)), OwnerCodec.Format.Read("\"p-1\""));
        Assert.Equal(new Owner.PersonCase("Ann"), OwnerCodec.Format.Read("\"Ann\""));
        Assert.Equal(new Owner.AmountCase(Huge), OwnerCodec.Format.Read(Huge.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Objects_lists_and_enums_are_of_them()
    {
        const string json = """{"id":"p-1","born":"2020-01-01T00:00:00.123456789Z","mother":null,"cost":{"amount":2,"currency":{"code":"USD"}},"costs":[{"amount":1,"currency":{"code":"EUR"}}],"color":"white","size":[3,4]}""";
        var pet = PetCodec.Format.Read(json);
        Assert.Equal((new Money(2, "USD"), new Money(1, "EUR"), Color.White, new Size(3, 4)), (pet.Cost, pet.Costs!.Single(), pet.Color, pet.Size));
        Assert.Equal(json, PetCodec.Format.ToText(pet));
        Assert.Equal(new Money(3, "EUR"), (pet with { Cost = default, CostIfPresent = null }).Cost);
        Assert.Null(PetCodec.Format.Read(json.Replace("[3,4]", "null", StringComparison.Ordinal)).Size);
        Assert.Throws<JsonException>(() => PetCodec.Format.Read(json.Replace("[3,4]", "[3]", StringComparison.Ordinal)));
        // What no type holds is checked on the JSON as before.
        Assert.Throws<JsonException>(() => PetCodec.Format.Read(json.Replace("\"amount\":2", "\"cents\":0,\"amount\":2", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_serializer_knows_them()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = ExampleJsonContext.Default };
        Assert.Equal("""["p-1"]""", JsonSerializer.Serialize<IReadOnlyList<PetId>>([new PetId(1)], options));
        Assert.Equal(new Tag("a"), JsonSerializer.Deserialize<Tag>("\"#a\"", options));
    }

    private static async Task<(HttpStatusCode Status, string Error)> PutAsync(HttpClient http, string pathAndQuery, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PutAsync(new Uri($"pets/{pathAndQuery}", UriKind.Relative), content, Token);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return (response.StatusCode, document.RootElement.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Single().Name : "");
    }

    private static ExampleClient ClientOf(WebApplication host) => new(ExampleClient.CreateHttpClient(), new ExampleClientOptions { BaseAddress = new Uri(host.Urls.Single()) });

    private static async Task<WebApplication> StartAsync(bool hasController)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (hasController)
            OnlyControllers.Add(builder.Services, typeof(PetController));
        else
            builder.Services.AddExample<PetController>();
        var host = builder.Build();
        if (hasController)
            host.MapControllers();
        else
            host.MapExample();
        await host.StartAsync(Token);
        return host;
    }
}

/// <summary>Puts what it is given into its response.</summary>
public sealed class PetController : ExampleControllerBase
{
    public override Task<PutPetResult> PutPetAsync(PetId id, Pet body, IReadOnlyList<PetId>? friends, Moment? since, BigInteger? budget, Tag? xTag, PutPetFilter? filter, CancellationToken cancellationToken)
    {
        var changed = body with { Mother = filter?.Id, Father = friends?[1], Tag = xTag };
        return Task.FromResult(PutPetResult.Ok(budget is { } amount ? changed with { Price = amount + filter!.Most!.Value } : changed, friends?[0] ?? id, since));
    }

    public override Task<AddVisitResult> AddVisitAsync(PetId pet, BigInteger costs, Moment? at, CancellationToken cancellationToken) =>
        Task.FromResult(AddVisitResult.Ok(new Visit { Pet = pet, Costs = costs, At = at }));

    public override Task<AddImageResult> AddImageAsync(PetId pet, BigInteger costs, IReadOnlyList<Tag>? tags, CancellationToken cancellationToken) =>
        Task.FromResult(AddImageResult.Ok(new PetId(pet.Number + tags!.Count)));
}
