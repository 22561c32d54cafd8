namespace SyncGen.Tests;

/// <summary>Where references lead.</summary>
public sealed class LinkerTests : IDisposable
{
    private readonly ContractScratch _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_reference_in_data_is_none()
    {
        var links = _folder.With("c.yaml", """
            openapi: 3.1.0
            x-extension: {$ref: '#/nowhere'}
            components:
              examples:
                E: {value: {$ref: '#/nowhere'}}
              schemas:
                Pet:
                  default: {$ref: '#/nowhere'}
                  const: {$ref: '#/nowhere'}
                  enum: [{$ref: '#/nowhere'}]
                  example: {$ref: '#/nowhere'}
                  examples: [{$ref: '#/nowhere'}]
                  x-other: {$ref: '#/nowhere'}
            paths:
              /pets:
                get:
                  responses:
                    '200':
                      content:
                        application/json:
                          example: {$ref: '#/nowhere'}
                          examples: {e: {value: {$ref: '#/nowhere'}}}
            """).Links("c.yaml").ToArray();
        Assert.Empty(links);
        Assert.Empty(_folder.Reports);
    }

    [Fact]
    public void The_examples_of_a_swagger_response_are_data()
    {
        Assert.Empty(_folder.With("c.yaml", """
            swagger: '2.0'
            paths:
              /pets:
                get:
                  responses:
                    200: {description: Pets., examples: {application/json: {$ref: 'nowhere.json'}}}
            """).Links("c.yaml").ToArray());
        Assert.Empty(_folder.Reports);
    }

    [Fact]
    public void A_property_may_have_the_name_of_a_keyword()
    {
        var links = _folder.With("c.yaml", """
            definitions: {T: {type: string}}
            properties:
              example: {$ref: '#/definitions/T'}
              default: {$ref: '#/definitions/T'}
              x-name: {$ref: '#/definitions/T'}
              enum: {items: {$ref: '#/definitions/T'}}
              $ref: {$ref: '#/definitions/T'}
            """).Links("c.yaml").ToArray();
        Assert.Equal(
            [
                "c.yaml(3,12) -> c.yaml#/definitions/T",
                "c.yaml(4,12) -> c.yaml#/definitions/T",
                "c.yaml(5,11) -> c.yaml#/definitions/T",
                "c.yaml(6,17) -> c.yaml#/definitions/T",
                "c.yaml(7,9) -> c.yaml#/definitions/T",
            ],
            links);
        Assert.Empty(_folder.Reports);
    }

    [Fact]
    public void A_whole_map_may_stand_elsewhere()
    {
        var links = _folder
            .With("security.yaml", "token: {type: apiKey, in: query, name: token}\n")
            .With("c.yaml", "openapi: 3.1.0\ncomponents:\n  securitySchemes:\n    $ref: security.yaml\n").Links("c.yaml").ToArray();
        Assert.Equal(["c.yaml(4,5) -> security.yaml#"], links);
    }

    [Fact]
    public void Only_what_is_reached_of_a_file_must_be_right()
    {
        var links = _folder
            .With("parts.yaml", "Good: {$ref: '#/Text'}\nText: {type: string}\nBad: {$ref: 'missing.yaml'}\n")
            .With("c.yaml", "$ref: 'parts.yaml#/Good'\n").Links("c.yaml").ToArray();
        Assert.Equal(["c.yaml(1,1) -> parts.yaml#/Good", "parts.yaml(1,7) -> parts.yaml#/Text"], links);
        Assert.Empty(_folder.Reports);
    }

    [Fact]
    public void A_part_in_an_unknown_place_is_a_schema_when_it_is_used_as_one()
    {
        var links = _folder.With("c.yaml", """
            openapi: 3.0.3
            components: {schemas: {Pet: {$ref: '#/x-schemas/Pet'}}}
            x-schemas:
              Pet: {properties: {owner: {$ref: '#/x-schemas/Owner'}}}
              Owner: {type: string}
            """).Links("c.yaml").ToArray();
        Assert.Equal(["c.yaml(2,29) -> c.yaml#/x-schemas/Pet", "c.yaml(4,29) -> c.yaml#/x-schemas/Owner"], links);
    }

    [Fact]
    public void Relative_to_the_file_comes_before_relative_to_the_contract()
    {
        var links = _folder
            .With("name.yaml", "Name: {type: string}\nOnlyHere: {type: string}\n")
            .With("parts/name.yaml", "Name: {type: string}\n")
            .With("parts/pet.yaml", "properties:\n  a: {$ref: 'name.yaml#/Name'}\n  b: {$ref: 'name.yaml#/OnlyHere'}\n")
            .With("c.yaml", "$ref: parts/pet.yaml\n").Links("c.yaml").ToArray();
        Assert.Equal(["c.yaml(1,1) -> parts/pet.yaml#", "parts/pet.yaml(2,6) -> parts/name.yaml#/Name", "parts/pet.yaml(3,6) -> name.yaml#/OnlyHere"], links);
        Assert.Equal(["SG2006 parts/pet.yaml(3,13)"], _folder.Reports);
    }

