using System.Text.Json.Nodes;
using SyncGen.Documents;
using SyncGen.Projection;

namespace SyncGen.Corpus;

/// <summary>A JSON example of a contract whose schema, and so whose C# type, is known.</summary>
/// <param name="Place">File, pointer and line, for the report.</param>
/// <param name="Schema">The schema that the example is of.</param>
/// <param name="SchemaLocation">Where that schema stands.</param>
/// <param name="Value">The example's JSON.</param>
internal sealed record Example(string Place, SchemaEntry Schema, Location SchemaLocation, JsonNode? Value);
