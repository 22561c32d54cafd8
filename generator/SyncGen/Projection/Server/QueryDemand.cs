namespace SyncGen.Projection;

/// <summary>A parameter that the query of a request must hold for a server to route it to an operation.</summary>
/// <param name="Value">Null when any value will do.</param>
internal sealed record QueryDemand(string Name, string? Value)
{
    /// <summary>The arguments of <c>RequireQuery</c>.</summary>
    public string Arguments => Value is null ? Literal.Text(Name) : $"{Literal.Text(Name)}, {Literal.Text(Value)}";

    public override string ToString() => Value is null ? Name : $"{Name}={Value}";
}
