using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncGen.Properties;

/// <summary>
/// Says a contract's schemas in the words that NJsonSchema knows wherever they stand: it asks for <c>nullable</c> only outside of allOf and
/// unions, and passes over <c>const</c>, <c>prefixItems</c> and <c>discriminator</c>. What <c>--lenient</c> forgives is allowed.
/// </summary>
internal sealed class SchemaTranslation(RandomContract contract)
{
    /// <summary>The title of a number's or boolean's text in quotes.</summary>
    public const string Quoted = "quoted";

    private const string Own = "#own";

    private static readonly string[] Untold = ["nullable", "x-nullable", "discriminator", "default", "readOnly", "writeOnly"];

    /// <summary>All schemas by name.</summary>
    public JsonObject Definitions
    {
        get
        {
            var definitions = new JsonObject();
            foreach (var (name, schema) in contract.Schemas)
            {
                var children = ChildrenOf(name, schema).ToArray();
                definitions[name] = children.Length == 0 ? OfKind(name, schema) : OneOfThose(name, children);
                if (children.Length > 0)
                    definitions[name + Own] = Translate(schema);
            }

            return definitions;
        }
    }

    /// <summary>An optional member that has the named schema.</summary>
    public JsonNode Member(string name) => Property(new JsonObject { ["$ref"] = ReferenceTo(name) }, isRequired: false);

    /// <summary>The schemas that extend one which has a discriminator.</summary>
    private IEnumerable<string> ChildrenOf(string name, JsonObject schema) => !IsBase(schema) ? [] : contract.Schemas
        .Where(other => other.Schema["allOf"] is JsonArray parts && parts.Any(part => (string?)part!["$ref"] == ReferenceTo(name)))
        .Select(other => other.Name);

