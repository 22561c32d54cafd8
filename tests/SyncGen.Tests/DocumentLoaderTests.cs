using System.Text;
using SyncGen.Documents;

namespace SyncGen.Tests;

/// <summary>Reading files: what a case folder cannot show, because it is about bytes, sizes or the file system.</summary>
public sealed class DocumentLoaderTests : IDisposable
{
    private const string Contract = "openapi: 3.0.3\ninfo:\n  title: Pets\n  notes: |\n    one\n    two\ncomponents:\n  schemas:\n    Pet: {$ref: 'pet.yaml#/Pet'}\n";
    private readonly ContractScratch _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_breaks_change_no_value_and_no_place(string lineBreak)
    {
        _folder.With("pet.yaml", "Pet: {type: string}\n");
        var original = Describe(_folder.LoadOne("lf.yaml", Contract).Root);
        var twin = Describe(_folder.LoadOne("twin.yaml", Contract.Replace("\n", lineBreak, StringComparison.Ordinal)).Root);
        Assert.Equal(original, twin);
    }

    [Theory]
    [InlineData("c.yaml", "a: {é: 1, b: [true, ~]}")]
    [InlineData("c.json", """{"a": {"é": 1, "b": [true, null]}}""")]
    public void A_byte_order_mark_moves_nothing(string path, string text)
    {
        var plain = Describe(_folder.LoadOne(path, text).Root);
        _folder.With(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Equal(plain, Describe(_folder.Load(path)!.Entries.Single().Root));
    }

    [Fact]
    public void Columns_count_utf16_units()
    {
        var root = _folder.LoadOne("c.json", "{\"é😀\": 1,\n \"😀\": [\"é\", 2]}").Root;
        Assert.Equal("mapping 1:1 [é😀 1:2+5 number 1:9+1 1; 😀 2:2+4 list 2:8 [string 2:9+3 é; number 2:14+1 2]]", Describe(root));
    }

    [Fact]
    public void Json_in_a_yaml_file_is_read_as_json()
    {
        var text = "{\n\t\"a\": \"\\ud83d\\ude00\",\n\t\"b\": 1.50\n}\n";
        Assert.Equal(Describe(_folder.LoadOne("c.json", text).Root), Describe(_folder.LoadOne("c.yaml", text).Root));
    }

    [Fact]
    public void A_yaml_11_line_break_is_a_character_like_others()
    {
        var root = (MappingNode)_folder.LoadOne("c.yaml", "a: x\u2028y\nb: \"x\u0085y\"\nc: 1\n").Root;
        Assert.Equal(["x\u2028y", "x\u0085y", "1"], root.Members.Select(member => ((ScalarNode)member.Value).Text));
        Assert.Equal(3, root.Members[2].NameSpan.Line);
    }

    [Fact]
    public void The_text_as_written_is_kept_beside_the_value()
    {
        var root = (MappingNode)_folder.LoadOne("c.yaml", "a: 012\nb: True\nc: ~\nd: text\n012: 1\n").Root;
        Assert.Equal(["012", "True", "~", "text", "1"], root.Members.Select(member => ((ScalarNode)member.Value).Source));
        Assert.NotNull(root.Get("012"));
    }

    [Theory]
    [InlineData("a: |-\n  \n  x\n")]
    [InlineData("a: |\n \n  x\n")]
    [InlineData("a: > # folded\n  \n\n  x\n")]
    [InlineData("a: |+\n   \n\n   x\nb: |-\n  \n  y\n")]
    public void Lines_of_spaces_may_begin_a_block_scalar(string text) => _folder.LoadOne("c.yaml", text);

    [Theory]
    [InlineData("a: {b: \"1\":\n}\n")]
    [InlineData("a:\n  {b: c, d: 'e':\n }\n")]
    [InlineData("? a\n: {[b: }]\n")]
    [InlineData("a: [*b, &b\n")]
    [InlineData("%YAML 9.9\na: 1\n")]
    [InlineData("a: \"\\q\"\n")]
    public void A_broken_file_is_one_error_with_a_place(string text)
    {
        _folder.With("c.yaml", text);
        Assert.Null(_folder.Load("c.yaml"));
        Assert.StartsWith("SG10", Assert.Single(_folder.Reports), StringComparison.Ordinal);
    }

    [Fact]
    public void A_merge_keeps_what_the_mapping_says_itself()
    {
        var documents = _folder.With("c.yaml", "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {<<: [*a, *b], x: 5}\n").Load("c.yaml");
        var merged = (MappingNode)((MappingNode)documents!.Entries.Single().Root).Get("c")!;
        Assert.Equal(["x=5", "y=2", "z=4"], merged.Members.Select(member => $"{member.Name}={((ScalarNode)member.Value).Text}"));
        Assert.Equal(["SG1014 c.yaml(3,5)"], _folder.Reports);
    }

    [Theory]
    [InlineData(128, 0)]
    [InlineData(129, 1)]
    public void Depth_is_bounded(int depth, int errors)
    {
        var text = $"{{\"a\": {new string('[', depth - 1)}{new string(']', depth - 1)}}}";
        _folder.With("c.json", text).Load("c.json");
        _folder.With("c.yaml", text.Replace("\"", "", StringComparison.Ordinal)).Load("c.yaml");
        Assert.Equal(errors * 2, _folder.Reports.Count(report => report.StartsWith("SG1008", StringComparison.Ordinal)));
        Assert.Equal(errors * 2, _folder.Reports.Count());
    }

    [Theory]
    [InlineData("c.yaml", "a: ", "")]
    [InlineData("c.json", "{\"a\": \"", "\"}")]
    public void The_length_of_a_text_is_bounded(string path, string before, string after)
    {
        _folder.With(path, $"{before}{new string('x', DocumentLimits.TextLength + 1)}{after}").Load(path);
        Assert.StartsWith("SG1019", Assert.Single(_folder.Reports), StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_of_a_file_is_bounded()
    {
        using (var file = File.Create(_folder.At("c.yaml")))
            file.SetLength(DocumentLimits.FileBytes + 1L);
        _folder.Load("c.yaml");
        Assert.Equal(["SG1002 c.yaml(1,1)"], _folder.Reports);
    }

    [Fact]
    public void The_size_of_all_files_is_bounded()
    {
        var contracts = Enumerable.Range(0, DocumentLimits.TotalMebibytes / DocumentLimits.FileMebibytes).Select(index => $"c{index}.yaml").ToArray();
        foreach (var contract in contracts)
        {
            using var file = File.Create(_folder.At(contract));
            file.SetLength(DocumentLimits.FileBytes);
        }

        _folder.With("last.yaml", "a: 1\n").Load([.. contracts, "last.yaml"]);
        Assert.Contains("SG1025 last.yaml(1,1)", _folder.Reports);
    }

    [Fact]
    public void A_file_reached_by_two_paths_is_one_document()
    {
        _folder.With("parts/pet.yaml", "Pet: {type: string}\n");
        Directory.CreateSymbolicLink(_folder.At("linked"), _folder.At("parts"));
        var documents = _folder.With("c.yaml", "allOf: [{$ref: 'parts/pet.yaml#/Pet'}, {$ref: 'linked/../linked/pet.yaml#/Pet'}]\n").Load("c.yaml");
        Assert.Equal(["c.yaml", "parts/pet.yaml"], documents!.Documents.Keys);
    }

    [Theory]
    [InlineData("outside.yaml", false)]
    [InlineData("folder/outside.yaml", true)]
    public void A_link_that_leaves_the_root_is_not_followed(string reference, bool linksFolder)
    {
        _folder.With("outside/outside.yaml", "Pet: {type: string}\n").With("root/c.yaml", $"$ref: '{reference}#/Pet'\n");
        if (linksFolder)
            Directory.CreateSymbolicLink(_folder.At("root/folder"), _folder.At("outside"));
        else
            File.CreateSymbolicLink(_folder.At("root/outside.yaml"), "../outside/outside.yaml");
        var documents = _folder.LoadBelow("root", "root/c.yaml");
        Assert.Equal(["SG1022 c.yaml(1,7)"], _folder.Reports);
        Assert.Equal(["c.yaml"], documents!.Documents.Keys);
    }

    [Fact]
    public void A_link_in_a_circle_is_no_file()
    {
        File.CreateSymbolicLink(_folder.At("a.yaml"), "b.yaml");
        File.CreateSymbolicLink(_folder.At("b.yaml"), "a.yaml");
        _folder.With("c.yaml", "$ref: 'a.yaml'\n").Load("c.yaml");
        Assert.Equal(["SG1024 c.yaml(1,7)"], _folder.Reports);
    }

    [Fact]
    public void A_wider_root_lets_references_go_up()
    {
        _folder.With("parts/pet.yaml", "Pet: {type: string}\n").With("api/c.yaml", "$ref: '../parts/pet.yaml#/Pet'\n");
        var documents = _folder.LoadBelow("", "api/c.yaml");
        Assert.Empty(_folder.Reports);
        Assert.Equal(["../parts/pet.yaml", "c.yaml"], documents!.Documents.Keys);
    }

    /// <summary>Kinds, values and places of a tree, on one line.</summary>
    private static string Describe(Node node) => node switch
    {
        MappingNode mapping => $"mapping {Place(node)} [{string.Join("; ", mapping.Members.Select(member => $"{member.Name} {member.NameSpan.Line}:{member.NameSpan.Column}+{member.NameSpan.Length} {Describe(member.Value)}"))}]",
        SequenceNode sequence => $"list {Place(node)} [{string.Join("; ", sequence.Items.Select(Describe))}]",
        ScalarNode scalar => $"{scalar.Kind.ToString().ToLowerInvariant()} {Place(node)}+{node.Span.Length} {scalar.Text}",
        _ => "",
    };

    private static string Place(Node node) => $"{node.Span.Line}:{node.Span.Column}";
}
