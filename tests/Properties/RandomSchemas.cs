using System.Text.Json.Nodes;
using CsCheck;

namespace SyncGen.Properties;

/// <summary>Makes random schemas in one dialect.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="before">The schemas that may be referred to from anywhere.</param>
/// <param name="all">The schemas that only an optional member, a list or a map may refer to.</param>
internal sealed class RandomSchemas(Dialect dialect, string[] before, string[] all)
{
    private static readonly string[] PropertyNames =
    [
        "id", "Id", "name", "class", "value", "Value", "a b", "a-b", "", "$type", "\u20AC", "\U0001F600", "\"\\", "Equals", "to_string", "reader", "name_1", "items", "Clone", "seen", "#",
    ];

    private static readonly string[] Texts = ["", "a", "A", "a b", "1", "ü", "null", "class", "-", "_", "unknown", "\u0007"];

    private static readonly long[] Integers = [-1, 0, 1, 9007199254740993];

    private static readonly string[] OfOtherMembers = ["additionalProperties", "minProperties", "maxProperties"];

    private string Folder => dialect == Dialect.Swagger20 ? "#/definitions/" : "#/components/schemas/";

    /// <summary>Any schema, no deeper than this.</summary>
    public Gen<JsonObject> Any(int depth)
    {
        var simple = Gen.OneOf(Text, Formatted, Integer, Number, Gen.Const(() => Typed("boolean")), Enum, FreeForm);
        if (depth <= 0)
            return simple;
        var deep = new List<(int, IGen<JsonObject>)>
        {
            (6, simple),
            (2, List(Any(depth - 1))),
            (1, Map(Any(depth - 1))),
            (2, Record("", isClosable: true, depth)),
            (1, MergedRecord(depth)),
            (2, Nullable(depth)),
        };
        if (before.Length > 0)
            deep.Add((3, Gen.OneOf(before).Select(Reference)));
        if (dialect != Dialect.Swagger20)
            deep.Add((2, UnionOfKinds(depth - 1)));
        if (dialect != Dialect.Swagger20)
            deep.AddRange([(1, UnionOfObjects(depth - 1)), (1, UnionOfLists(depth - 1))]);
        if (dialect == Dialect.OpenApi31)
            deep.AddRange([(2, CheckedSchemas.Any), (1, Constant), (1, PatternMap(Any(depth - 1))), (1, Tuple(depth - 1))]);
        return Gen.Frequency([.. deep]);
    }

    /// <summary>An object with declared members.</summary>
    /// <param name="suffix">Of their names.</param>
    /// <param name="isClosable">It may say what other members are; beside other parts of an allOf that would speak of their members, too.</param>
    /// <param name="depth">Of its members' schemas.</param>
    public Gen<JsonObject> Record(string suffix, bool isClosable, int depth = 2) =>
        from names in Gen.Shuffle(PropertyNames, 1, 5)
        from properties in Property(depth - 1).Array[names.Length]
        from limits in With("object", Maybe("minProperties", Gen.Int[0, 2]), Maybe("maxProperties", Gen.Int[2, 5]))
        from additional in Gen.Frequency((6, Gen.Const((JsonNode?)null)), (1, Gen.Const(() => (JsonNode?)JsonValue.Create(!isClosable))), (1, isClosable ? Any(0).Select(schema => (JsonNode?)schema) : Gen.Const(() => (JsonNode?)new JsonObject())))
        select RecordOf(limits, [.. names.Select(name => name + suffix)], properties, additional);

    /// <summary>An object that says by a member which of the objects that extend it it is.</summary>
    public Gen<JsonObject> Base(string suffix) => Tagged("kind", suffix).Select(record =>
    {
        record["properties"]!["kind"] = Typed("string");
        record["discriminator"] = dialect == Dialect.Swagger20 ? "kind" : new JsonObject { ["propertyName"] = "kind" };
        return record;
    });

    /// <summary>An object that extends another.</summary>
    public Gen<JsonObject> Derived(string @base, string suffix) =>
        from own in Record(suffix, isClosable: false)
        select new JsonObject { ["allOf"] = new JsonArray(Reference(@base), own) };

