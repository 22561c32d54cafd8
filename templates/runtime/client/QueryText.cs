namespace SyncGen.Runtime;

using System;
using System.Text;

/// <summary>Lays out values in the way of HTML forms: query strings and form bodies.</summary>
internal static class QueryText
{
    /// <summary>Appends <c>name=text</c>.</summary>
    public static void Append(StringBuilder query, string name, string text, bool allowReserved = false)
    {
        if (query.Length > 0)
            query.Append('&');
        query.Append(Uri.EscapeDataString(name)).Append('=').Append(Escape(text, allowReserved));
    }

    /// <summary>Appends a query, which is empty or begins with <c>?</c>, to an address that may have one, and leaves out the fragment.</summary>
    public static Uri Append(Uri address, string query)
    {
        var whole = address.GetLeftPart(UriPartial.Query);
        return new Uri(query.Length > 0 && address.Query.Length > 0 ? $"{whole}&{query.AsSpan(1)}" : whole + query);
    }

    /// <summary>Appends a value in its style.</summary>
    public static void Append(StringBuilder query, string name, ParameterValue value, ParameterStyle style, bool explode, bool allowReserved)
    {
        // A value without parts is not there, as RFC 6570 says.
        if (value.Parts.Count == 0)
            return;
        value.CheckItems(name);
        if (style == ParameterStyle.DeepObject && value.IsObject)
        {
            value.CheckBrackets(name);
            foreach (var (key, inner, text) in value.Parts)
                Append(query, $"{name}[{key}]{inner}", text, allowReserved);
        }
        else if (explode && style is ParameterStyle.Form or ParameterStyle.DeepObject)
        {
            foreach (var (key, inner, text) in value.Parts)
                Append(query, value.IsObject ? key + inner : name, text, allowReserved);
        }
        else if (value is { IsArray: false, IsObject: false })
        {
            Append(query, name, value.Parts[0].Text, allowReserved);
        }
        else
        {
            if (query.Length > 0)
                query.Append('&');
            query.Append(Uri.EscapeDataString(name)).Append('=');
            query.Append(value.Join(name, style, text => Escape(text, allowReserved).Replace(",", "%2C", StringComparison.Ordinal)));
        }
    }

    private static string Escape(string text, bool allowReserved)
    {
        var escaped = Uri.EscapeDataString(text);
        if (!allowReserved)
            return escaped;
        // '&', '#' and '+' stay escaped: they would end the value or change it.
        var unescaped = new StringBuilder(escaped);
        foreach (var reserved in ":/?@!$'()*,;=[]")
            unescaped.Replace(Uri.HexEscape(reserved), reserved.ToString());
        return unescaped.ToString();
    }
}
