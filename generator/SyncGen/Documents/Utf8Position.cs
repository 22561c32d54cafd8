using System.Text;

namespace SyncGen.Documents;

/// <summary>Turns byte offsets, given in ascending order, into lines and UTF-16 columns.</summary>
internal ref struct Utf8Position(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _offset;

    public int Line { get; private set; } = 1;

    public int Column { get; private set; } = 1;

    public void MoveTo(int offset)
    {
        var passed = _utf8[_offset..offset];
        _offset = offset;
        var lastBreak = passed.LastIndexOf((byte)'\n');
        if (lastBreak >= 0)
        {
            Line += passed.Count((byte)'\n');
            Column = 1;
        }

        Column += Encoding.UTF8.GetCharCount(passed[(lastBreak + 1)..]);
    }

    public readonly int CountCharacters(int start, int length) => Encoding.UTF8.GetCharCount(_utf8.Slice(start, length));
}
