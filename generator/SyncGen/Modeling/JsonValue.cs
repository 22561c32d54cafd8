namespace SyncGen.Modeling;

/// <summary>A JSON value from the contract (a default, an enum member, a const), free of where it stood.</summary>
internal abstract record JsonValue
{
    private JsonValue()
    {
    }

    public sealed record Null : JsonValue;

    public sealed record Boolean(bool Value) : JsonValue;

    /// <summary>A number by its JSON text, so that no digit is lost.</summary>
    public sealed record Number(string Text) : JsonValue;

    public sealed record String(string Value) : JsonValue;

    public sealed record Array(ImmutableArray<JsonValue> Items) : JsonValue;

    public sealed record Object(ImmutableArray<KeyValuePair<string, JsonValue>> Members) : JsonValue;
}
