namespace SyncGen.Documents;

/// <summary>A reference as it stands in a contract.</summary>
/// <param name="Document">The file it stands in.</param>
/// <param name="Holder">The object that holds the keyword; for a text that is itself the reference (a discriminator mapping) that text.</param>
/// <param name="Keyword">What makes it a reference.</param>
/// <param name="Value">The value of the keyword; a text, unless the contract is wrong.</param>
/// <param name="Kind">What its target must be.</param>
/// <param name="Resource">The innermost part around it that has an address of its own, or null.</param>
/// <param name="Outermost">The outermost schema around it, such as one of the components, or null.</param>
internal sealed record Reference(
    Document Document,
    Node Holder,
    ReferenceKeyword Keyword,
    Node Value,
    PartKind Kind,
    SchemaResource? Resource,
    Location? Outermost)
{
    /// <summary>The text, or null when the value is none.</summary>
    public string? Text => (Value as ScalarNode)?.Kind == ScalarKind.String ? ((ScalarNode)Value).Text : null;
}

/// <summary>The ways to refer to something.</summary>
internal enum ReferenceKeyword
{
    /// <summary><c>$ref</c>.</summary>
    Ref,

    /// <summary><c>$dynamicRef</c> or <c>$recursiveRef</c>.</summary>
    DynamicRef,

    /// <summary>A value under <c>discriminator.mapping</c>: the name of a schema or a reference.</summary>
    DiscriminatorMapping,

    /// <summary><c>operationRef</c> of a link.</summary>
    OperationRef,
}

/// <summary>A schema with an <c>$id</c>, or a contract with a <c>$self</c>: references in it may be relative to that address.</summary>
/// <param name="Id">The address, made absolute where an outer one allows it.</param>
/// <param name="Root">The schema or contract.</param>
internal sealed record SchemaResource(string Id, Location Root);

/// <summary>An <c>$anchor</c> or <c>$dynamicAnchor</c>.</summary>
internal sealed record SchemaAnchor(string Name, bool IsDynamic, Location Schema, SchemaResource? Resource);
