using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ledger;

namespace SyncGen.AotSample;

/// <summary>System.Text.Json with the sample's own types and the contract's beside each other, without reflection.</summary>
internal static class SampleJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolverChain = { SampleJsonContext.Default, LedgerJsonContext.Default } };

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
