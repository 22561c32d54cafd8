using System.Text;
using System.Text.Json;

namespace SyncGen.Runtime.Tests;

/// <summary>Short ways to run a codec.</summary>
internal static class Codec
{
    public static T Read<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T> => JsonFormat<T>.Of<TCodec>().Read(json);

    public static string Write<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T> => JsonFormat<T>.Of<TCodec>().ToText(value);

    /// <summary>The problem in words, without the place.</summary>
    public static string Problem<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T>
    {
        var error = Assert.Throws<JsonException>(() => Read<T, TCodec>(json));
        return error.Message[..error.Message.IndexOf(" Path: ", System.StringComparison.Ordinal)];
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