    /// <summary>What extends a schema that has a discriminator says its name there wherever it stands.</summary>
    private JsonNode OfKind(string name, JsonObject schema)
    {
        var isChild = schema["allOf"] is JsonArray parts && contract.Schemas.Any(other => IsBase(other.Schema) && parts.Any(part => (string?)part!["$ref"] == ReferenceTo(other.Name)));
        return !isChild ? Translate(schema) : new JsonObject
        {
            ["allOf"] = new JsonArray(Translate(schema), new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = new JsonArray(name) } } }),
        };
    }

    private static bool IsBase(JsonObject schema) => schema.ContainsKey("discriminator") && schema.ContainsKey("properties");

    private string ReferenceTo(string name) => $"#/{contract.FolderOfSchemas}/{name}";

    /// <summary>One of the schemas that extend a base, by its discriminator; with a single one it may also be the base itself.</summary>
    private static JsonObject OneOfThose(string @base, string[] children)
    {
        IEnumerable<(string Schema, string Tag)> cases = [.. children.Select(child => (child, child)), .. children.Length == 1 ? [(@base + Own, @base)] : Array.Empty<(string, string)>()];
        return new JsonObject
        {
            ["anyOf"] = new JsonArray([.. cases.Select(@case => (JsonNode)new JsonObject
            {
                ["allOf"] = new JsonArray(
                    new JsonObject { ["$ref"] = $"#/definitions/{@case.Schema}" },
                    new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = new JsonArray(@case.Tag) } } }),
            })]),
        };
    }

    private JsonNode Translate(JsonNode node)
    {
        var translated = TranslateWithoutQuotes(node);
        return node is JsonObject schema && Forgives(Leniency.Quotes) && QuotedFormOf(schema) is { } quoted ? AnyOf(translated, quoted) : translated;
    }

    /// <summary>The schema's own values; within them quotes are forgiven.</summary>
    private JsonNode TranslateWithoutQuotes(JsonNode node)
    {
        if (node is JsonArray array)
            return new JsonArray([.. array.Select(item => Translate(item!))]);
        if (node is not JsonObject schema)
            return node.DeepClone();
        var plain = new JsonObject();
        foreach (var (name, value) in schema.Where(keyword => !Untold.Contains(keyword.Key)))
            Translate(name, value, schema, plain);
        var isNullable = schema["nullable"] is JsonValue || schema["x-nullable"] is JsonValue;
        return isNullable ? AnyOf(plain, Null) : plain;
    }

    private void Translate(string name, JsonNode? value, JsonObject schema, JsonObject plain)
    {
        switch (name)
        {
            case "$ref":
                plain[name] = ((string)value!).Replace(ReferenceTo(""), "#/definitions/", StringComparison.Ordinal);
                break;
            case "allOf" when contract.Schemas.FirstOrDefault(other => (string?)value![0]!["$ref"] == ReferenceTo(other.Name)) is { Schema: { } parent } @base && value!.AsArray().Count > 1 && ChildrenOf(@base.Name, parent).Any():
                // A reference to a base means any that extends it, but not where it is extended.
                plain[name] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{@base.Name}{Own}" }, Translate(value![1]!));
                break;
            case "properties":
                plain[name] = new JsonObject(value!.AsObject().Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Property(property.Value!, IsRequired(schema, property.Key)))));
                break;
            case "patternProperties":
                plain[name] = new JsonObject(value!.AsObject().Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Translate(property.Value!))));
                break;
            case "required":
                if (!Forgives(Leniency.Missing))
                    plain[name] = RequiredOf(schema);
                break;
            case "const":
                plain["enum"] = new JsonArray(value!.DeepClone());
                AddTypes(plain, schema, [value]);
                break;
            case "enum":
                plain["enum"] = value!.DeepClone();
                AddTypes(plain, schema, [.. value.AsArray()]);
                break;
            case "prefixItems":
                // NJsonSchema knows tuples by draft 4's words.
                plain["items"] = Translate(value!);
                plain["additionalItems"] = false;
                break;
            case "not":
                // What is forgiven is not what another schema forbids.
                plain[name] = value!.DeepClone();
                break;
            case "additionalProperties" when Forgives(Leniency.Extra) && !schema.ContainsKey("patternProperties") && value is JsonValue && !(bool)value:
                break;
            case "items" when schema.ContainsKey("prefixItems"):
                break;
            case "oneOf" or "anyOf":
                // What is forgiven makes a value one of several cases.
                plain[contract.Style.Lenient == Leniency.None ? name : "anyOf"] = new JsonArray([.. value!.AsArray().Select(@case => Case(@case!, value!.AsArray()))]);
                break;
            default:
                plain[name] = Translate(value!);
                break;
        }
    }

    /// <summary>NJsonSchema takes the text of a listed number for the number, unless a type says otherwise.</summary>
    private static void AddTypes(JsonObject plain, JsonObject schema, JsonNode?[] values)
    {
        if (!schema.ContainsKey("type"))
            plain["type"] = new JsonArray([.. values.Select(TypeOf).Distinct().Select(type => JsonValue.Create(type))]);
    }

    private static string TypeOf(JsonNode? value) => value!.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "integer",
        _ => "boolean",
    };

    /// <summary>A case of a union: what tells it from the others must be there, whatever is forgiven.</summary>
    private JsonNode Case(JsonNode node, JsonArray all)
    {
        // Where a text is a case, or a list of texts, a number in quotes is that text.
        var translated = all.Any(IsText) ? TranslateWithoutQuotes(node) : Translate(node);
        if (node["items"] is { } items && all.Any(other => IsText(other!["items"])))
            translated["items"] = TranslateWithoutQuotes(items);
        if (node is JsonObject schema && schema.ContainsKey("required") && translated is JsonObject plain && plain.ContainsKey("properties"))
            plain["required"] = RequiredOf(schema);
        return translated;
    }

    private static bool IsText(JsonNode? node) => node is JsonObject schema && (string?)(schema["type"] as JsonValue) == "string";

    private static JsonArray RequiredOf(JsonObject schema) =>
        [.. schema["required"]!.AsArray().Where(member => IsRequired(schema, (string)member!)).Select(member => member!.DeepClone())];

    /// <summary>A member that only travels one way is optional in C#, for the other side has none.</summary>
    private static bool IsRequired(JsonObject schema, string member) =>
        schema["required"] is JsonArray required && required.Any(name => (string?)name == member)
        && !(schema["properties"]?[member] is JsonObject property && IsOneWay(property));

    private static bool IsOneWay(JsonObject property) => property.ContainsKey("readOnly") || property.ContainsKey("writeOnly");

    private JsonNode Property(JsonNode schema, bool isRequired) =>
        Forgives(Leniency.Nulls) && (!isRequired || (Forgives(Leniency.Missing) && !IsConstant(schema))) ? AnyOf(Translate(schema), Null) : Translate(schema);

    /// <summary>Has one possible value, a text or a whole number, which C# sets itself.</summary>
    private bool IsConstant(JsonNode node) => node switch
    {
        JsonObject schema when (string?)schema["$ref"] is { } reference => contract.Schemas.Any(other => reference == ReferenceTo(other.Name) && IsConstant(other.Schema)),
        JsonObject schema => (schema["const"] ?? (schema["enum"] is JsonArray { Count: 1 } values ? values[0] : null))?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number,
        _ => false,
    };

    private bool Forgives(Leniency kind) => contract.Style.Lenient.HasFlag(kind);

    /// <summary>The texts that stand for a number or boolean. An unlisted number is refused only where enums are closed.</summary>
    private JsonObject? QuotedFormOf(JsonObject schema)
    {
        var type = schema["const"] is { } constant ? TypeOf(constant) : (string?)(schema["type"] is JsonArray types ? types[0] : schema["type"] as JsonValue);
        var pattern = type switch
        {
            "integer" when contract.Style.HasClosedEnums && (schema["enum"] ?? schema["const"]) is { } listed => $"^({string.Join('|', (listed as JsonArray ?? [listed.DeepClone()]).Select(value => value!.ToJsonString()))})$",
            "integer" => "^-?[0-9]{1,16}$",
            "number" => @"^-?[0-9]{1,9}(\.[0-9]{1,8})?([eE][+-]?[0-9]{1,2})?$",
            "boolean" => "^(true|false)$",
            _ => null,
        };
        return pattern is null ? null : new JsonObject { ["title"] = Quoted, ["type"] = "string", ["pattern"] = pattern };
    }

    private static JsonObject Null => new() { ["type"] = "null" };

    private static JsonObject AnyOf(params JsonNode[] cases) => new() { ["anyOf"] = new JsonArray(cases) };
}
