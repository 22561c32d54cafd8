using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>The value of a parameter as texts: a single one, a list, or named ones. It is read off the JSON that the value's codec writes.</summary>
internal readonly struct ParameterValue
{
    private ParameterValue(bool isObject, bool isArray, List<(string Name, string Inner, string Text)> parts)
    {
        IsObject = isObject;
        IsArray = isArray;
        Parts = parts;
    }

    /// <summary>The parts have names.</summary>
    public bool IsObject { get; }

    /// <summary>The parts are items of a list.</summary>
    public bool IsArray { get; }

    /// <summary>
    /// The texts in order, one for a single value; null is left out, as RFC 6570 does. A part of an object has its member's name and, when
    /// it stands deeper, the way from there: <c>[b][c]</c>.
    /// </summary>
    public List<(string Name, string Inner, string Text)> Parts { get; }

    /// <summary>The parts of a value.</summary>
    public static ParameterValue Of<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(Json<T, TCodec>(value));
        reader.Read();
        var parts = new List<(string Name, string Inner, string Text)>();
        var kind = reader.TokenType;
        Collect(ref reader, "", "", parts);
        return new ParameterValue(kind == JsonTokenType.StartObject, kind == JsonTokenType.StartArray, parts);
    }

    /// <summary>The UTF-8 JSON text of a value.</summary>
    public static byte[] Json<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T> => JsonFormat<T>.Of<TCodec>().ToUtf8(value);

    private static void Collect(ref Utf8JsonReader reader, string name, string inner, List<(string Name, string Inner, string Text)> parts)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    Collect(ref reader, name, inner, parts);
                break;
            case JsonTokenType.StartObject:
                var isWhole = reader.CurrentDepth == 0;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var member = reader.GetString()!;
                    reader.Read();
                    Collect(ref reader, isWhole ? member : name, isWhole ? "" : $"{inner}[{member}]", parts);
                }

                break;
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                parts.Add((name, inner, reader.GetString()!));
                break;
            default:
                parts.Add((name, inner, Encoding.UTF8.GetString(reader.ValueSpan)));
                break;
        }
    }
}
