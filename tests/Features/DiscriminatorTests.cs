using System.Text.Json;
using Unions;
using Unions.Json;
using Unions.Runtime;
using Unions.Runtime.Json;

namespace SyncGen.Features;

/// <summary>What unions with a discriminator read and write, of values that were read and of values that code makes.</summary>
public sealed class DiscriminatorTests
{
    [Theory]
    [InlineData("""{"kind":"Puppy","toy":"t","bark":true,"age":1}""", typeof(Animal.PuppyCase))]
    [InlineData("""{"kind":"Dog","bark":true}""", typeof(Animal.DogBaseCase))]
    [InlineData("""{"kind":"Animal","age":1}""", typeof(Animal.AnimalBaseCase))]
    [InlineData("""{"kind":"tom","age":1}""", typeof(Animal.CatCase))]
    [InlineData("""{"kind":"Wolf","age":1}""", typeof(Animal.UnknownCase))]
    public void Every_level_of_a_hierarchy_is_a_case_of_the_first(string json, Type expected) => Keeps<Animal, AnimalCodec>(json, expected);

    [Theory]
    [InlineData("""{"kind":"Puppy","toy":"t"}""", typeof(Dog.PuppyCase))]
    [InlineData("""{"kind":"Dog","bark":false}""", typeof(Dog.DogBaseCase))]
    public void Every_level_of_a_hierarchy_is_a_union_itself(string json, Type expected) => Keeps<Dog, DogCodec>(json, expected);

    [Theory]
    [InlineData("""{"kind":"Puppy","toy":"t"}""", typeof(Pet.DogCase))]
    [InlineData("""{"kind":"tom"}""", typeof(Pet.CatCase))]
    public void Cases_are_told_by_the_discriminator_that_they_inherit(string json, Type expected) => Keeps<Pet, PetCodec>(json, expected);

    [Theory]
    [InlineData("""{"kind":"Puppy","toy":"t"}""", typeof(Guest.DogCase))]
    [InlineData("""{"kind":"tom"}""", typeof(Guest.CatCase))]
    [InlineData("""{"weight":1}""", typeof(Guest.BagCase))]
    public void A_case_beside_others_keeps_the_values_of_its_own_discriminator(string json, Type expected) => Keeps<Guest, GuestCodec>(json, expected);

    [Theory]
    [InlineData("""{"kind":"Puppy","toy":"t"}""", typeof(Named.DogCase))]
    [InlineData("""{"kind":"tom"}""", typeof(Named.CatCase))]
    public void The_values_of_a_nested_union_and_an_inherited_mapping_count(string json, Type expected) => Keeps<Named, NamedCodec>(json, expected);

    [Theory]
    [InlineData("""{"kind":"Wheel","size":"BigWheel","inches":20}""", typeof(Part.WheelCase))]
    [InlineData("""{"kind":"Part"}""", typeof(Part.PartBaseCase))]
    public void A_base_that_another_property_tells_apart_is_one_case(string json, Type expected) => Keeps<Part, PartCodec>(json, expected);

    [Theory]
    [InlineData("""{"type":"bag","weight":1}""", typeof(Thing.BagCase))]
    [InlineData("""{"type":"sack","weight":1}""", typeof(Thing.BagCase))]
    [InlineData("""{"type":"box","side":1,"other":[2]}""", typeof(Thing.BoxCase))]
    [InlineData("""{"type":"labels","a":"b"}""", typeof(Thing.LabelsCase))]
    [InlineData("""{"type":"tool","edge":"Saw","teeth":9}""", typeof(Thing.ToolCase))]
    public void A_discriminator_that_the_case_does_not_declare_is_kept(string json, Type expected) => Keeps<Thing, ThingCodec>(json, expected);