    /// <summary>An object that says by a member what it is.</summary>
    public Gen<JsonObject> Tagged(string tag, string suffix) => Record(suffix, isClosable: false).Select(record =>
    {
        foreach (var keyword in OfOtherMembers)
            record.Remove(keyword);
        record["properties"]!["kind"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(tag) };
        record["required"] = new JsonArray([.. record["required"]?.AsArray().Select(name => name!.DeepClone()) ?? [], "kind"]);
        return record;
    });

    /// <summary>One of several objects that say what they are.</summary>
    public Gen<JsonObject> UnionOf(string[] cases)
    {
        if (dialect == Dialect.Swagger20)
            return List(Gen.OneOf(cases).Select(Reference));
        return from chosen in Gen.Shuffle(cases, 2, cases.Length)
               from keyword in Gen.OneOf("oneOf", "anyOf")
               from isDeclared in Gen.Bool
               select isDeclared
                   ? new JsonObject { [keyword] = References(chosen), ["discriminator"] = new JsonObject { ["propertyName"] = "kind" } }
                   : new JsonObject { [keyword] = References(chosen) };
    }

    private static Gen<JsonObject> Text { get; } = With(
        "string",
        Maybe("minLength", Gen.Int[0, 2]),
        Maybe("maxLength", Gen.Int[2, 4]),
        Maybe("pattern", Gen.OneOf("^[a-z]*$", "a", "^(ab?c|ü)+", @"\d", "^[A-Za-z0-9]", "[^a-c]$", @"^[^\s]+$")));

    private static Gen<JsonObject> Formatted { get; } =
        Gen.OneOf("date-time", "date", "uuid", "byte", "uri", "password", "x-unknown").Select(format => new JsonObject { ["type"] = "string", ["format"] = format });

    private Gen<JsonObject> Integer => With(
        "integer",
        Maybe("format", Gen.OneOf("int32", "int64")),
        Maybe("multipleOf", Gen.OneOf(1, 2, 3)),
        Bound("minimum", "exclusiveMinimum", Gen.OneOf(-3m, 0m, 1m)),
        Bound("maximum", "exclusiveMaximum", Gen.OneOf(2m, 5m, 100m)));

    private Gen<JsonObject> Number => With(
        "number",
        Maybe("format", Gen.OneOf("double", "float", "decimal")),
        Maybe("multipleOf", Gen.OneOf(0.5m, 0.1m, 2m)),
        Bound("minimum", "exclusiveMinimum", Gen.OneOf(-2.5m, 0m, 0.1m)),
        Bound("maximum", "exclusiveMaximum", Gen.OneOf(1m, 2.5m, 1000m)));

