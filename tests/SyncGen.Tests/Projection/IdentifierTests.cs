using SyncGen.Projection;

namespace SyncGen.Tests.Projection;

/// <summary>Names of contracts and the C# names they become.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("room_id", "RoomId")]
    [InlineData("roomId", "RoomId")]
    [InlineData("room-id", "RoomId")]
    [InlineData("ROOM_ID", "RoomId")]
    [InlineData("m.room.member", "MRoomMember")]
    [InlineData("user's name", "UsersName")]
    [InlineData("200", "Value200")]
    [InlineData("1.0", "Value1_0")]
    [InlineData("v1.2.3", "V1_2_3")]
    [InlineData("-created", "MinusCreated")]
    [InlineData("+1", "Plus1")]
    [InlineData("", "Empty")]
    [InlineData(">=", "GreaterEqual")]
    [InlineData("$ref", "Ref")]
    [InlineData("größe", "Größe")]
    [InlineData("имя_поля", "ИмяПоля")]
    [InlineData("名前", "名前")]
    [InlineData("😀", "U1F600")]
    [InlineData("Ad\u200Bmin", "Admin")]
    [InlineData("a\u202Eb", "Ab")]
    [InlineData("../../etc/passwd", "EtcPasswd")]
    [InlineData("a\";}/*", "A")]
    [InlineData("istanbul", "Istanbul")]
    public void Any_text_becomes_a_name(string text, string name) => Assert.Equal(name, Identifier.PascalCase(text, "Value"));

    [Theory]
    [InlineData("RoomId", "roomId")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("URL", "url")]
    [InlineData("X1", "x1")]
    [InlineData("Class", "@class")]
    [InlineData("名前", "名前")]
    public void A_name_has_a_local(string name, string local) => Assert.Equal(local, Identifier.Local(name));

    [Fact]
    public void Long_names_that_differ_at_the_end_stay_apart()
    {
        var left = Identifier.PascalCase(new string('a', 400) + "left", "Value");
        var right = Identifier.PascalCase(new string('a', 400) + "right", "Value");
        Assert.Equal(Identifier.MaximumLength, left.Length);
        Assert.NotEqual(left, right);
    }

    [Theory]
    [InlineData("GetSyncResponseRooms", "GetSyncResponseRoom")]
    [InlineData("Categories", "Category")]
    [InlineData("People", "Person")]
    [InlineData("Addresses", "Address")]
    [InlineData("Boxes", "Box")]
    [InlineData("Status", null)]
    [InlineData("Address", null)]
    [InlineData("History", null)]
    public void A_plural_has_a_singular(string plural, string? singular) => Assert.Equal(singular, Plural.ToSingular(plural));

    [Theory]
    [InlineData("Pet", "Models/Pet.g.cs")]
    [InlineData("Con", "Models/Con_.g.cs")]
    [InlineData("Größe", "Models/Gr__e_aedc3f80.g.cs")]
    public void A_type_has_a_file_that_every_system_takes(string type, string file) => Assert.Equal(file, Files.NameOf("Models", type));
}
