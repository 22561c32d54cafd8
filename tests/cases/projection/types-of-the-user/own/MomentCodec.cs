using System.Globalization;
using System.Text.Json;
using Example.Runtime.Json;

namespace Shop.Json;

/// <summary>Writes a moment as RFC 3339 has it, in UTC and with nine digits of the second.</summary>
public readonly struct MomentCodec : IJsonCodec<Moment>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss";

    /// <inheritdoc/>
    public static Moment Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && reader.GetString() is { Length: 30 } text
        && text.EndsWith('Z')
        && System.DateTimeOffset.TryParseExact(text[..19], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var second)
        && int.TryParse(text[20..29], NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds)
            ? new Moment(second.ToUnixTimeSeconds(), nanoseconds)
            : throw new JsonException("The value is no moment.");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Moment value) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{System.DateTimeOffset.FromUnixTimeSeconds(value.Seconds).ToString(Format, CultureInfo.InvariantCulture)}.{value.Nanoseconds:D9}Z"));
}
