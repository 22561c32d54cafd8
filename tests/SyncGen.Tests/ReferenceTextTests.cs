using SyncGen.Documents;

namespace SyncGen.Tests;

/// <summary>The text of a reference falls into a file, an address and a fragment.</summary>
public sealed class ReferenceTextTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("#", "", "")]
    [InlineData("#/definitions/Pet", "", "/definitions/Pet")]
    [InlineData("pet.yaml", "pet.yaml", "")]
    [InlineData("../a/pet.yaml#/Pet", "../a/pet.yaml", "/Pet")]
    [InlineData("m.room.message$m.text.yaml", "m.room.message$m.text.yaml", "")]
    [InlineData("my%20pet.yaml#/My%20Pet", "my pet.yaml", "/My%20Pet")]
    [InlineData("./a:b.yaml", "./a:b.yaml", "")]
    [InlineData("100%.yaml", "100%.yaml", "")]
    public void A_relative_path_is_decoded_and_the_fragment_is_not(string text, string filePart, string fragment) =>
        Assert.Equal(new ReferenceText(filePart, null, fragment, null), ReferenceText.Parse(text));

    [Theory]
    [InlineData("https://example.com/pets.yaml#/Pet", "https://example.com/pets.yaml")]
    [InlineData("HTTP://example.com/?a=b", "HTTP://example.com/?a=b")]
    [InlineData("urn:example:pet", "urn:example:pet")]
    public void An_address_is_no_file(string text, string address) => Assert.Equal(address, ReferenceText.Parse(text).Uri);

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("%2Fetc/passwd")]
    [InlineData("//server/share/pet.yaml")]
    [InlineData(@"\\server\share\pet.yaml")]
    [InlineData(@"parts\pet.yaml")]
    [InlineData("parts%5Cpet.yaml")]
    [InlineData("C:/pet.yaml")]
    [InlineData("c:pet.yaml")]
    [InlineData("file:///etc/passwd")]
    [InlineData("FILE:pet.yaml")]
    [InlineData("pet.yaml?version=1")]
    [InlineData("pet%00.yaml")]
    public void What_works_on_some_machines_only_is_refused(string text) => Assert.NotNull(ReferenceText.Parse(text).Problem);

    [Theory]
    [InlineData("Dog", true)]
    [InlineData("com.example.Dog", true)]
    [InlineData("#/components/schemas/Dog", false)]
    [InlineData("dog.yaml", false)]
    [InlineData("models/dog", false)]
    public void A_discriminator_names_a_schema_or_refers_to_one(string text, bool isName) =>
        Assert.Equal(isName, ReferenceText.IsPlainName(ReferenceKeyword.DiscriminatorMapping, text));
}
