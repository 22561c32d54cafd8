using SyncGen.Documents;

namespace SyncGen.Tests;

/// <summary>Plain scalars follow the core schema of YAML 1.2 and become what JSON writes.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    public void Null_has_four_spellings(string text) => Assert.Equal(new YamlScalar(ScalarKind.Null, "null"), YamlScalar.OfPlain(text));

    [Theory]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    public void Booleans_are_true_and_false(string text, string json) => Assert.Equal(new YamlScalar(ScalarKind.Boolean, json), YamlScalar.OfPlain(text));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "-0")]
    [InlineData("+12", "12")]
    [InlineData("012", "12")]
    [InlineData("-007.50", "-7.50")]
    [InlineData("1.0", "1.0")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("5.e3", "5e3")]
    [InlineData("1e3", "1e3")]
    [InlineData("6.02E+23", "6.02E+23")]
    [InlineData("0x1F", "31")]
    [InlineData("0xffffffffffffffffffff", "1208925819614629174706175")]
    [InlineData("0o17", "15")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void Numbers_become_json_numbers(string text, string json) => Assert.Equal(new YamlScalar(ScalarKind.Number, json), YamlScalar.OfPlain(text));

    [Theory]
    [InlineData("no")]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("y")]
    [InlineData("tRue")]
    [InlineData("nULL")]
    [InlineData("1:20")]
    [InlineData("1_000")]
    [InlineData("2001-01-01")]
    [InlineData("2001-01-01T10:00:00Z")]
    [InlineData("1.2.3")]
    [InlineData("0o18")]
    [InlineData("0x")]
    [InlineData("0b1")]
    [InlineData("-0x1F")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e3")]
    [InlineData("--1")]
    [InlineData("-+.inf")]
    [InlineData("Infinity")]
    [InlineData("١٢")]
    public void Everything_else_is_text(string text) => Assert.Equal(new YamlScalar(ScalarKind.String, text), YamlScalar.OfPlain(text));

    [Theory]
    [InlineData(".nan")]
    [InlineData(".inf")]
    [InlineData("-.Inf")]
    [InlineData("+.INF")]
    public void Numbers_without_json_form_are_marked(string text) => Assert.False(YamlScalar.OfPlain(text).HasJsonForm);
}