    private static Gen<JsonObject> Enum { get; } = Gen.OneOf(
        Gen.Shuffle(Texts, 1, 5).Select(values => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) }),
        Gen.Shuffle(Integers, 1, 4).Select(values => new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) }),
        Gen.OneOf("""{"enum":[1,"a",true]}""", """{"type":"number","enum":[0.5,2]}""", """{"type":"boolean","enum":[true]}""").Select(text => JsonNode.Parse(text)!.AsObject()));

    private static Gen<JsonObject> Constant { get; } = Gen.OneOf("""{"const":"a"}""", """{"type":"string","const":"b"}""", """{"const":1}""", """{"type":"integer","const":-1}""").Select(text => JsonNode.Parse(text)!.AsObject());

    private static Gen<JsonObject> FreeForm { get; } = Gen.OneOf(Gen.Const(() => new JsonObject()), FreeObject);

    private static Gen<JsonObject> FreeObject => With("object", Maybe("minProperties", Gen.Int[0, 1]), Maybe("maxProperties", Gen.Int[1, 2]));

    private static Gen<JsonObject> List(Gen<JsonObject> items) =>
        from item in items
        from limits in With("array", Maybe("minItems", Gen.Int[0, 1]), Maybe("maxItems", Gen.Int[1, 3]), Maybe("uniqueItems", Gen.Const(true)))
        select Set(limits, "items", item);

    private static Gen<JsonObject> Map(Gen<JsonObject> values) =>
        from value in values
        from limits in With("object", Maybe("minProperties", Gen.Int[0, 1]), Maybe("maxProperties", Gen.Int[1, 3]))
        select Set(limits, "additionalProperties", value);

    /// <summary>A map whose names have a pattern, which most names of <see cref="RandomValues"/> and <see cref="Mutation"/> match.</summary>
    private static Gen<JsonObject> PatternMap(Gen<JsonObject> values) =>
        from value in values
        from isClosed in Gen.Bool
        select isClosed
            ? new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { ["^[a-z]"] = value }, ["additionalProperties"] = false }
            : new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { ["^[a-z]"] = value } };

    /// <summary>A list whose first items have kinds of their own, and which has no others.</summary>
    private Gen<JsonObject> Tuple(int depth) =>
        from items in Gen.Shuffle(TupleItems(depth), 2, 4).SelectMany(All)
        select new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray([.. items]), ["items"] = false };

    private Gen<JsonObject>[] TupleItems(int depth) =>
        [Gen.Const(() => Typed("string")), Gen.Const(() => Typed("integer")), Gen.Const(() => Typed("boolean")), Record("", isClosable: false, depth)];

    private Gen<JsonObject> MergedRecord(int depth) => Gen.Select(
        Record("", isClosable: false, depth - 1),
        Record("_2", isClosable: false, depth - 1),
        (first, second) => new JsonObject { ["allOf"] = new JsonArray(first, Without(second, "additionalProperties")) });

    private Gen<JsonObject> UnionOfKinds(int depth) => Gen.Select(
        Gen.Shuffle(KindsOf(depth), 2, 4).SelectMany(All),
        Gen.OneOf("oneOf", "anyOf"),
        (cases, keyword) => new JsonObject { [keyword] = new JsonArray([.. cases]) });

    private Gen<JsonObject>[] KindsOf(int depth) =>
        [Text, Gen.OneOf(Integer, Number), Gen.Const(() => Typed("boolean")), List(Any(depth)), Record("", isClosable: true, depth)];

    /// <summary>Objects told apart by a member that only one of them has, and must have.</summary>
    private Gen<JsonObject> UnionOfObjects(int depth) => Any(depth).Array[2, 3].Select(members => new JsonObject
    {
        ["oneOf"] = new JsonArray([.. members.Select(TellingObject)]),
    });

    /// <summary>Lists told apart by their items: of kinds of their own, or objects that tell themselves apart.</summary>
    private Gen<JsonObject> UnionOfLists(int depth) => Gen.Shuffle(ItemsOfLists(depth), 2, 5).SelectMany(All).Select(items => new JsonObject
    {
        ["anyOf"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject { ["type"] = "array", ["items"] = item })]),
    });

    private Gen<JsonObject>[] ItemsOfLists(int depth) =>
    [
        Text, Integer, Gen.Const(() => Typed("boolean")), List(Any(depth)),
        Any(depth).Select(member => TellingObject(member, 0)), Any(depth).Select(member => TellingObject(member, 1)),
    ];

    private static JsonObject TellingObject(JsonObject member, int number) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray($"case {number}"),
        ["properties"] = new JsonObject { [$"case {number}"] = member, ["note"] = Typed("string") },
    };

    private Gen<JsonObject> Nullable(int depth) => Any(depth - 1).Select(schema =>
    {
        if (schema.Count == 0)
            return schema;
        if (dialect != Dialect.OpenApi31)
            return Set(schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema, dialect == Dialect.Swagger20 ? "x-nullable" : "nullable", true);
        if (schema["type"] is not JsonValue type || schema.ContainsKey("oneOf") || schema.ContainsKey("anyOf") || schema.ContainsKey("enum"))
            return new JsonObject { ["anyOf"] = new JsonArray(schema, Typed("null")) };
        schema["type"] = new JsonArray(type.DeepClone(), "null");
        return schema;
    });

    private Gen<(JsonObject Schema, bool IsRequired)> Property(int depth) => Gen.Frequency(
        (8, Gen.Select(Any(depth), Gen.Bool)),
        (2, Gen.Select(Any(depth).Select(Defaulted), Gen.Bool)),
        (1, Gen.Select(Any(depth), Gen.OneOf("readOnly", "writeOnly"), Gen.Bool, (schema, keyword, isRequired) => (schema.ContainsKey("$ref") ? schema : Set(schema, keyword, true), isRequired))),
        (1, Gen.OneOf(all).Select(name => (Reference(name), false))),
        (1, Gen.OneOf(all).Select(name => (Set(Typed("array"), "items", Reference(name)), false))),
        (1, Gen.OneOf(all).Select(name => (Set(Typed("object"), "additionalProperties", Reference(name)), false))));

    /// <summary>The schema with a default, where it can have one.</summary>
    private static JsonObject Defaulted(JsonObject schema) => DefaultOf(schema) is { } value ? Set(schema, "default", value) : schema;

    private static JsonNode? DefaultOf(JsonNode? schema) => (schema?["enum"]?[0] ?? schema?["const"])?.DeepClone() ?? (schema?["format"] is null ? (string?)(schema?["type"] as JsonValue) : null) switch
    {
        "string" => JsonValue.Create("ab"),
        "integer" => JsonValue.Create(2),
        "number" => JsonValue.Create(0.5m),
        "boolean" => JsonValue.Create(true),
        "array" => DefaultOf(schema!["items"] as JsonObject) is { } item ? new JsonArray(item) : new JsonArray(),
        "object" => new JsonObject(DefaultMembers(schema!)),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> DefaultMembers(JsonNode schema)
    {
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (DefaultOf(property as JsonObject) is { } value)
                yield return KeyValuePair.Create(name, (JsonNode?)value);
        }

        if (schema["properties"] is null && DefaultOf(schema["additionalProperties"] as JsonObject) is { } other)
            yield return KeyValuePair.Create("other", (JsonNode?)other);
    }

    private static JsonObject RecordOf(JsonObject record, string[] names, (JsonObject Schema, bool IsRequired)[] properties, JsonNode? additional)
    {
        record["properties"] = new JsonObject(names.Zip(properties, (name, property) => KeyValuePair.Create(name, (JsonNode?)property.Schema)));
        JsonNode[] required = [.. names.Zip(properties).Where(pair => pair.Second.IsRequired).Select(pair => JsonValue.Create(pair.First))];
        if (required.Length > 0)
            record["required"] = new JsonArray(required);
        if (additional is not null)
            record["additionalProperties"] = additional;
        return record;
    }

    private JsonObject Reference(string name) => new() { ["$ref"] = Folder + name };

    private JsonArray References(string[] names) => new([.. names.Select(Reference)]);

    private Gen<Action<JsonObject>> Bound(string name, string exclusiveName, Gen<decimal> bound) =>
        from number in bound
        from form in Gen.Int[0, 3]
        select new Action<JsonObject>(schema =>
        {
            if (form == 0 || (form == 1 && dialect != Dialect.OpenApi31))
                schema[name] = number;
            if (form == 1)
                schema[exclusiveName] = dialect == Dialect.OpenApi31 ? number : true;
        });

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Set(JsonObject schema, string name, JsonNode value)
    {
        schema[name] = value;
        return schema;
    }

    private static JsonObject Without(JsonObject schema, string name)
    {
        schema.Remove(name);
        return schema;
    }

    private static Gen<JsonObject> With(string type, params Gen<Action<JsonObject>>[] keywords) =>
        keywords.Aggregate(Gen.Const(() => Typed(type)), (schema, keyword) => Gen.Select(schema, keyword, (made, add) =>
        {
            add(made);
            return made;
        }));

    private static Gen<Action<JsonObject>> Maybe<T>(string name, Gen<T> value) => Gen.Frequency(
        (2, Gen.Const(new Action<JsonObject>(_ => { }))),
        (1, value.Select(chosen => new Action<JsonObject>(schema => schema[name] = JsonValue.Create(chosen)))));

    private static Gen<JsonObject[]> All(Gen<JsonObject>[] schemas) =>
        schemas.Aggregate(Gen.Const(Array.Empty<JsonObject>()), (before, next) => Gen.Select(before, next, (made, schema) => made.Append(schema).ToArray()));
}
