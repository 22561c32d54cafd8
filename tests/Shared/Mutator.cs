using System.Text;

namespace SyncGen.Testing;

/// <summary>Changes texts at random, the same way for the same seed.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="words">What may be put in.</param>
internal sealed class Mutator(Random random, string[] words)
{
    private const int MostChanges = 6;

    private const int LongestText = 200_000;

    /// <summary>A text with some changes, perhaps with a part of another one.</summary>
    public byte[] Mutate(byte[] text, byte[] other)
    {
        var bytes = new List<byte>(text);
        for (var changes = random.Next(1, MostChanges); changes > 0; changes--)
            Change(bytes, other);
        return [.. bytes.Take(LongestText)];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 9)), bytes.Count - at);
        switch (random.Next(10))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 2 when other.Length > 0:
                var start = random.Next(other.Length);
                bytes.InsertRange(at, other[start..Math.Min(other.Length, start + (1 << random.Next(1, 10)))]);
                break;
            case 3 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 4 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Word()), 1 << random.Next(1, 10)).SelectMany(word => word));
                break;
            case 6:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 7:
                SwapLines(bytes);
                break;
            default:
                bytes.RemoveRange(at, Math.Min(length, random.Next(12)));
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Word()));
                break;
        }
    }

    private string Word() => words[random.Next(words.Length)];

    private void SwapLines(List<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        var (one, two) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[two]) = (lines[two], random.Next(3) == 0 ? lines[one] : "  " + lines[one]);
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }
}
