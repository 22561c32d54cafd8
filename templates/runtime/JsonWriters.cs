namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

/// <summary>Keeps one writer for each thread, for the next one who writes.</summary>
internal static class JsonWriters
{
    // Codecs write valid JSON by construction; text that is not meant for HTML needs no escapes beyond JSON's own.
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static Utf8JsonWriter? _idle;

    public static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        var writer = _idle;
        if (writer is null)
            return new Utf8JsonWriter(output, Options);
        _idle = null;
        writer.Reset(output);
        return writer;
    }

    public static void Return(Utf8JsonWriter writer)
    {
        // A writer that is at rest keeps nothing alive.
        writer.Reset(Nowhere.Instance);
        _idle = writer;
    }

    private sealed class Nowhere : IBufferWriter<byte>
    {
        public static readonly Nowhere Instance = new();

        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();
    }
}
