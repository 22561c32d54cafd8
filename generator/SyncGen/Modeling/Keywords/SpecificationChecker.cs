using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds what the specifications forbid or give no meaning, and what nothing that is generated would show.</summary>
internal static class SpecificationChecker
{
    /// <summary>The most characters of a pattern.</summary>
    public const int LongestPattern = 8192;

    private static readonly string[] SwaggerFlows = ["implicit", "password", "application", "accessCode"];

    /// <summary>The top-level types that IANA has registered.</summary>
    private static readonly string[] TopLevelTypes = ["application", "audio", "example", "font", "haptics", "image", "message", "model", "multipart", "text", "video"];

    private static readonly string[] Combinations = ["allOf", "anyOf", "oneOf"];

    public static void Check(MappingNode node, PartKind kind, Dialect dialect, ContractReader reader)
    {
        switch (kind)
        {
            case PartKind.Contract:
                CheckRepeated(node, "tags", item => (item as MappingNode)?.Get("name"), reader);
                break;
            case PartKind.Components:
                CheckNames(node, reader);
                break;
            case PartKind.Parameter when dialect == Dialect.Swagger20:
                CheckPlace(node, reader);
                CheckSwaggerParameter(node, reader);
                break;
            case PartKind.Parameter:
                CheckPlace(node, reader);
                CheckExplode(node, reader);
                break;
            case PartKind.Encoding:
                CheckExplode(node, reader);
                break;
            case PartKind.Schema:
                CheckSchema(node, reader);
                CheckDiscriminator(node, reader);
                break;
            case PartKind.MediaTypeMap:
                CheckMediaTypes(node, reader);
                break;
            case PartKind.Callback:
                RuntimeExpressions.CheckAddresses(node, reader);
                break;
            case PartKind.Link:
                CheckLink(node, reader);
                break;
            case PartKind.SecurityScheme:
                CheckScheme(node, dialect, reader);
                break;
        }
    }

    /// <summary>A property that nearly has the discriminator's name is the one that is meant.</summary>
    private static void CheckDiscriminator(MappingNode schema, ContractReader reader)
    {
        if (schema.Get("discriminator") is MappingNode discriminator && discriminator.Get("propertyName") is ScalarNode name
            && schema.Get("properties") is MappingNode properties && properties.Get(name.Text) is null
            && schema.Get("$ref") is null && Array.TrueForAll(Combinations, combination => schema.Get(combination) is null)
            && Spelling.Nearest(name.Text, properties.Members.Select(property => property.Name)) is { } meant)
            reader.Report(ModelingRules.DiscriminatorMisspelt, name.Span, name.Text, meant);
    }

    private static void CheckMediaTypes(MappingNode content, ContractReader reader)
    {
        foreach (var member in content.Members)
        {
            var type = member.Name.Split('/')[0].Trim().ToLowerInvariant();
            if (member.Name.Contains('/', StringComparison.Ordinal) && Array.IndexOf(TopLevelTypes, type) < 0 && Spelling.Nearest(type, TopLevelTypes) is { } meant)
                reader.Report(ModelingRules.MediaTypeMisspelt, member.NameSpan, member.Name, meant);
        }
    }

    /// <summary>What only the query has, and the fields of Swagger 2.0's forms.</summary>
    private static void CheckPlace(MappingNode parameter, ContractReader reader)
    {
        if (TextOf(parameter, "in") is not ("path" or "header" or "cookie") || parameter.Get("in") is not ScalarNode place)
            return;
        foreach (var member in parameter.Members.Where(member => member.Name is "allowEmptyValue" or "allowReserved" && member.Value is ScalarNode { Text: "true" }))
            reader.Keywords.Add(ModelingRules.KeywordWithoutEffect, member.NameSpan, member.Name, $"a {place.Text} parameter");
    }

    private static void CheckSwaggerParameter(MappingNode parameter, ContractReader reader)
    {
        var type = TextOf(parameter, "type");
        if (type is not (null or "array") && parameter.GetMember("collectionFormat") is { } format)
            reader.Keywords.Add(ModelingRules.KeywordWithoutEffect, format.NameSpan, "collectionFormat", $"a value of type {type}");
        if (type == "file" && TextOf(parameter, "in") is "query" or "header" or "path")
            reader.Report(ModelingRules.FileElsewhere, parameter.Get("type")!.Span, $"The parameter '{TextOf(parameter, "name")}'");
        else if (TextOf(parameter, "in") == "body" && parameter.Get("schema") is MappingNode body && TextOf(body, "type") == "file")
            reader.Report(ModelingRules.FileElsewhere, body.Get("type")!.Span, $"The body '{TextOf(parameter, "name")}'");
    }

    /// <summary>Members in brackets stand apart, and delimiters stand between what is in one text.</summary>
    private static void CheckExplode(MappingNode owner, ContractReader reader)
    {
        var isUndefined = (TextOf(owner, "style"), TextOf(owner, "explode")) is ("deepObject", "false") or ("spaceDelimited" or "pipeDelimited", "true");
        if (isUndefined)
            reader.Keywords.Add(ModelingRules.ExplodeOfStyle, owner.GetMember("explode")!.NameSpan, TextOf(owner, "style")!, TextOf(owner, "explode")!);
    }

