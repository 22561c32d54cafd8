using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>What a value of a contract is, as far as copying it needs to know: its kind, and what the kind does not tell.</summary>
internal readonly record struct BundlePlace(PartKind Kind, BundleRole Role = BundleRole.None)
{
    /// <summary>The place of a member's value.</summary>
    public BundlePlace Member(string name) => new(ContractGrammar.KindOfMember(Kind, name), RoleOf(name));

    private BundleRole RoleOf(string name) => (Kind, Role) switch
    {
        (PartKind.Components or PartKind.Response or PartKind.Encoding, _) when name == "headers" => BundleRole.Header,
        (PartKind.ParameterMap, BundleRole.Header) => BundleRole.Header,
        (PartKind.MediaTypeMap, _) when MediaTypes.IsJson(name) => BundleRole.InJson,
        (PartKind.MediaType, BundleRole.InJson) when name == "examples" => BundleRole.InJson,
        (PartKind.ExampleMap, BundleRole.InJson) => BundleRole.InJson,
        (PartKind.MediaType, BundleRole.InJson) when name == "example" => BundleRole.JsonExample,
        (PartKind.Example, BundleRole.InJson) when name == "value" => BundleRole.JsonExample,
        (PartKind.Response, _) when name == "examples" => BundleRole.ExamplesByMediaType,
        (PartKind.Data, BundleRole.ExamplesByMediaType) when MediaTypes.IsJson(name) => BundleRole.JsonExample,
        _ => BundleRole.None,
    };
}

/// <summary>What the kind of a part does not tell.</summary>
internal enum BundleRole
{
    None,

    /// <summary>The parameter is a header of a response.</summary>
    Header,

    /// <summary>The part belongs to a JSON media type.</summary>
    InJson,

    /// <summary>The examples of a Swagger 2.0 response.</summary>
    ExamplesByMediaType,

    /// <summary>The value of an example in a JSON media type: text may be the JSON itself.</summary>
    JsonExample,
}
