using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Features;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SyncGen.Features;

/// <summary>
/// The API's JSON context gives System.Text.Json all that it needs. This project runs with the serializer's reflection switched off, so
/// whatever the context lacks is an exception here.
/// </summary>
public sealed class JsonContextTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = FeaturesJsonContext.Default };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Reflection_is_off()
    {
        Assert.False(JsonSerializer.IsReflectionEnabledByDefault);
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(new Echo { Text = "a" }));
    }

    [Fact]
    public void Models_and_what_holds_them_are_written_and_read()
    {
        Echo[] echoes = [new() { Text = "a" }, new() { Text = "b" }];
        const string list = """[{"text":"a"},{"text":"b"}]""";
        const string map = """{"x":{"text":"a"}}""";
        var members = new Dictionary<string, Echo> { ["x"] = echoes[0] };

        Holds("""{"text":"a"}""", echoes[0]);
        Holds(list, echoes);
        Holds(list, echoes.ToList());
        Holds<IReadOnlyList<Echo>>(list, echoes);
        Holds<IEnumerable<Echo>>(list, echoes);
        Holds(map, members);
        Holds<IReadOnlyDictionary<string, Echo>>(map, members);
        Holds<IReadOnlyList<Echo?>>("""[{"text":"a"},null]""", [echoes[0], null]);
        Holds<IReadOnlyDictionary<string, Echo?>>("""{"x":{"text":"a"},"y":null}""", new Dictionary<string, Echo?> { ["x"] = echoes[0], ["y"] = null });
    }

    [Fact]
    public void Enums_may_be_null()
    {
        Holds("\"loud\"", new Loudness("loud"));
        Holds<Loudness?>("\"low\"", Loudness.Low);
        Holds<Loudness?>("null", null);
        Holds<IReadOnlyList<Loudness?>>("""["low",null]""", [Loudness.Low, null]);
    }

    [Fact]
    public void A_case_of_a_union_is_written_as_the_union_is()
    {
        Sound sound = "moo";
        Holds("\"moo\"", sound);
        Holds("\"moo\"", (Sound.StringCase)sound);
        Assert.Equal("\"moo\"", JsonSerializer.Serialize(sound, sound.GetType(), Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sound.FilterCase>("\"moo\"", Options));
    }

    [Fact]
    public void Errors_have_their_path_in_lists_and_maps()
    {
        Assert.Equal("$[1].text", Error<IReadOnlyList<Echo>>("""[{"text":"a"},{"text":1}]""").Path);
        Assert.Equal("$.x.text", Error<IReadOnlyDictionary<string, Echo>>("""{"x":{"text":1}}""").Path);
        Assert.Contains("appears twice", Error<IReadOnlyDictionary<string, Echo>>("""{"x":{"text":"a"},"x":{"text":"a"}}""").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_of_others_are_left_to_others()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Guid.Empty, Options));
        Assert.Null(FeaturesJsonContext.Default.GetTypeInfo(typeof(Guid)));
    }

    [Fact]
    public void A_context_of_the_users_own_combines_with_it()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(OwnContext.Default, FeaturesJsonContext.Default) };
        var box = new Box([new Echo { Text = "a" }], "moo", null);
        const string json = """{"Echoes":[{"text":"a"}],"Sound":"moo","Loudness":null}""";

        Assert.Equal(json, JsonSerializer.Serialize(box, options));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Box>(json, options), options));
        Assert.Equal("""{"text":"a"}""", JsonSerializer.Serialize(box.Echoes[0], options));
    }

    [Fact]
    public async Task Minimal_apis_and_HttpClient_use_it()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, FeaturesJsonContext.Default));
        await using var application = builder.Build();
        application.MapPost("/echo", (Echo echo) => Results.Json(echo));
        application.MapPost("/echoes", (Echo[] echoes) => echoes.ToList());
        application.MapGet("/sound", () => TypedResults.Ok<Sound>("moo"));
        application.MapGet("/stream", () => Stream());
        await application.StartAsync(Token);
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };

        var answer = await client.PostAsJsonAsync("/echo", new Echo { Text = "a" }, Options, Token);
        Assert.Equal(new Echo { Text = "a" }, await answer.Content.ReadFromJsonAsync<Echo>(Options, Token));
        answer = await client.PostAsJsonAsync<Echo[]>("/echoes", [new() { Text = "a" }], Options, Token);
        Assert.Equal([new Echo { Text = "a" }], (await answer.Content.ReadFromJsonAsync<List<Echo>>(Options, Token))!);
        Assert.Equal("moo", await client.GetFromJsonAsync<Sound>("/sound", Options, Token));
        Assert.Equal([new Echo { Text = "b" }], (await client.GetFromJsonAsync<IReadOnlyList<Echo>>("/stream", Options, Token))!);
        Assert.Equal("b", ((IEnumerable<Echo>)(await client.GetFromJsonAsync("/stream", typeof(Echo[]), FeaturesJsonContext.Default, Token))!).Single().Text);
    }

    [Fact]
    public void No_member_is_written_twice()
    {
        var open = new Open { Name = "a", AdditionalProperties = new Dictionary<string, long> { ["name"] = 1 } };

        Assert.Contains("'name'", Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(open, Options)).Message, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<Echo> Stream()
    {
        await Task.Yield();
        yield return new Echo { Text = "b" };
    }

    /// <summary>The value is written as the text, and the text is read as a value that is written as the text.</summary>
    private static void Holds<T>(string json, T value)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value, Options));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, Options), Options));
    }

    private static JsonException Error<T>(string json) => Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<T>(json, Options));
}

/// <summary>A type of the user's with generated types in it.</summary>
internal sealed record Box(IReadOnlyList<Echo> Echoes, Sound Sound, Loudness? Loudness);

[JsonSerializable(typeof(Box))]
internal sealed partial class OwnContext : JsonSerializerContext;
