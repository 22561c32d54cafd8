using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Wire;

namespace SyncGen.Client.Tests;

/// <summary>What HttpClient itself measures and traces names the operation, not the values.</summary>
public sealed class TelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metric_carries_the_template_on_each_attempt()
    {
        var templates = new ConcurrentQueue<object?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => templates.Enqueue(tags.ToArray().FirstOrDefault(tag => tag.Key == "url.template").Value));
        listener.Start();
        var failures = 1;
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Decrement(ref failures) >= 0 ? 503 : 204;
            return Task.CompletedTask;
        });
        var services = new ServiceCollection();
        services
            .AddWireClient(options => options.BaseAddress = server.Address)
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IWireClient>().SendPathAsync("metric", ["1"], Token);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(2, templates.Count(template => template is "/api/paths/{first}/{second}"));
    }

    [Fact]
    public async Task Trace_is_named_after_the_operation_and_keeps_its_context()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http" or nameof(TelemetryTests),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource(nameof(TelemetryTests));
        await using var server = await RecordingServer.StartAsync();

        using (source.StartActivity("caller"))
            await server.CreateClient().SendPathAsync("trace", ["1"], Token);

        var sent = Assert.Single(activities, activity => activity.TagObjects.Any(tag => tag is { Key: "url.full", Value: string url } && url.Contains("/paths/trace/", StringComparison.Ordinal)));
        Assert.Equal("GET /api/paths/{first}/{second}", sent.DisplayName);
        Assert.Equal("/api/paths/{first}/{second}", sent.GetTagItem("url.template"));
        Assert.Contains(activities, activity => activity.DisplayName == "caller");
        Assert.Equal(sent.Id, server.Only.Header("traceparent"));
    }

    [Fact]
    public async Task Activity_of_the_caller_keeps_its_name()
    {
        await using var server = await RecordingServer.StartAsync();
        using var caller = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C).Start();

        await server.CreateClient().SendPathAsync("caller", ["1"], Token);

        Assert.Equal("caller", caller.DisplayName);
        Assert.NotNull(server.Only.Header("traceparent"));
    }
}
