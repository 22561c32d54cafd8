using System.Text.Json;
using Patches;
using Patches.Json;
using PatchUnions;
using PatchUnions.Json;

namespace SyncGen.Features;

/// <summary>A merge patch (RFC 7396) leaves alone what is absent and removes what is null, at every level.</summary>
public sealed class MergePatchTests
{
    [Theory]
    [InlineData("""{"name":"n"}""")]
    [InlineData("""{"name":"n","nickname":null,"age":null,"limit":null,"kind":null,"address":null,"work":null,"labels":null}""")]
    [InlineData("""{"name":"n","nickname":"k","age":7,"limit":10,"kind":"large","address":{},"work":{"title":null}}""")]
    [InlineData("""{"name":"n","address":{"street":null,"city":"c"},"parent":{"name":"p","parent":{"name":"q","age":null}}}""")]
    [InlineData("""{"name":"n","previous":[{"street":"s"}],"labels":{"a":null,"b":"x"},"anything":null}""")]
    public void Absent_and_null_are_kept_apart(string json) => Assert.Equal(json, ProfilePatchCodec.Format.ToText(ProfilePatchCodec.Format.Read(json)));

    [Fact]
    public void Schema_that_only_serves_patches_is_one_type()
    {
        const string json = """{"theme":null,"window":{"width":null},"other":null,"more":1}""";

        var update = SettingsUpdateCodec.Format.Read(json);

        Assert.True(update.Theme.IsPresent);
        Assert.Null(update.Theme.Value);
        Assert.Equal(json, SettingsUpdateCodec.Format.ToText(update));
        Assert.Equal("{}", SettingsUpdateCodec.Format.ToText(new SettingsUpdate()));
    }

    [Theory]
    [InlineData("""{"name":null}""", "$.name")]
    [InlineData("""{"name":"n","previous":[{"street":null}]}""", "$.previous[0].street")]
    public void Null_removes_no_required_member_and_nothing_in_a_list(string json, string path) =>
        Assert.Equal(path, Assert.ThrowsAny<JsonException>(() => ProfilePatchCodec.Format.Read(json)).Path);

    /// <summary>What servers alone set has no place in a patch, and one that sends it nevertheless changes nothing.</summary>
    [Fact]
    public void Patch_has_no_member_that_is_read_only()
    {
        Assert.Null(typeof(ProfilePatch).GetProperty("Revision"));
        Assert.NotNull(typeof(Profile).GetProperty("Revision"));
        Assert.Equal("""{"name":"n"}""", ProfilePatchCodec.Format.ToText(ProfilePatchCodec.Format.Read("""{"name":"n","revision":7}""")));
    }

    [Fact]
    public void The_schema_itself_is_as_strict_as_before() =>
        Assert.Equal("$.nickname", Assert.ThrowsAny<JsonException>(() => ProfileCodec.Format.Read("""{"name":"n","nickname":null}""")).Path);

    [Fact]
    public void Constraints_hold_for_what_is_there()
    {
        Assert.Equal("$.age", Assert.Single(ProfilePatchCodec.Format.Read("""{"name":"n","age":-1}""").Validate()).Path);
        Assert.Empty(ProfilePatchCodec.Format.Read("""{"name":"n","age":null}""").Validate());
    }

    [Theory]
    [InlineData("""{"payment":{"number":"1"}}""")]
    [InlineData("""{"payment":{"number":"1","holder":null},"address":{"street":"s","city":null},"amount":null}""")]
    [InlineData("""{"payment":{"iban":"i","note":null},"address":"a","amount":7}""")]
    [InlineData("""{"payment":null,"address":null,"amount":"7"}""")]
    public void Cases_of_a_union_keep_absent_and_null_apart(string json) =>
        Assert.Equal(json, PatchOrderRequestCodec.Format.ToText(PatchOrderRequestCodec.Format.Read(json)));

    [Theory]
    [InlineData("""{"kind":"Dog","bark":null}""", typeof(PetPatch.DogPatchCase))]
    [InlineData("""{"kind":"Dog","name":null,"bark":true}""", typeof(PetPatch.DogPatchCase))]
    [InlineData("""{"kind":"Pet","name":null}""", typeof(PetPatch.PetBasePatchCase))]
    public void Discriminator_tells_the_patch(string json, Type type)
    {
        var patch = PetPatchCodec.Format.Read(json);

        Assert.IsType(type, patch);
        Assert.Equal(json, PetPatchCodec.Format.ToText(patch));
    }

    [Theory]
    [InlineData("""{"payment":{"street":"s"}}""", "$.payment")]
    [InlineData("""{"payment":{"number":null}}""", "$.payment")]
    [InlineData("""{"amount":true}""", "$.amount")]
    public void Patch_that_fits_no_case_is_refused(string json, string path)
    {
        string? found = null;
        try
        {
            found = PatchOrderRequestCodec.Format.Read(json).Validate() is [var violation] ? violation.Path : null;
        }
        catch (JsonException exception)
        {
            found = exception.Path;
        }

        Assert.Equal(path, found);
    }
}
