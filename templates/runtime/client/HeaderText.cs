using System.Linq;

namespace SyncGen.Runtime;

/// <summary>Lays out values in headers and cookies: OpenAPI's style "simple".</summary>
internal static class HeaderText
{
    /// <summary><c>a,b</c>; an object is <c>name,text</c> or, exploded, <c>name=text</c>.</summary>
    public static string Of(ParameterValue value, bool explode)
    {
        if (!value.IsObject)
            return string.Join(",", value.Parts.Select(part => part.Text));
        return string.Join(",", value.Parts.Select(part => explode ? $"{part.Name}={part.Text}" : $"{part.Name},{part.Text}"));
    }
}
