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

    public static void Check(MappingNode node, PartKind kind, Dialect dialect, ContractReader reader)
    {
        if (kind is PartKind.Response or PartKind.Components or PartKind.Encoding)
            CheckHeaders(node, dialect, reader);
        if (kind is PartKind.RequestBody or PartKind.Response)
            CheckContent(node, kind, reader);
        if (kind == PartKind.Parameter && dialect == Dialect.Swagger20)
            CheckSwaggerParameter(node, reader);
        if (kind == PartKind.Parameter)
            CheckParameter(node, reader);
        else if (kind == PartKind.MediaType)
            CheckEncoding(node, reader);
    }

    private static void CheckParameter(MappingNode parameter, ContractReader reader)
    {
        if (parameter.GetMember("content") is { Value: MappingNode mediaTypes } content)
        {
            if (parameter.Get("schema") is MappingNode)
                reader.Report(ModelingRules.ContentBesideSchema, content.NameSpan);
            foreach (var layout in parameter.Members.Where(member => member.Name is "style" or "explode" or "allowReserved"))
                reader.Keywords.Add(ModelingRules.KeywordWithoutEffect, layout.NameSpan, layout.Name, "a parameter with 'content'");
            if (mediaTypes.Members is [var first, _, ..])
                reader.Report(ModelingRules.SeveralParameterMediaTypes, content.NameSpan, first.Name);
        }

        CheckStyle(parameter, Follow(parameter.Get("schema"), reader), reader);
    }

    /// <summary>A style is for values with parts.</summary>
    private static void CheckStyle(MappingNode owner, MappingNode? schema, ContractReader reader)
    {
        if (owner.Get("style") is not ScalarNode { Text: "deepObject" or "spaceDelimited" or "pipeDelimited" } style || schema is null || TypesOf(schema) is not [var type, ..] types)
            return;
        if (style.Text == "deepObject" && !types.Contains("object"))
            reader.Report(ModelingRules.DeepObjectOfOther, style.Span, type);
        else if (!types.Contains("object") && !types.Contains("array"))
            reader.Keywords.Add(ModelingRules.StyleOfSingle, style.Span, style.Text, type);
    }

    /// <summary>The types of a value, but for null; none where nothing is said.</summary>
    private static string[] TypesOf(MappingNode schema) =>
        [.. (schema.Get("type") switch { SequenceNode list => list.Items, { } type => [type], null => [] }).OfType<ScalarNode>().Select(name => name.Text).Where(name => name != "null")];

    /// <summary>A header is a parameter that is named by where it stands.</summary>
    private static void CheckHeaders(MappingNode owner, Dialect dialect, ContractReader reader)
    {
        foreach (var header in (owner.Get("headers") as MappingNode)?.Members.Select(member => member.Value).OfType<MappingNode>() ?? [])
        {
            foreach (var member in header.Members.Where(member => member.Name is "name" or "in"))
                reader.Keywords.Add(ModelingRules.UnknownKeyword, member.NameSpan, member.Name, "a header");
            if (dialect == Dialect.Swagger20 && header.Get("collectionFormat") is ScalarNode { Text: not "csv" } format)
                reader.Report(ModelingRules.StyleOutOfPlace, format.Span, format.Text, "header", "csv");
        }
    }

    /// <summary>Requests alone have forms.</summary>
    private static void CheckContent(MappingNode owner, PartKind kind, ContractReader reader)
    {
        foreach (var media in (owner.Get("content") as MappingNode)?.Members ?? [])
        {
            if (media.Value is MappingNode body && body.GetMember("encoding") is { Value: MappingNode { Members: [_, ..] } } encoding && !(kind == PartKind.RequestBody && MediaTypeNames.IsForm(media.Name)))
                reader.Keywords.Add(ModelingRules.EncodingWithoutForm, encoding.NameSpan, media.Name, kind == PartKind.RequestBody ? "a request" : "a response");
            else if (media.Value is MappingNode form && form.Get("encoding") is MappingNode fields && !MediaTypeNames.IsMultipart(media.Name))
                fields.Members.Select(field => (field.Value as MappingNode)?.GetMember("headers")).OfType<Member>().ToList().ForEach(headers => reader.Keywords.Add(ModelingRules.KeywordWithoutEffect, headers.NameSpan, "headers", "a field that is no part of a multipart body"));
            CheckNestedEncodings(media.Value, reader);
            if (kind == PartKind.RequestBody && MediaTypeNames.IsForm(media.Name) && !MediaTypeNames.IsMultipart(media.Name))
                CheckFiles(media, reader);
        }
    }

    private static void CheckFiles(Member media, ContractReader reader)
    {
        foreach (var field in (Follow((media.Value as MappingNode)?.Get("schema"), reader)?.Get("properties") as MappingNode)?.Members ?? [])
        {
            if (Follow(field.Value, reader)?.Get("format") is ScalarNode { Text: "binary" } format)
                reader.Keywords.Add(ModelingRules.FileInPlainForm, format.Span, field.Name, media.Name);
        }
    }

    /// <summary>A part may be a form in turn since OpenAPI 3.2; one that is JSON has no parts.</summary>
    private static void CheckNestedEncodings(Node media, ContractReader reader)
    {
        var parts = ((media as MappingNode)?.Get("encoding") as MappingNode)?.Members.Select(part => part.Value).OfType<MappingNode>() ?? [];
        foreach (var nested in parts.SelectMany(part => part.Members).Where(member => member.Name is "encoding" or "prefixEncoding" or "itemEncoding"))
            reader.Keywords.Add(ModelingRules.KeywordWithoutEffect, nested.NameSpan, nested.Name, "a part, which is sent as a whole");
    }

    /// <summary>In Swagger 2.0 only bodies have a schema; one beside a type counts all the same, as in OpenAPI.</summary>
    private static void CheckSwaggerParameter(MappingNode parameter, ContractReader reader)
    {
        if (parameter.GetMember("schema") is { } schema && parameter.Get("in") is ScalarNode { Text: not "body" })
            reader.Keywords.Add(ModelingRules.KeywordOfOtherVersion, schema.NameSpan, "schema", "a parameter outside the body");
    }

    private static void CheckEncoding(MappingNode mediaType, ContractReader reader)
    {
        if (mediaType.Get("encoding") is not MappingNode encoding || Follow(mediaType.Get("schema"), reader) is not { } schema)
            return;
        foreach (var member in encoding.Members)
            CheckStyleOf(member, schema, reader);
        var declared = new HashSet<string>(StringComparer.Ordinal);
        if (!TryCollect(schema, declared, reader, MaximumDepth) || declared.Count == 0)
            return;
        foreach (var member in encoding.Members.Where(member => !declared.Contains(member.Name) && !ContractReader.IsExtension(member.Name)))
            reader.Report(ModelingRules.EncodingOfNothing, member.NameSpan, member.Name);
    }

    private static void CheckStyleOf(Member encoding, MappingNode schema, ContractReader reader)
    {
        if (encoding.Value is MappingNode styled && (schema.Get("properties") as MappingNode)?.Get(encoding.Name) is { } property)
            CheckStyle(styled, Follow(property, reader), reader);
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
