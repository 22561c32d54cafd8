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
        from lenient in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 63]))
        from shuffled in Gen.Shuffle(SchemaNames, 1, 9)
        from kinds in Gen.Frequency((3, Gen.Const(Kind.Any)), (4, Gen.Const(Kind.Record)), (2, Gen.Const(Kind.Derived)), (3, Gen.Const(Kind.Tagged)), (2, Gen.Const(Kind.Union)), (2, Gen.Const(Kind.Base)), (3, Gen.Const(Kind.Child))).Array[shuffled.Length]
        let names = shuffled.Select((name, index) => NameOf(kinds[index], name, index)).ToArray()
        from schemas in SchemasOf(dialect, names, kinds)
        from seed in Gen.Int[0, 1_000_000]
        select new RandomContract(dialect, style with { Lenient = (Leniency)lenient }, [.. names.Zip(schemas)], seed);

    private enum Kind
    {
        Any,
        Record,
        Derived,
        Tagged,
        Union,

        /// <summary>An object that says by a member which of the objects that extend it it is.</summary>
        Base,
        Child,
    }

    /// <summary>A discriminator's value is a schema's name; <see cref="RandomValues"/> knows it by the name in C#, which is the same.</summary>
    private static string NameOf(Kind kind, string name, int index) => kind switch
    {
        Kind.Base => $"{RandomContract.BasePrefix}{index}",
        Kind.Child => $"{RandomContract.ChildPrefix}{index}",
        _ => name,
    };

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
            var schema = SchemaOf(new RandomSchemas(dialect, [.. names.Take(index).Where((_, before) => kinds[before] != Kind.Base)], names), index, names, kinds);
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
            Kind.Child when Before(Kind.Base) is { Length: > 0 } bases => Gen.OneOf(bases).SelectMany(@base => schemas.Derived(@base, $"_{index}")),
            Kind.Base => schemas.Base($"_{index}"),
            Kind.Tagged => schemas.Tagged(names[index], $"_{index}"),
            Kind.Union when Before(Kind.Tagged) is { Length: > 1 } cases => schemas.UnionOf(cases),
            // Another schema may extend a record, which can then not be closed.
            Kind.Record or Kind.Derived or Kind.Child => schemas.Record("", isClosable: false),
            _ => schemas.Any(depth: 2).Where(schema => schema.Count > 0),
        };
    }
}
