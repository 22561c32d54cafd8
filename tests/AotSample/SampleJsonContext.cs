using System.Text.Json.Serialization;

namespace SyncGen.AotSample;

/// <summary>The sample's own types for System.Text.Json.</summary>
[JsonSerializable(typeof(Report))]
internal sealed partial class SampleJsonContext : JsonSerializerContext;
