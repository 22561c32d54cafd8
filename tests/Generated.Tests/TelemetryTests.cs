using System.Diagnostics.Metrics;
using Matrix.ClientServer.V2Alpha;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.Generated.Tests;

/// <summary>ASP.NET Core's own instruments name the contract's path, for both flavours alike; OpenTelemetry takes it from the same place for its traces.</summary>
public sealed class TelemetryTests
{
    private const string Route = "_matrix/client/api/v2_alpha/sync";

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Duration_of_requests_is_measured_by_route(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, (_, _, _, _) => Task.FromResult(GetSyncResult.Ok(new GetSyncResponse())));
        var meters = server.Services.GetRequiredService<IMeterFactory>();
        var measured = new TaskCompletionSource<Dictionary<string, object?>>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            // Other tests have servers of their own.
            if (instrument.Name == "http.server.request.duration" && instrument.Meter.Scope == meters)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.TrySetResult(tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
        listener.Start();

        await server.CreateClient().GetSyncAsync(since: "secret", cancellationToken: TestContext.Current.CancellationToken);

        var tags = await measured.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(Route, tags["http.route"]);
        Assert.Equal("GET", tags["http.request.method"]);
        Assert.Equal(200, tags["http.response.status_code"]);
        Assert.DoesNotContain(tags, tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
    }
}