    [Theory]
    [InlineData("""{"code":1}""", typeof(Move.WalkCase))]
    [InlineData("""{"code":2,"line":"7"}""", typeof(Move.RideCase))]
    [InlineData("""{"code":3,"line":"7"}""", typeof(Move.RideCase))]
    [InlineData("""{"code":"1"}""", typeof(Move.UnknownCase))]
    [InlineData("""{"code":4}""", typeof(Move.UnknownCase))]
    public void Whole_numbers_tell_cases(string json, Type expected) => Keeps<Move, MoveCodec>(json, expected);

    [Fact]
    public void A_whole_number_may_be_written_with_a_fraction() =>
        Assert.Equal("""{"code":1}""", MoveCodec.Format.ToText(MoveCodec.Format.Read("""{"code":1.0}""")));

    [Theory]
    [InlineData("""{"side":"Saw","teeth":9}""", typeof(Left.SawCase))]
    [InlineData("""{"side":"Axe","handle":"h"}""", typeof(Left.AxeCase))]
    public void Unions_that_lead_back_to_each_other_keep_their_discriminator(string json, Type expected) => Keeps<Left, LeftCodec>(json, expected);

    [Fact]
    public void A_listed_value_in_another_case_than_the_name_is_the_name() => Keeps<Shape, ShapeCodec>("""{"form":"circle","radius":2}""", typeof(Shape.CircleCase));

    [Fact]
    public void What_code_makes_is_written_with_its_discriminator()
    {
        Assert.Equal("""{"kind":"Puppy","toy":"t"}""", PuppyCodec.Format.ToText(new Puppy { Toy = "t" }));
        Assert.Equal("""{"kind":"Puppy","toy":"t"}""", AnimalCodec.Format.ToText(new Puppy { Toy = "t" }));
        Assert.Equal("""{"kind":"tom"}""", AnimalCodec.Format.ToText(new Cat()));
        Assert.Equal("""{"kind":"Animal","age":1}""", AnimalCodec.Format.ToText(new AnimalBase { Age = 1 }));
        Assert.Equal("""{"type":"bag","weight":1}""", ThingCodec.Format.ToText(new Bag { Weight = 1 }));
        Assert.Equal("""{"type":"labels","a":"b"}""", ThingCodec.Format.ToText(new Thing.LabelsCase(new Dictionary<string, string> { ["a"] = "b" })));
        Assert.Equal("""{"type":"tool","edge":"Axe","handle":"h"}""", ThingCodec.Format.ToText((Tool)new Axe { Handle = "h" }));
        Assert.Equal("""{"code":2,"line":"7"}""", MoveCodec.Format.ToText(new Ride { Line = "7" }));
        Assert.Equal("""{"form":"square","width":2}""", ShapeCodec.Format.ToText(new Square { Width = 2 }));
    }

    [Fact]
    public void Another_value_than_its_own_is_never_written_for_a_map() =>
        Assert.Equal("""{"type":"labels","a":"b"}""", ThingCodec.Format.ToText(new Thing.LabelsCase(new Dictionary<string, string> { ["type"] = "bag", ["a"] = "b" })));

    [Fact]
    public void Outside_the_union_a_property_of_the_discriminators_name_is_any_other() =>
        Keeps<Unions.Box, BoxCodec>("""{"type":"anything","side":1}""", typeof(Unions.Box));

    [Fact]
    public void A_record_refuses_the_discriminator_of_another() =>
        Assert.Throws<JsonException>(() => PuppyCodec.Format.Read("""{"kind":"Dog"}"""));

    private static void Keeps<T, TCodec>(string json, Type expected)
        where TCodec : struct, IJsonCodec<T>
    {
        var format = JsonFormat<T>.Of<TCodec>();
        var read = format.Read(json);

        Assert.IsType(expected, read);
        using var first = JsonDocument.Parse(json);
        using var second = JsonDocument.Parse(format.ToText(read));
        Assert.True(JsonElement.DeepEquals(first.RootElement, second.RootElement), second.RootElement.GetRawText());
    }
}
