using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Writes values of the contract as JSON.</summary>
internal static class JsonText
{
    public static string Of(JsonValue value) => value switch
    {
        JsonValue.Null => "null",
        JsonValue.Boolean boolean => Literal.Boolean(boolean.Value),
        JsonValue.Number number => number.Text,
        JsonValue.String text => Quoted(text.Value),
        JsonValue.Array list => $"[{string.Join(',', list.Items.Select(Of))}]",
        JsonValue.Object record => $"{{{string.Join(',', record.Members.Select(member => $"{Quoted(member.Key)}:{Of(member.Value)}"))}}}",
        _ => throw new UnreachableException(),
    };

    /// <summary>A text as it is, any other value as JSON.</summary>
    public static string PlainOf(JsonValue value) => value is JsonValue.String text ? text.Value : Of(value);

    /// <summary>Escaped no further than JSON asks: no page of HTML is made of it, and C# and documentation have encoders of their own.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
