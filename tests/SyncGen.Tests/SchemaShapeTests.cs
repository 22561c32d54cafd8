using System.Collections.Immutable;
using SyncGen.Linking;

namespace SyncGen.Tests;

/// <summary>What schemas mean: one schema a row, and the shapes that it and the schemas inside it are given.</summary>
public sealed class SchemaShapeTests
{
    private const string Declared = "#/components/schemas/";

    private const string Contract = """
        openapi: 3.1.0
        info: { title: Example, version: '1' }
        components:
          schemas:
            Pet: PET
            Name: { type: string, minLength: 1 }
            Animal: { type: object, required: [name], properties: { name: { $ref: '#/components/schemas/Name' }, nick: { type: string } } }
            Cat: { type: object, required: [kind], properties: { kind: { const: cat }, lives: { type: integer } } }
            Dog: { type: object, required: [kind], properties: { kind: { enum: [dog, hound] }, tricks: { type: integer } } }
            Base: { type: object, properties: { type: { type: string } }, discriminator: { propertyName: type } }
            Left: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { left: { type: string } } }] }
            Right: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { right: { type: string } } }
        """;

    [Theory]
    [InlineData("{}", "Pet: any")]
    [InlineData("{type: object}", "Pet: any object")]
    [InlineData("{type: object, properties: {}}", "Pet: any object")]
    [InlineData("{type: object, additionalProperties: false}", "Pet: {} closed")]
    [InlineData("{type: object, additionalProperties: true}", "Pet: any object")]
    [InlineData("{type: object, additionalProperties: {type: string}}", "Pet: map of Pet/additionalProperties", "Pet/additionalProperties: string")]
    [InlineData(
        "{additionalProperties: {$ref: Animal}, propertyNames: {pattern: '^a'}}",
        "Pet: map of Pet/additionalProperties /^a/",
        "Pet/additionalProperties: -> Animal")]
    [InlineData(
        "{patternProperties: {'^x': {type: integer}}, additionalProperties: false}",
        "Pet: map of Pet/patternProperties/^x /^x/",
        "Pet/patternProperties/^x: integer")]
    [InlineData(
        "{patternProperties: {'^x': {type: integer}, '^y': {type: string}}}",
        "Pet: map of Pet/allOf/additionalProperties for /(?:^x)|(?:^y)/",
        "Pet/allOf/additionalProperties: one of Pet/patternProperties/^x | Pet/patternProperties/^y",
        "Pet/patternProperties/^x: integer",
        "Pet/patternProperties/^y: string")]
    [InlineData(
        "{properties: {a: {type: string}}, additionalProperties: true}",
        "Pet: {a: Pet/properties/a} and Pet/additionalProperties",
        "Pet/properties/a: string",
        "Pet/additionalProperties: any")]
    [InlineData(
        "{properties: {a: {type: string}}, required: [a], additionalProperties: {type: integer}}",
        "Pet: {a!: Pet/properties/a} and Pet/additionalProperties",
        "Pet/properties/a: string",
        "Pet/additionalProperties: integer")]
    [InlineData("{properties: {a: {type: string}, b: false}}", "Pet: {a: Pet/properties/a}", "Pet/properties/a: string")]
    [InlineData("{type: [string, 'null']}", "Pet: string or null")]
    [InlineData("{type: string, nullable: true}", "Pet: string or null")]
    [InlineData("{type: string, x-nullable: true}", "Pet: string or null")]
    [InlineData(
        "{type: [string, integer]}",
        "Pet: one of Pet/type/integer | Pet/type/string",
        "Pet/type/integer: integer",
        "Pet/type/string: string")]
    [InlineData("{type: [number, integer, 'null']}", "Pet: number or null")]
    [InlineData("{type: [string, number, boolean, object, array]}", "Pet: any")]
    [InlineData("{type: string, format: date-time, minLength: 1, maxLength: 9007199254740993}", "Pet: string date-time 1..")]
    [InlineData("{type: integer, minimum: -99999999999999999999, exclusiveMaximum: 10}", "Pet: integer >= -99999999999999999999 < 10")]
    [InlineData("{type: number, minimum: 0, exclusiveMinimum: true}", "Pet: number > 0")]
    [InlineData("{type: string, enum: [a, b, a], x-enum-varnames: [First, Second, Third]}", "Pet: enum(a First, b Second)")]
    [InlineData("{type: string, enum: [a, null]}", "Pet: enum(a) or null")]
    [InlineData("{enum: [1, 2]}", "Pet: enum(1, 2)")]
    [InlineData("{type: number, enum: [1, 2.5]}", "Pet: number")]
    [InlineData("{enum: [a, 1]}", "Pet: any")]
    [InlineData("{enum: [true]}", "Pet: boolean")]
    [InlineData("{const: cat}", "Pet: enum(cat)")]
    [InlineData("{const: 3}", "Pet: enum(3)")]
    [InlineData("{oneOf: [{const: a, title: First}, {const: b, description: The second.}]}", "Pet: enum(a First, b)")]
    [InlineData("{anyOf: [{type: string, enum: [a]}, {type: string}]}", "Pet: open enum(a)")]
    [InlineData("{anyOf: [{type: string, format: ipv4}, {type: string, format: ipv6}]}", "Pet: string")]
    [InlineData("{oneOf: [{type: integer}, {type: number}]}", "Pet: number")]
    [InlineData("{oneOf: [{$ref: Animal}, {type: 'null'}]}", "Pet: -> Animal or null")]
    [InlineData("{oneOf: [{$ref: Animal}]}", "Pet: -> Animal")]
    [InlineData("{oneOf: [{$ref: Animal}, {$ref: Animal}]}", "Pet: -> Animal")]
    [InlineData("{oneOf: [{$ref: Animal}, {type: string}]}", "Pet: one of Animal | Pet/oneOf/1", "Pet/oneOf/1: string")]
    [InlineData("{oneOf: [{$ref: Animal}, {}]}", "Pet: any")]
    [InlineData("{oneOf: [{type: 'null'}]}", "Pet: any or null")]
    [InlineData(
        "{oneOf: [{type: array, items: {type: string}}, {type: string}], nullable: true}",
        "Pet: one of Pet/oneOf/0 | Pet/oneOf/1 or null",
        "Pet/oneOf/0: list of Pet/oneOf/0/items",
        "Pet/oneOf/0/items: string",
        "Pet/oneOf/1: string")]
    [InlineData(
        "{type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}",
        "Pet: {a: Pet/properties/a; b: Pet/properties/b}",
        "Pet/properties/a: string",
        "Pet/properties/b: string")]
    [InlineData(
        "{type: object, properties: {a: {type: string}}, oneOf: [{properties: {b: {type: string}}, required: [b]}, {properties: {c: {type: string}}, required: [c]}]}",
        "Pet: one of Pet/oneOf/0 | Pet/oneOf/1",
        "Pet/oneOf/0: {a: Pet/properties/a; b!: Pet/oneOf/0/properties/b}",
        "Pet/properties/a: string",
        "Pet/oneOf/0/properties/b: string",
        "Pet/oneOf/1: {a: Pet/properties/a; c!: Pet/oneOf/1/properties/c}",
        "Pet/oneOf/1/properties/c: string")]
    [InlineData(
        "{type: object, properties: {kind: {type: string}}, oneOf: [{properties: {kind: {const: a}}}, {properties: {kind: {const: b}}}]}",
        "Pet: {kind: Pet/properties/kind}",
        "Pet/properties/kind: string")]
    [InlineData("{oneOf: [{$ref: Cat}, {$ref: Dog}]}", "Pet: one of Cat | Dog by kind(cat: Cat, dog: Dog, hound: Dog)")]
    [InlineData(
        "{oneOf: [{$ref: Cat}, {$ref: Dog}], discriminator: {propertyName: kind}}",
        "Pet: one of Cat | Dog by kind(cat: Cat, dog: Dog, hound: Dog)")]
    [InlineData(
        "{oneOf: [{$ref: Cat}, {$ref: Dog}], discriminator: {propertyName: name, mapping: {c: Cat, d: '#/components/schemas/Dog', e: Cat}}}",
        "Pet: one of Cat | Dog by name(c: Cat, d: Dog, e: Cat)")]
    [InlineData("{allOf: [{$ref: Animal}]}", "Pet: -> Animal")]
    [InlineData("{allOf: [{$ref: Animal}], type: object, description: An animal., nullable: true}", "Pet: -> Animal or null")]
    [InlineData("{allOf: [{$ref: Animal}, {description: More.}]}", "Pet: -> Animal")]
    [InlineData(
        "{allOf: [{$ref: Animal}, {properties: {age: {type: integer}}, required: [age]}]}",
        "Pet: Animal + {age!: Pet/allOf/1/properties/age}",
        "Pet/allOf/1/properties/age: integer")]
    [InlineData(
        "{allOf: [{$ref: Animal}], properties: {age: {type: integer}}}",
        "Pet: Animal + {age: Pet/properties/age}",
        "Pet/properties/age: integer")]
    [InlineData("{allOf: [{$ref: Animal}], required: [age]}", "Pet: -> Animal")]
    [InlineData("{allOf: [{$ref: Animal}], required: [nick]}", "Pet: {name!: Animal/properties/name; nick!: Animal/properties/nick}")]
    [InlineData(
        "{allOf: [{$ref: Animal}, {properties: {nick: {type: string, maxLength: 3}}}]}",
        "Pet: {name!: Animal/properties/name; nick: Pet/allOf/properties/nick}",
        "Pet/allOf/properties/nick: string ..3")]
    [InlineData(
        "{allOf: [{$ref: Animal}, {$ref: Cat}]}",
        "Pet: {name!: Animal/properties/name; nick: Animal/properties/nick; kind!: Cat/properties/kind; lives: Cat/properties/lives}")]
    [InlineData("{allOf: [{$ref: Name}, {maxLength: 5}]}", "Pet: string 1..5")]
    [InlineData(
        "{type: [integer, string], allOf: [{type: array}]}",
        "Pet: one of Pet/type/integer | Pet/type/string",
        "Pet/type/integer: integer",
        "Pet/type/string: string")]
    [InlineData("{allOf: [{type: string}, {enum: [a, b]}]}", "Pet: enum(a, b)")]
    [InlineData(
        "{allOf: [{allOf: [{$ref: Animal}, {properties: {age: {type: integer}}}]}, {properties: {color: {type: string}}}]}",
        "Pet: Animal + {age: Pet/allOf/0/allOf/1/properties/age; color: Pet/allOf/1/properties/color}",
        "Pet/allOf/0/allOf/1/properties/age: integer",
        "Pet/allOf/1/properties/color: string")]
    [InlineData(
        "{allOf: [{properties: {a: {type: string}}}, {oneOf: [{$ref: Cat}, {$ref: Dog}]}]}",
        "Pet: one of Pet/allOf/oneOf/0 | Pet/allOf/oneOf/1 by kind(cat: Pet/allOf/oneOf/0, dog: Pet/allOf/oneOf/1, hound: Pet/allOf/oneOf/1)",
        "Pet/allOf/oneOf/0: Cat + {a: Pet/allOf/0/properties/a}",
        "Pet/allOf/0/properties/a: string",
        "Pet/allOf/oneOf/1: Dog + {a: Pet/allOf/0/properties/a}")]
    [InlineData("{allOf: [{oneOf: [{$ref: Cat}, {$ref: Dog}]}]}", "Pet: one of Cat | Dog by kind(cat: Cat, dog: Dog, hound: Dog)")]
    [InlineData("{$ref: Animal}", "Pet: -> Animal")]
    [InlineData("{$ref: Animal, description: An animal., default: {name: x}}", "Pet: -> Animal = {name: x}")]
    [InlineData("{$ref: Animal, properties: {age: {type: integer}}}", "Pet: Animal + {age: Pet/properties/age}", "Pet/properties/age: integer")]
    [InlineData("{type: array, items: {$ref: Animal}, minItems: 1, uniqueItems: true}", "Pet: list of Pet/items 1.. unique", "Pet/items: -> Animal")]
    [InlineData("{type: array}", "Pet: list of Pet/allOf/items", "Pet/allOf/items: any")]
    [InlineData("{items: false}", "Pet: list of Pet/items", "Pet/items: any")]
    [InlineData(
        "{type: array, prefixItems: [{type: string}, {type: integer}]}",
        "Pet: list of Pet/allOf/items",
        "Pet/allOf/items: any")]
    [InlineData(
        "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
        "Pet: list of Pet/allOf/items",
        "Pet/allOf/items: one of Pet/prefixItems/0 | Pet/prefixItems/1",
        "Pet/prefixItems/0: string",
        "Pet/prefixItems/1: integer")]
    [InlineData(
        "{type: array, prefixItems: [{type: string}, {type: string, format: date}], maxItems: 2}",
        "Pet: list of Pet/allOf/items ..2",
        "Pet/allOf/items: string")]
    [InlineData("{type: string, contentEncoding: base64}", "Pet: string base64")]
    [InlineData("{contentMediaType: application/octet-stream}", "Pet: string")]
    [InlineData("{type: file}", "Pet: string binary")]
    [InlineData("{not: {type: string}}", "Pet: any")]
    [InlineData("{type: string, default: 3}", "Pet: string = 3")]
    [InlineData("{type: boolean, default: 'true'}", "Pet: boolean = true")]
    [InlineData("{type: integer, default: many}", "Pet: integer")]
    [InlineData("{type: string, readOnly: true, deprecated: true}", "Pet: string readonly deprecated")]
    [InlineData(
        "{properties: {child: {$ref: Pet}, children: {type: array, items: {$ref: Pet}}}}",
        "Pet: {child: Pet/properties/child; children: Pet/properties/children}",
        "Pet/properties/child: -> Pet",
        "Pet/properties/children: list of Pet/properties/children/items",
        "Pet/properties/children/items: -> Pet")]
    [InlineData("{oneOf: [{$ref: Pet}, {type: string}]}", "Pet: string")]
    [InlineData(
        "{allOf: [{$ref: Base}, {properties: {a: {type: string}}}]}",
        "Pet: {type: Base/properties/type; a: Pet/allOf/1/properties/a}",
        "Pet/allOf/1/properties/a: string")]
    [InlineData("{$ref: Base}", "Pet: -> Base")]
    public void Schema_has_the_shape(string schema, params string[] shapes) =>
        Assert.Equal(shapes, ShapesOf(schema, "Pet"));

