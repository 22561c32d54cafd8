using System.Text.Json.Nodes;
using CsCheck;

namespace SyncGen.Properties;

/// <summary>Makes random contracts. What a schema may refer to keeps values finite: a required member never leads back to its own schema.</summary>
internal static class RandomContracts
{
    // Names that C#, the generated code or a reader stumbles over.
    private static readonly string[] SchemaNames =
    [
        "Pet", "pet", "Order.Line", "order-line", "string", "Object", "List", "Task", "Value", "1st", "_", "Unknown", "Codec", "JsonElement", "Optional", "Violation",
    ];

    /// <summary>Contracts in every dialect and style.</summary>
    public static Gen<RandomContract> Any { get; } =
        from dialect in Gen.OneOf(Dialect.Swagger20, Dialect.OpenApi30, Dialect.OpenApi31)
        from style in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, StyleOf)
        from names in Gen.Shuffle(SchemaNames, 1, 9)
        from kinds in Gen.Frequency((3, Gen.Const(Kind.Any)), (4, Gen.Const(Kind.Record)), (2, Gen.Const(Kind.Derived)), (3, Gen.Const(Kind.Tagged)), (2, Gen.Const(Kind.Union))).Array[names.Length]
        from schemas in SchemasOf(dialect, names, kinds)
        from seed in Gen.Int[0, 1_000_000]
        select new RandomContract(dialect, style, [.. names.Zip(schemas)], seed);

    private enum Kind
    {
        Any,
        Record,
        Derived,
        Tagged,
        Union,
    }

    private static CodeStyle StyleOf(bool isRaw, bool usesDecimal, bool hasClosedEnums, bool usesOptional) => CodeStyle.Default with
    {
        FreeForm = isRaw ? FreeFormJson.Raw : FreeFormJson.Element,
        UsesDecimal = usesDecimal,
        HasClosedEnums = hasClosedEnums,
        UsesOptional = usesOptional,
    };

    private static Gen<JsonObject[]> SchemasOf(Dialect dialect, string[] names, Kind[] kinds)
    {
        var all = Gen.Const(Array.Empty<JsonObject>());
        for (var index = 0; index < names.Length; index++)
        {
            var schema = SchemaOf(new RandomSchemas(dialect, names[..index], names), index, names, kinds);
            all = Gen.Select(all, schema, (before, next) => before.Append(next).ToArray());
        }

        return all;
    }

    private static Gen<JsonObject> SchemaOf(RandomSchemas schemas, int index, string[] names, Kind[] kinds)
    {
        string[] Before(params Kind[] wanted) => [.. names.Take(index).Where((_, other) => wanted.Contains(kinds[other]))];
        return kinds[index] switch
        {
            Kind.Derived when Before(Kind.Record, Kind.Derived) is { Length: > 0 } bases => Gen.OneOf(bases).SelectMany(@base => schemas.Derived(@base, $"_{index}")),
            Kind.Tagged => schemas.Tagged(names[index], $"_{index}"),
            Kind.Union when Before(Kind.Tagged) is { Length: > 1 } cases => schemas.UnionOf(cases),
            // Another schema may extend a record, which can then not be closed.
            Kind.Record or Kind.Derived => schemas.Record("", isClosable: false),
            // A map of free-form values would be free-form itself: C# does not ask whether it is an object.
            _ => schemas.Any(depth: 2).Where(schema => schema.Count > 0),
        };
    }
}
