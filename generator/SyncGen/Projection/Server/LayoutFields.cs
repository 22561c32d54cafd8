namespace SyncGen.Projection;

/// <summary>The layouts that hold names, each a field of the endpoints' class: made once, not for each request.</summary>
internal sealed class LayoutFields
{
    private readonly NameTable _names = new(StringComparer.Ordinal);
    private readonly List<LayoutField> _declarations = [];

    public ImmutableArray<LayoutField> Declarations => [.. _declarations];

    /// <summary>The field that has a layout.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="argument">The name of the argument.</param>
    /// <param name="layout">What follows <c>new</c>.</param>
    public string FieldOf(string operation, string argument, string layout)
    {
        var name = $"_{char.ToLowerInvariant(operation[0])}{operation[1..]}{Identifier.PascalCase(argument, "Value")}Layout";
        name = _names.Add(name, $"{operation} {argument}", name, name);
        _declarations.Add(new LayoutField(name, layout));
        return name;
    }
}
