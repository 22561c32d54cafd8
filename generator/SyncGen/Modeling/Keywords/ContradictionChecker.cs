using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds keywords of one object that contradict each other or have no effect together.</summary>
internal static class ContradictionChecker
{
    /// <summary>Keywords by which a schema may have properties that it does not list itself.</summary>
    private static readonly string[] Openings = ["additionalProperties", "patternProperties", "if", "$dynamicRef"];

    private static readonly string[] Combinations = ["allOf", "anyOf", "oneOf"];

    /// <summary>Schemas that lead back to themselves are left at this depth.</summary>
    private const int MaximumDepth = 16;

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
        if (parameter.GetMember("content") is { Value: MappingNode { Members: [var first, _, ..] } } several)
            reader.Report(ModelingRules.SeveralParameterMediaTypes, several.NameSpan, first.Name);
        if (parameter.Get("style") is ScalarNode { Text: "deepObject" } style && OtherTypeOf(Follow(parameter.Get("schema"), reader)?.Get("type")) is { } type)
            reader.Report(ModelingRules.DeepObjectOfOther, style.Span, type);
    }

    /// <summary>The type of a value that is no object; null where it may be one, or nothing is said.</summary>
    private static string? OtherTypeOf(Node? type)
    {
        string[] types = [.. (type is SequenceNode list ? list.Items : type is null ? [] : [type]).OfType<ScalarNode>().Select(name => name.Text).Where(name => name != "null")];
        return types.Contains("object") ? null : types.FirstOrDefault();
    }

    private static void CheckEncoding(MappingNode mediaType, ContractReader reader)
    {
        if (mediaType.Get("encoding") is not MappingNode encoding || Follow(mediaType.Get("schema"), reader) is not { } schema)
            return;
        var declared = new HashSet<string>(StringComparer.Ordinal);
        if (!TryCollect(schema, declared, reader, MaximumDepth) || declared.Count == 0)
            return;
        foreach (var member in encoding.Members.Where(member => !declared.Contains(member.Name) && !ContractReader.IsExtension(member.Name)))
            reader.Report(ModelingRules.EncodingOfNothing, member.NameSpan, member.Name);
    }

    /// <summary>Collects the properties that a schema and all that it combines declare; false where it may have others, too.</summary>
    private static bool TryCollect(MappingNode schema, HashSet<string> declared, ContractReader reader, int depth)
    {
        if (depth == 0 || Array.Exists(Openings, keyword => schema.Get(keyword) is not null and not ScalarNode { Text: "false" }))
            return false;
        if (schema.Get("properties") is MappingNode properties)
            declared.UnionWith(properties.Members.Select(member => member.Name));
        return Combinations
            .SelectMany(keyword => schema.Get(keyword) is SequenceNode parts ? parts.Items : [])
            .All(part => Follow(part, reader) is { } mapping && TryCollect(mapping, declared, reader, depth - 1));
    }

    /// <summary>The schema that a node means; null when it is none, or more than its target.</summary>
    private static MappingNode? Follow(Node? node, ContractReader reader)
    {
        while (node is not null && reader.Contract.Targets.TryGetValue(node, out var target))
            node = target.Node;
        return node as MappingNode;
    }
}
