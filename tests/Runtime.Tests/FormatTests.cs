using System;
using System.Buffers;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Json;

namespace SyncGen.Runtime.Tests;

/// <summary>The same value comes from every kind of source and goes to every kind of target.</summary>
public sealed class FormatTests
{
    private const string Text = """{"next_batch":"s\u00fc1","events":[{"a":[1,2]},{"b":null}],"rooms":[{"room_id":"!a","state":{"events":[4,5]},"timeline":{"events":[1,2.0,1e2],"limited":true,"prev_b\u0061tch":"p"}}]}""";
    private const string Written = """{"next_batch":"sü1","events":[{"a":[1,2]},{"b":null}],"rooms":[{"room_id":"!a","state":{"events":[4,5]},"timeline":{"events":[1,2,100],"limited":true,"prev_batch":"p"}}]}""";
    private static readonly JsonFormat<GetSyncResponse> Format = JsonFormat<GetSyncResponse>.Of<GetSyncResponseCodec>();
    private static readonly byte[] Utf8 = Encoding.UTF8.GetBytes(Text);
    private static readonly JsonSerializerOptions OwnOptions = new() { TypeInfoResolver = Format };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_source_gives_the_same_value()
    {
        Check(Format.Read(Text));
        Check(Format.Read(Utf8));
        Check(Format.Read(Utf8.AsSpan()));
        Check(Format.Read(Utf8.AsMemory()));
        Check(Format.Read(new ReadOnlySequence<byte>(Utf8)));
        Check(Format.Read(Segments.Bytes(Utf8)));
        Check(Format.Read(new MemoryStream(Utf8)));
        Check(Format.Read(new SlowStream(Utf8, 3)));
        Check(await Format.ReadAsync(new MemoryStream(Utf8), cancellationToken: Cancellation));
        Check(await Format.ReadAsync(new SlowStream(Utf8, 1), cancellationToken: Cancellation));
        Check(await Format.ReadAsync(PipeReader.Create(new SlowStream(Utf8, 5)), cancellationToken: Cancellation));
        Check(JsonSerializer.Deserialize<GetSyncResponse>(Text)!);
        Check(JsonSerializer.Deserialize(Text, Format.TypeInfo)!);
        Check(JsonSerializer.Deserialize<GetSyncResponse>(Text, OwnOptions)!);
        Check((await JsonSerializer.DeserializeAsync(new SlowStream(Utf8, 2), Format.TypeInfo, Cancellation))!);
        Check(Format.Read([0xEF, 0xBB, 0xBF, .. Utf8]));
        Check(Format.Read($"\uFEFF \r\n\t{Text} \n"));
    }

    [Fact]
    public void Pieces_may_be_split_anywhere_even_for_a_reader_of_ones_own()
    {
        for (var split = 0; split <= Utf8.Length; split++)
        {
            var reader = new Utf8JsonReader(Segments.Split(Utf8, split));
            reader.Read();
            Check(GetSyncResponseCodec.Read(ref reader));
            Check(Format.Read(Segments.Split(Utf8, split)));
        }

        var slow = new Utf8JsonReader(Segments.Bytes(Utf8));
        slow.Read();
        Check(GetSyncResponseCodec.Read(ref slow));
    }

    [Fact]
    public void Every_prefix_is_an_error_and_nothing_worse()
    {
        for (var length = 0; length < Utf8.Length; length++)
        {
            Assert.Throws<JsonException>(() => Format.Read(Utf8.AsSpan(0, length)));
            // A reader that waits for more must not be waited for.
            var reader = new Utf8JsonReader(Utf8.AsSpan(0, length), isFinalBlock: false, default);
            if (!reader.Read())
                continue;
            Exception? error = null;
            try
            {
                GetSyncResponseCodec.Read(ref reader);
            }
            catch (JsonException exception)
            {
                error = exception;
            }

            Assert.NotNull(error);
        }
    }

    [Fact]
    public async Task Every_target_gets_the_same_text()
    {
        var value = Format.Read(Text);
        Assert.Equal(Written, Format.ToText(value));
        Assert.Equal(Written, Encoding.UTF8.GetString(Format.ToUtf8(value)));
        var output = new ArrayBufferWriter<byte>();
        Format.Write(output, value);
        Assert.Equal(Written, Encoding.UTF8.GetString(output.WrittenSpan));
        using var stream = new MemoryStream();
        Format.Write(stream, value);
        await Format.WriteAsync(stream, value, Cancellation);
        Assert.Equal(Written + Written, Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(Written, JsonSerializer.Serialize(value).Replace("\\u00FC", "ü", StringComparison.Ordinal));
        Assert.Equal(Written, JsonSerializer.Serialize(value, Format.TypeInfo).Replace("\\u00FC", "ü", StringComparison.Ordinal));
        Assert.Equal("{}", Format.ToText(new GetSyncResponse()));
    }

    [Fact]
    public async Task A_limit_of_bytes_holds_for_every_source_that_may_be_endless()
    {
        var exact = new JsonLimits { MaxBytes = Utf8.Length };
        var less = new JsonLimits { MaxBytes = Utf8.Length - 1 };
        Check(Format.Read(new SlowStream(Utf8, 3), exact));
        Check(await Format.ReadAsync(PipeReader.Create(new MemoryStream(Utf8)), exact, Cancellation));
        Check(Format.Read(Segments.Bytes(Utf8), exact));
        Assert.Throws<JsonException>(() => Format.Read(new SlowStream(Utf8, 3), less));
        Assert.Throws<JsonException>(() => Format.Read(new MemoryStream(Utf8), less));
        Assert.Throws<JsonException>(() => Format.Read(Segments.Bytes(Utf8), less));
        await Assert.ThrowsAsync<JsonException>(async () => await Format.ReadAsync(new SlowStream(Utf8, 3), less, Cancellation));
        await Assert.ThrowsAsync<JsonException>(async () => await Format.ReadAsync(PipeReader.Create(new MemoryStream(Utf8)), less, Cancellation));
    }

    [Fact]
    public async Task Large_values_pass_through_streams()
    {
        var value = new GetSyncResponse { Rooms = [.. Enumerable.Range(0, 20_000).Select(number => new GetSyncResponseRoom { RoomId = $"!{number}", State = new EventBatch { Events = [number] } })] };
        using var stream = new MemoryStream();
        await Format.WriteAsync(stream, value, Cancellation);
        Assert.True(stream.Length > 500_000);
        var read = await Format.ReadAsync(new SlowStream(stream.ToArray(), 1000), cancellationToken: Cancellation);
        Assert.Equal(value.Rooms.Select(room => room.RoomId), read.Rooms!.Select(room => room.RoomId));
        Assert.Equal(value.Rooms.SelectMany(room => room.State!.Events!), read.Rooms!.SelectMany(room => room.State!.Events!));
    }

    [Fact]
    public async Task Cancellation_stops_the_reading()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Format.ReadAsync(new SlowStream(Utf8, 3), cancellationToken: source.Token));
    }

    private static void Check(GetSyncResponse value) => Assert.Equal(Written, Format.ToText(value));
}
