using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Checks the expressions by which links and callbacks name parts of a message. No code is made of them.</summary>
internal static class RuntimeExpressions
{
    /// <summary>The addresses that a callback is sent to: texts with expressions in braces.</summary>
    public static void CheckAddresses(MappingNode callback, ContractReader reader)
    {
        foreach (var address in callback.Members.Where(member => !ContractReader.IsExtension(member.Name) && member.Name != "$ref"))
        {
            for (var (start, end) = NextOf(address.Name, 0); start >= 0; (start, end) = NextOf(address.Name, end))
            {
                if (!IsExpression(address.Name[(start + 1)..end]) || end == address.Name.Length)
                    reader.Report(ModelingRules.NoRuntimeExpression, address.NameSpan, address.Name[start..Math.Min(end + 1, address.Name.Length)]);
            }
        }
    }

    /// <summary>The value of a link's parameter, which is a constant unless it begins as an expression does.</summary>
    public static void CheckValue(ScalarNode value, ContractReader reader)
    {
        if (value.Text.StartsWith('$') && !IsExpression(value.Text))
            reader.Report(ModelingRules.NoRuntimeExpression, value.Span, value.Text);
    }

    /// <summary>The next braces; those that nothing closes reach to the end.</summary>
    private static (int Start, int End) NextOf(string text, int from)
    {
        var start = text.IndexOf('{', from);
        var end = start < 0 ? -1 : text.IndexOf('}', start);
        return (start, end < 0 ? text.Length : end);
    }

    private static bool IsExpression(string text)
    {
        if (text is "$url" or "$method" or "$statusCode")
            return true;
        var source = text.StartsWith("$request.", StringComparison.Ordinal) ? text["$request.".Length..]
            : text.StartsWith("$response.", StringComparison.Ordinal) ? text["$response.".Length..]
            : "";
        return source is "body" || source.StartsWith("body#", StringComparison.Ordinal)
            || (source.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && source[..dot] is "header" or "query" or "path" && source.Length > dot + 1);
    }
}
