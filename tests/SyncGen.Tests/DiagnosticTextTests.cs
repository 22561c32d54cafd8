using SyncGen.Diagnostics;

namespace SyncGen.Tests;

/// <summary>Text of a contract is harmless in a message.</summary>
public sealed class DiagnosticTextTests
{
    [Theory]
    [InlineData("Pet", "Pet")]
    [InlineData("café 😀 ペット", "café 😀 ペット")]
    [InlineData("a\nFake.cs(1,1): error CS0001: x", "a\\u{A}Fake.cs(1,1): error CS0001: x")]
    [InlineData("\u001b[2J\u0007", "\\u{1B}[2J\\u{7}")]
    [InlineData("a\u202Eb\u200Bc\u2028d", "a\\u{202E}b\\u{200B}c\\u{2028}d")]
    [InlineData("##vso[task]", "#\\u{23}vso[task]")]
    [InlineData("###", "#\\u{23}\\u{23}")]
    [InlineData("C#", "C#")]
    public void What_a_terminal_or_a_build_server_would_act_on_is_spelt_out(string text, string shown) =>
        Assert.Equal(shown, DiagnosticText.Clean(text));

    [Fact]
    public void A_long_text_is_cut()
    {
        var shown = DiagnosticText.Clean(new string('x', 6000));
        Assert.True(shown.Length <= 201);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
    }
}
