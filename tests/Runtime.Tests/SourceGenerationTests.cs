using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matrix.ClientServer.V2Alpha;

namespace SyncGen.Runtime.Tests;

public sealed class SourceGenerationTests
{
    [Fact]
    public void Models_take_part_in_a_context_of_the_users_own()
    {
        const string json = """{"first":{"next_batch":"a"},"rest":[{"room_id":"!a","timeline":{"events":[1],"limited":true}}]}""";
        var envelope = JsonSerializer.Deserialize(json, OwnContext.Default.Envelope)!;
        Assert.Equal("a", envelope.First!.NextBatch);
        Assert.True(envelope.Rest![0].Timeline!.Limited);
        Assert.Equal(json, JsonSerializer.Serialize(envelope, OwnContext.Default.Envelope));
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("""{"rest":[{},{"timeline":{"limited":1}}]}""", OwnContext.Default.Envelope));
        Assert.Contains("Path: $.rest[1].timeline.limited |", error.Message, System.StringComparison.Ordinal);
    }
}

/// <summary>A type of the user's with generated models in it.</summary>
internal sealed record Envelope(GetSyncResponse? First, IReadOnlyList<GetSyncResponseRoom>? Rest);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Envelope))]
internal sealed partial class OwnContext : JsonSerializerContext;
