using System.Text;

namespace SyncGen.Documents;

/// <summary>Gives one string for equal names: a contract repeats <c>description</c> a hundred thousand times.</summary>
internal sealed class JsonNames
{
    private const int LongestKept = 64;
    private readonly string?[] _names = new string?[1024];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8.Length > LongestKept)
            return Encoding.UTF8.GetString(utf8);
        ref var slot = ref _names[((utf8.Length * 131) + (utf8[0] * 31) + (utf8[^1] * 7) + utf8[utf8.Length / 2]) & 1023];
        if (slot is null || !Ascii.Equals(utf8, slot))
            slot = Encoding.UTF8.GetString(utf8);
        return slot;
    }
}