    private static void CheckSchema(MappingNode schema, ContractReader reader)
    {
        if (schema.Get("pattern") is ScalarNode pattern)
            CheckPattern(pattern.Text, pattern.Span, reader);
        foreach (var name in (schema.Get("patternProperties") as MappingNode)?.Members ?? [])
            CheckPattern(name.Name, name.NameSpan, reader);
        CheckRepeated(schema, "required", item => item, reader);
        foreach (var combination in Combinations.Select(schema.GetMember).OfType<Member>().Where(member => member.Value is SequenceNode { Items.IsEmpty: true }))
            reader.Report(ModelingRules.EmptyCombination, combination.NameSpan, combination.Name);
        if (schema.Get("readOnly") is ScalarNode { Text: "true" } && schema.GetMember("writeOnly") is { Value: ScalarNode { Text: "true" } } write)
            reader.Keywords.Add(ModelingRules.KeywordsTogether, write.NameSpan, "readOnly", "writeOnly");
    }

    private static void CheckNames(MappingNode components, ContractReader reader)
    {
        foreach (var section in components.Members)
        {
            foreach (var part in (section.Value as MappingNode)?.Members.Where(part => part.Name.Length > 0 && !part.Name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')) ?? [])
                reader.Keywords.Add(ModelingRules.NameOfComponent, part.NameSpan, section.Name, "");
        }
    }

    private static void CheckPattern(string pattern, SourceSpan span, ContractReader reader)
    {
        if (pattern.Length > LongestPattern)
            reader.Report(ModelingRules.PatternTooLong, span, LongestPattern);
    }

    private static void CheckRepeated(MappingNode owner, string keyword, Func<Node, Node?> nameOf, ContractReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in (owner.Get(keyword) as SequenceNode)?.Items.Select(nameOf).OfType<ScalarNode>() ?? [])
        {
            if (!seen.Add(name.Text))
                reader.Keywords.Add(ModelingRules.RepeatedName, name.Span, keyword, name.Text);
        }
    }

    private static void CheckLink(MappingNode link, ContractReader reader)
    {
        if (link.Get("operationId") is null && link.Get("operationRef") is null && link.Get("$ref") is null)
            reader.Keywords.Add(ModelingRules.KeywordMissing, link.Span, "operationId", "a link without 'operationRef'");
        foreach (var value in (link.Get("parameters") as MappingNode)?.Members.Select(member => member.Value).OfType<ScalarNode>() ?? [])
            RuntimeExpressions.CheckValue(value, reader);
    }

    private static void CheckScheme(MappingNode scheme, Dialect dialect, ContractReader reader)
    {
        string[] required = (TextOf(scheme, "type"), TextOf(scheme, "flow")) switch
        {
            ("openIdConnect", _) => ["openIdConnectUrl"],
            ("oauth2", _) when dialect != Dialect.Swagger20 => ["flows"],
            ("oauth2", "implicit") => ["authorizationUrl", "scopes"],
            ("oauth2", "accessCode") => ["authorizationUrl", "tokenUrl", "scopes"],
            ("oauth2", null) => ["flow", "scopes"],
            ("oauth2", _) => ["tokenUrl", "scopes"],
            _ => [],
        };
        foreach (var keyword in required.Where(keyword => scheme.Get(keyword) is null or ScalarNode { Kind: ScalarKind.Null } || (keyword == "flows" && scheme.Get(keyword) is MappingNode { Members.IsEmpty: true })))
            reader.Keywords.Add(ModelingRules.KeywordMissing, scheme.Span, keyword, $"a security scheme of type {TextOf(scheme, "type")}");
        if (scheme.Get("type") is ScalarNode { Text: "mutualTLS" } type && dialect == Dialect.OpenApi30)
            reader.Keywords.Add(ModelingRules.KeywordOfOtherVersion, type.Span, type.Text, "a security scheme");
        if (dialect == Dialect.Swagger20 && scheme.Get("flow") is ScalarNode flow && Array.IndexOf(SwaggerFlows, flow.Text) < 0)
            reader.Report(ModelingRules.UnknownFlow, flow.Span, flow.Text, FlowMeantBy(flow.Text));
        if (scheme.Get("in") is ScalarNode { Text: "cookie" } place && dialect == Dialect.Swagger20)
            reader.Keywords.Add(ModelingRules.KeywordOfOtherVersion, place.Span, place.Text, "a security scheme");
        if (TextOf(scheme, "type") == "http" && scheme.Get("scheme") is ScalarNode name && AuthenticationSchemes.MeantBy(name.Text) is { } meant)
            reader.Report(ModelingRules.AuthenticationSchemeMisspelt, name.Span, name.Text, meant);
    }

    private static string FlowMeantBy(string flow) => flow switch
    {
        "clientCredentials" => "application",
        "authorizationCode" => "accessCode",
        _ => Spelling.Nearest(flow, SwaggerFlows) ?? "accessCode",
    };

    private static string? TextOf(MappingNode owner, string keyword) => (owner.Get(keyword) as ScalarNode)?.Text;
}
