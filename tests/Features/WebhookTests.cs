using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Webhooks;
using Webhooks.Runtime;

namespace SyncGen.Features;

/// <summary>What the contract's server calls: the endpoints answer raw requests, and endpoints of the test's own record what the client sends.</summary>
public sealed class WebhookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_receive_webhooks_below_the_route_of_their_group()
    {
        await using var host = await StartAsync();

        Assert.Equal((200, "{\"accepted\":true}"), await PostAsync(host, "hooks/newOrder", "{\"id\":7,\"at\":\"2026-01-02T03:04:05Z\"}"));
        Assert.Equal((204, ""), await PostAsync(host, "hooks/subscribe/onPrice?attempt=2", "{\"item\":\"tea\",\"amount\":3.5}", "4f9b0f2e-0d3c-4c44-9a53-0d0a3a0f5a11"));
        Assert.Equal("4f9b0f2e-0d3c-4c44-9a53-0d0a3a0f5a11 2 tea 3.5", host.Services.GetRequiredService<Record>().Received);
    }

    [Theory]
    [InlineData("hooks/newOrder", "{}", null)]
    [InlineData("hooks/subscribe/onPrice", "{\"item\":\"tea\",\"amount\":3.5}", null)]
    [InlineData("hooks/subscribe/onPrice", "{\"item\":\"tea\",\"amount\":-1}", "4f9b0f2e-0d3c-4c44-9a53-0d0a3a0f5a11")]
    [InlineData("hooks/subscribe/onPrice?attempt=0", "{\"item\":\"tea\",\"amount\":1}", "4f9b0f2e-0d3c-4c44-9a53-0d0a3a0f5a11")]
    public async Task What_the_contract_does_not_allow_does_not_reach_the_handler(string path, string body, string? delivery)
    {
        await using var host = await StartAsync();

        Assert.Equal(400, (await PostAsync(host, path, body, delivery)).Status);
    }

    [Fact]
    public async Task Client_sends_to_the_address_that_it_is_given()
    {
        await using var host = await StartAsync();
        var client = host.Services.GetRequiredService<IShopWebhooksClient>();
        var record = host.Services.GetRequiredService<Record>();

        await client.SubscribeOnPriceAsync(new Uri(host.Urls.Single() + "/anywhere/?token=a%2Bb#part"), Guid.Parse("4f9b0f2e-0d3c-4c44-9a53-0d0a3a0f5a11"), new Price { Item = "tea", Amount = 3.5 }, attempt: 1, Token);
        Assert.Equal("POST /anywhere/?token=a%2Bb&attempt=1 4f9b0f2e-0d3c-4c44-9a53-0d0a3a0f5a11 {\"item\":\"tea\",\"amount\":3.5}", record.Received);

        var response = await client.NewOrderAsync(new Uri(host.Urls.Single() + "/hooks/newOrder"), new NewOrderRequest { Id = 1 }, Token);
        Assert.True(response.Accepted);
    }

    [Fact]
    public async Task Client_refuses_an_address_that_leads_nowhere()
    {
        await using var host = await StartAsync();
        var client = host.Services.GetRequiredService<IShopWebhooksClient>();

        await Assert.ThrowsAsync<ArgumentNullException>("url", () => client.NewOrderAsync(null!, new NewOrderRequest { Id = 1 }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.NewOrderAsync(new Uri("/hooks/newOrder", UriKind.Relative), new NewOrderRequest { Id = 1 }, Token));
    }

    [Fact]
    public async Task A_response_that_is_no_success_is_an_exception()
    {
        await using var host = await StartAsync();
        var client = host.Services.GetRequiredService<IShopWebhooksClient>();

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.SubscribeOnPriceAsync(new Uri(host.Urls.Single() + "/gone"), Guid.Empty, new Price { Item = "tea", Amount = 1 }, cancellationToken: Token));

        Assert.Equal(HttpStatusCode.Gone, (HttpStatusCode)exception.StatusCode);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Record>();
        builder.Services.AddShopWebhooks<Receiver>();
        builder.Services.AddShopWebhooksClient();
        var host = builder.Build();
        host.MapGroup("/hooks").MapShopWebhooks();
        host.Map("/gone", () => Results.StatusCode(StatusCodes.Status410Gone));
        host.Map("/anywhere", async (HttpRequest request, Record record) =>
        {
            using var reader = new StreamReader(request.Body);
            record.Received = $"{request.Method} {request.Path}{request.QueryString} {request.Headers["X-Delivery"]} {await reader.ReadToEndAsync()}";
            return Results.NoContent();
        });
        await host.StartAsync(Token);
        return host;
    }

    private static async Task<(int Status, string Body)> PostAsync(WebApplication host, string path, string json, string? delivery = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Urls.Single()}/{path}") { Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (delivery is not null)
            request.Headers.Add("X-Delivery", delivery);
        using var response = await client.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private sealed class Record
    {
        public string? Received { get; set; }
    }

    private sealed class Receiver(Record record) : IShopWebhooksHandler
    {
        public Task<NewOrderResult> NewOrderAsync(NewOrderRequest body, CancellationToken cancellationToken) => Task.FromResult(NewOrderResult.Ok(new NewOrderResponse { Accepted = body.Id > 0 }));

        public Task<SubscribeOnPriceResult> SubscribeOnPriceAsync(Guid xDelivery, Price body, long? attempt, CancellationToken cancellationToken)
        {
            record.Received = FormattableString.Invariant($"{xDelivery} {attempt} {body.Item} {body.Amount}");
            return Task.FromResult(SubscribeOnPriceResult.NoContent());
        }
    }
}
