using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>A header of a response.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The C# name in PascalCase.</param>
/// <param name="Type">The type of its value, a single one or a list of them.</param>
/// <param name="Layout">How the value stands in the response.</param>
/// <param name="IsLiteral">The text of the value, or of each item, is JSON as it stands.</param>
/// <param name="IsRequired">The contract has it in every such response, so that a server must give it.</param>
/// <param name="IsExpected">A client takes no response without it.</param>
internal sealed record HeaderPlan(string WireName, string Name, CSharpType Type, HeaderLayout Layout, bool IsLiteral, bool IsRequired, bool IsExpected, string? Description)
{
    private static readonly CSharpType Text = new("string", "JsonString", IsValueType: false);
    private static readonly CSharpType Texts = new("IReadOnlyList<string>", "JsonList<string, JsonString>", IsValueType: false);

    public static ImmutableArray<HeaderPlan> Of(ApiModel api, TypeTable types, Leniency lenient, ImmutableArray<ResponseHeader> headers)
    {
        var names = new NameTable(StringComparer.Ordinal);
        names.TryAdd("Body", "");
        names.TryAdd("StatusCode", "");
        var result = ImmutableArray.CreateBuilder<HeaderPlan>();
        foreach (var header in headers.Where(header => !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).DistinctBy(header => header.Name.ToLowerInvariant()))
        {
            var name = Identifier.PascalCase(header.Name, "Header");
            name = names.Add(header.Name, header.Name, ReservedNames.IsMember(name) ? name + "Header" : name, name + "Header");
            var shape = MediaKinds.ShapeOf(api, header.Schema);
            var single = shape is Shape.Array array ? MediaKinds.ShapeOf(api, array.Items) : shape;
            var isSimple = single is Shape.String or Shape.Number or Shape.Boolean or Shape.Enum;
            var isJson = MediaKinds.IsJson(header.ContentType);
            // Of all headers this one alone may stand several times though commas do not part its values (RFC 9110, 5.3), whatever the contract says.
            var layout = header.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) ? HeaderLayout.Lines
                : isJson ? HeaderLayout.Json
                : isSimple && shape is Shape.Array ? HeaderLayout.List
                : HeaderLayout.Single;
            result.Add(new HeaderPlan(
                header.Name,
                name,
                layout == HeaderLayout.Lines ? Texts : isSimple || isJson ? types[header.Schema] : Text,
                layout,
                isJson || single is Shape.Number or Shape.Boolean or Shape.Enum { IsInteger: true },
                header.IsRequired,
                header.IsRequired && !lenient.HasFlag(Leniency.Missing),
                header.Description ?? api[header.Schema].Description));
        }

        return result.DrainToImmutable();
    }
}

/// <summary>How a value stands in the headers of a response.</summary>
internal enum HeaderLayout
{
    /// <summary>It is the header's text.</summary>
    Single,

    /// <summary>The header's text is JSON.</summary>
    Json,

    /// <summary>Commas part its items.</summary>
    List,

    /// <summary>Each item is a header of its own.</summary>
    Lines,
}