    [Fact]
    public void Schemas_are_found_by_id_and_anchor()
    {
        var links = _folder.With("c.yaml", """
            $schema: https://json-schema.org/draft/2020-12/schema
            $id: https://example.com/pet
            properties:
              a: {$ref: 'https://example.com/name'}
              b: {$ref: 'name'}
              c: {$ref: 'name#/$defs/Part'}
              d: {$ref: '#tree'}
              e: {$ref: 'https://example.com/pet#/properties/f'}
              f: {$dynamicRef: '#tree'}
              g: {$ref: 'urn:example:unit'}
            $defs:
              name: {$id: name, type: string, $defs: {Part: {type: string}}, items: {$ref: '#/$defs/Part'}}
              tree: {$dynamicAnchor: tree, type: object}
              unit: {$id: 'urn:example:unit'}
            """).Links("c.yaml").ToArray();
        Assert.Equal(
            [
                "c.yaml(4,6) -> c.yaml#/$defs/name",
                "c.yaml(5,6) -> c.yaml#/$defs/name",
                "c.yaml(6,6) -> c.yaml#/$defs/name/$defs/Part",
                "c.yaml(7,6) -> c.yaml#/$defs/tree",
                "c.yaml(8,6) -> c.yaml#/properties/f",
                "c.yaml(9,6) -> c.yaml#/$defs/tree",
                "c.yaml(10,6) -> c.yaml#/$defs/unit",
                "c.yaml(12,73) -> c.yaml#/$defs/name/$defs/Part",
            ],
            links);
        Assert.Empty(_folder.Reports);
    }

    [Fact]
    public void A_discriminator_names_schemas_or_refers_to_them()
    {
        var links = _folder.With("c.yaml", """
            openapi: 3.0.3
            components:
              schemas:
                Pet:
                  discriminator:
                    propertyName: kind
                    mapping: {dog: Dog, cat: '#/components/schemas/Cat'}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
            """).Links("c.yaml").ToArray();
        Assert.Equal(
            [
                "c.yaml(7,24) -> c.yaml#/components/schemas/Dog",
                "c.yaml(7,34) -> c.yaml#/components/schemas/Cat",
                "c.yaml(8,19) -> c.yaml#/components/schemas/Pet",
                "c.yaml(9,19) -> c.yaml#/components/schemas/Pet",
            ],
            links);
        Assert.Empty(_folder.Reports);
    }

    [Fact]
    public void Contracts_share_what_they_refer_to()
    {
        var links = _folder
            .With("parts/pet.yaml", "Pet: {properties: {owner: {$ref: 'owner.yaml'}}}\n")
            .With("parts/owner.yaml", "type: string\n")
            .With("a.yaml", "openapi: 3.0.3\ncomponents: {schemas: {A: {$ref: 'parts/pet.yaml#/Pet'}}}\n")
            .With("b.yaml", "openapi: 3.0.3\ncomponents: {schemas: {B: {$ref: 'parts/pet.yaml#/Pet'}}}\n").Links("a.yaml", "b.yaml").ToArray();
        Assert.Equal(["a.yaml(2,27) -> parts/pet.yaml#/Pet", "b.yaml(2,27) -> parts/pet.yaml#/Pet", "parts/pet.yaml(1,27) -> parts/owner.yaml#"], links);
    }

    [Theory]
    [InlineData("self: {properties: {next: {$ref: '#/definitions/self'}}}", "")]
    [InlineData("a: {oneOf: [{$ref: '#/definitions/b'}]}, b: {allOf: [{$ref: '#/definitions/a'}]}", "")]
    [InlineData("a: {$ref: '#/definitions/a'}", "SG2004")]
    [InlineData("a: {allOf: [{allOf: [{$ref: '#/definitions/a'}]}]}", "SG2005")]
    [InlineData("a: {$ref: '#/definitions/b', type: object}, b: {allOf: [{$ref: '#/definitions/a'}]}", "SG2005")]
    public void A_cycle_is_an_error_where_nothing_breaks_it(string definitions, string code)
    {
        _ = _folder.With("c.yaml", $"definitions: {{{definitions}}}\n").Links("c.yaml").ToArray();
        Assert.Equal(code, string.Join(',', _folder.Reports.Select(report => report[..6]).Distinct()));
    }
}
