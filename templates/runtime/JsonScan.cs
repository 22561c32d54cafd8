namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;

/// <summary>Steps over the parts of a JSON text that is known to be valid.</summary>
internal static class JsonScan
{
    private static readonly SearchValues<byte> _marks = SearchValues.Create("\"{}[]/"u8);

    /// <summary>The place behind white space and comments, which a reader may be told to pass over.</summary>
    public static int Space(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'/')
            at = json[at] == '/' ? Comment(json, at) : at + 1;
        return at;
    }

    /// <summary>The place behind a string.</summary>
    public static int Text(ReadOnlySpan<byte> json, int at, out bool isEscaped)
    {
        isEscaped = false;
        at++;
        while (true)
        {
            at += json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (json[at] == '"')
                return at + 1;
            isEscaped = true;
            at += 2;
        }
    }

    /// <summary>The place behind a number, true, false or null.</summary>
    public static int Token(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && json[at] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'/' or <= (byte)' '))
            at++;
        return at;
    }

    /// <summary>The place behind an object or array.</summary>
    public static int Parts(ReadOnlySpan<byte> json, int at)
    {
        var depth = 0;
        while (true)
        {
            at += json[at..].IndexOfAny(_marks);
            switch (json[at])
            {
                case (byte)'"':
                    at = Text(json, at, out _);
                    break;
                case (byte)'/':
                    at = Comment(json, at);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    at++;
                    break;
                default:
                    depth--;
                    at++;
                    if (depth == 0)
                        return at;
                    break;
            }
        }
    }

    private static int Comment(ReadOnlySpan<byte> json, int at)
    {
        var isLine = json[at + 1] == '/';
        var length = isLine ? json[at..].IndexOfAny((byte)'\n', (byte)'\r') : json[(at + 2)..].IndexOf("*/"u8) + 4;
        return length < 0 ? json.Length : at + length;
    }
}