    [Fact]
    public void A_base_with_a_discriminator_is_one_of_those_that_extend_it() =>
        Assert.Equal("Base: one of Left | Right | Base/allOf/base by type(Left: Left, Right: Right, Base: Base/allOf/base)", ShapesOf("{}", "Base")[0]);

    private static ImmutableArray<string> ShapesOf(string schema, string root)
    {
        foreach (var name in new[] { "Animal", "Name", "Cat", "Dog", "Base", "Pet" })
            schema = schema.Replace($"$ref: {name}", $"$ref: '{Declared}{name}'", StringComparison.Ordinal);
        using var scratch = new ContractScratch();
        var documents = scratch.With("contract.yaml", Contract.Replace("PET", schema, StringComparison.Ordinal)).Load("contract.yaml");
        var model = ModelText.Build(Linker.Link(documents!, scratch.Diagnostics), scratch.Diagnostics);
        return
        [
            .. model.Schemas
                .Where(made => (made.Id.Pointer.Text + "/").StartsWith($"/components/schemas/{root}/", StringComparison.Ordinal))
                .Select(made => $"{made.Id.Pointer.Text["/components/schemas/".Length..]}: {ModelText.Of(made)}".Replace(Declared, "", StringComparison.Ordinal)),
        ];
    }
}
