using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Projection;

namespace SyncGen.Tests.Projection;

/// <summary>Contract text in C# literals and documentation comments.</summary>
public sealed class EncoderTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("\"\\", "\"\\\"\\\\\"")]
    [InlineData("a\r\n\tb", "\"a\\r\\n\\tb\"")]
    [InlineData("\u2028\u0085\u202E\0", "\"\\u2028\\u0085\\u202E\\u0000\"")]
    [InlineData("é 名 ", "\"é 名 \"")]
    [InlineData("😀", "\"\\uD83D\\uDE00\"")]
    public void A_literal_shows_what_can_be_seen_and_escapes_the_rest(string text, string literal) => Assert.Equal(literal, Literal.Text(text));

    [Fact]
    public void A_literal_has_exactly_the_value_of_the_text()
    {
        for (var start = 0; start < 0x10000; start += 0x100)
        {
            var text = new string([.. Enumerable.Range(start, 0x100).Select(value => (char)value)]);
            Assert.Equal(text, SyntaxFactory.ParseToken(Literal.Text(text)).Value);
        }
    }

    [Theory]
    [InlineData("One line.", "<summary>One line.</summary>")]
    [InlineData("Uses ``since`` and `a < b`.", "<summary>Uses <c>since</c> and <c>a &lt; b</c>.</summary>")]
    [InlineData("See [the *docs*](https://example.com/?a=1&b=2).", "<summary>See <see href=\"https://example.com/?a=1&amp;b=2\">the docs</see>.</summary>")]
    [InlineData("[x](javascript:alert)", "<summary>x</summary>")]
    [InlineData("**Bold** text", "<summary>Bold text</summary>")]
    [InlineData("*One* word, _another one_, some_other_name, 2 * 3 * 4, **/*.cs", "<summary>One word, another one, some_other_name, 2 * 3 * 4, **/*.cs</summary>")]
    [InlineData("</summary> & <id>", "<summary>&lt;/summary&gt; &amp; &lt;id&gt;</summary>")]
    [InlineData("a\u202Eb\0c", "<summary>a[U+202E]b[U+0000]c</summary>")]
    [InlineData("First.\n\nSecond.", "<summary>First.</summary>|<remarks>Second.</remarks>")]
    [InlineData("First.<br/>Second.", "<summary>First.</summary>|<remarks>Second.</remarks>")]
    [InlineData("<p>First.</p> <p class='x'>Second.</p>", "<summary>First.</summary>|<remarks>Second.</remarks>")]
    [InlineData("<b>See</b> <a class=\"x\" href=\"https://example.com/(a)?b&amp;c\">the <i>docs</i></a>.", "<summary>See <see href=\"https://example.com/%28a%29?b&amp;c\">the docs</see>.</summary>")]
    [InlineData("<a href='/docs'>Docs</a>, <a href='javascript:alert'>more</a>, <a>none</a>", "<summary>Docs, more, none</summary>")]
    [InlineData("Is <code>a&lt;b&gt;</code>, not `&lt;` or `<b>`.", "<summary>Is <c>a&lt;b&gt;</c>, not <c>&amp;lt;</c> or <c>&lt;b&gt;</c>.</summary>")]
    [InlineData("A&nbsp;&lt;b&gt; &amp;amp; &unknown; &", "<summary>A &lt;b&gt; &amp;amp; &amp;unknown; &amp;</summary>")]
    [InlineData("Has:<ul> <li> <p>one</p> </li> <li>two</li></ul>", "<summary>Has:</summary>|<remarks>|<list type=\"bullet\">|<item><description>one</description></item>|<item><description>two</description></item>|</list>|</remarks>")]
    [InlineData("Has:<OL><LI>one</LI>\n\n<LI>two</LI></OL>Then.", "<summary>Has:</summary>|<remarks>|<list type=\"number\">|<item><description>one</description></item>|<item><description>two</description></item>|</list>|<para>Then.</para>|</remarks>")]
    [InlineData("Say:<pre><code>a\n  b</code></pre>", "<summary>Say:</summary>|<remarks>|<code>|a|  b|</code>|</remarks>")]
    [InlineData("Hidden <!-- from --> readers", "<summary>Hidden readers</summary>")]
    [InlineData("Has:\n* one\n* two", "<summary>Has:</summary>|<remarks>|<list type=\"bullet\">|<item><description>one</description></item>|<item><description>two</description></item>|</list>|</remarks>")]
    [InlineData("", "<summary>Nothing.</summary>")]
    public void Markdown_becomes_documentation(string markdown, string lines) =>
        Assert.Equal(lines, string.Join('|', DocComment.Of(markdown, "Nothing.")));

    [Fact]
    public void Documentation_is_well_formed_and_wrapped_whatever_the_text()
    {
        var random = new Random(1);
        string[] pieces = [.. "ab <>&\"'`*_[]()#-|\n\r\u2028\u0085\0\u202E\uD83D\uDE00~1.".Select(character => $"{character}"), "https://x.y", "<p>", "<li>", "</a>", "<a href='http://z'>", "<pre>", "</pre>", "&lt;", "&#10;"];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => pieces[random.Next(pieces.Length)]));
            var lines = DocComment.Of(text, "Nothing.", "a.yaml#/b");
            _ = System.Xml.Linq.XElement.Parse($"<doc>{string.Join('\n', lines)}</doc>");
            Assert.DoesNotContain(lines, line => line.Any(character => character is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085'));
        }
    }
}
