using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds keywords of one object that contradict each other or have no effect together.</summary>
internal static class ContradictionChecker
{
    /// <summary>Keywords by which a schema may have properties that it does not list itself.</summary>
    private static readonly string[] Openings = ["allOf", "anyOf", "oneOf", "additionalProperties", "patternProperties", "if", "$dynamicRef"];

    public static void Check(MappingNode node, PartKind kind, ContractReader reader)
    {
        if (kind == PartKind.Parameter)
            CheckParameter(node, reader);
        else if (kind == PartKind.MediaType)
            CheckEncoding(node, reader);
    }

    private static void CheckParameter(MappingNode parameter, ContractReader reader)
    {
        if (parameter.GetMember("content") is { Value: MappingNode } content && parameter.Get("schema") is MappingNode)
            reader.Report(ModelingRules.ContentBesideSchema, content.NameSpan);
        if (parameter.Get("style") is ScalarNode { Text: "deepObject" } style && Follow(parameter.Get("schema"), reader)?.Get("type") is ScalarNode { Text: not "object" } type)
            reader.Report(ModelingRules.DeepObjectOfOther, style.Span, type.Text);
    }

    private static void CheckEncoding(MappingNode mediaType, ContractReader reader)
    {
        if (mediaType.Get("encoding") is not MappingNode encoding || Follow(mediaType.Get("schema"), reader) is not { } schema)
            return;
        if (schema.Get("properties") is not MappingNode properties || Array.Exists(Openings, keyword => schema.Get(keyword) is not null and not ScalarNode { Text: "false" }))
            return;
        foreach (var member in encoding.Members.Where(member => properties.Get(member.Name) is null && !ContractReader.IsExtension(member.Name)))
            reader.Report(ModelingRules.EncodingOfNothing, member.NameSpan, member.Name);
    }

    /// <summary>The schema that a node means; null when it is none, or more than its target.</summary>
    private static MappingNode? Follow(Node? node, ContractReader reader)
    {
        while (node is not null && reader.Contract.Targets.TryGetValue(node, out var target))
            node = target.Node;
        return node as MappingNode;
    }
}
