using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SyncGen.Diagnostics;
using SyncGen.Projection;

namespace SyncGen.Cli;

/// <summary><c>syncgen inspect</c>: tells as JSON which C# each part of the contract becomes. INSPECT.md describes the form.</summary>
internal static class InspectCommand
{
    /// <summary>Grows when the form changes in a way that could break a reader.</summary>
    private const int Version = 1;

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(Options options, DiagnosticBag diagnostics, Terminal terminal)
    {
        var description = Pipeline.Describe(options, diagnostics);
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (description is null)
            return ExitCode.Errors;
        terminal.Output.WriteLine(ToJson(description.CSharp.Index));
        return ExitCode.Done;
    }

    public static string ToJson(ContractIndex index)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            WriteAll(writer, "operations", index.Operations, WriteOperation);
            WriteAll(writer, "schemas", index.Schemas, WriteSchema);
            WriteAll(writer, "contracts", index.Contracts, (target, file) => target.WriteStringValue(file));
            WriteAll(writer, "files", index.Files, (target, file) => target.WriteStringValue(file));
            writer.WriteEndObject();
        }

        return EscapeHidden(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    /// <summary>The relaxed encoder leaves &lt; and &gt; of C# types readable, but also characters that are not seen.</summary>
    private static string EscapeHidden(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var character in json)
        {
            if (character != '\n' && Rune.TryCreate(character, out var rune) && PlainText.IsUnsafe(rune))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                text.Append(character);
        }

        return text.ToString();
    }

    private static void WriteOperation(Utf8JsonWriter writer, OperationEntry operation)
    {
        writer.WriteStartObject();
        writer.WriteString("method", operation.Method);
        writer.WriteString("path", operation.Path);
        writer.WriteString("file", operation.File);
        writer.WriteString("pointer", operation.Pointer);
        writer.WriteString("clientMethod", operation.ClientMethod);
        WriteAll(writer, "requestBodies", operation.RequestBodies, WriteBody);
        WriteAll(writer, "responses", operation.Responses, WriteResponse);
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, ResponseEntry response)
    {
        writer.WriteStartObject();
        writer.WriteString("status", response.Status);
        WriteAll(writer, "content", response.Content, WriteBody);
        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, BodyEntry body)
    {
        writer.WriteStartObject();
        writer.WriteString("mediaType", body.MediaType);
        writer.WriteString("type", body.Type);
        writer.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter writer, SchemaEntry schema)
    {
        writer.WriteStartObject();
        writer.WriteString("file", schema.File);
        writer.WriteString("pointer", schema.Pointer);
        writer.WriteString("type", schema.Type);
        writer.WriteBoolean("isDeclared", schema.IsDeclared);
        writer.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, ImmutableArray<T> values, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            write(writer, value);
        writer.WriteEndArray();
    }
}
