using System.Collections.Frozen;
using System.Globalization;

namespace SyncGen.Rendering;

/// <summary>
/// Walks over the tokens of a C# file and collects the namespaces of the types and extension methods that it names. What a file declares itself, a
/// property <c>Type</c> for example, is told from a type by the tokens around it; a namespace too many would only be of no use.
/// </summary>
internal ref struct TypeNameFinder(NamespaceTable names, string text)
{
    private static readonly FrozenSet<string> NoTypes = FrozenSet.Create(StringComparer.Ordinal, "await", "else", "in", "is", "new", "not", "or", "and", "as", "out", "ref", "return", "switch", "this", "throw", "when", "where", "with", "case");

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _types = names.Types.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _attributes = names.Attributes.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _extensions = names.Extensions.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _noTypes = NoTypes.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _certain = new(StringComparer.Ordinal);
    private readonly HashSet<string> _possible = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly Stack<char> _open = new();
    private ReadOnlySpan<char> _beforePrevious;
    private ReadOnlySpan<char> _previous;
    private int _position;

    public HashSet<string> Namespaces()
    {
        while (_position < text.Length)
        {
            var start = _position;
            var first = text[start];
            if (char.IsWhiteSpace(first))
            {
                _position++;
                continue;
            }

            if (first == '/' && text.AsSpan(start).StartsWith("//"))
            {
                SkipLine();
                FindReferences(text.AsSpan(start, _position - start));
                continue;
            }

            if (first == '#')
            {
                SkipLine();
                continue;
            }

            if (first is '"' or '\'')
                SkipLiteral(first);
            else if (IsWord(first))
                _position += WordLength(text.AsSpan(start));
            else
                _position++;
            var token = text.AsSpan(start, _position - start);
            if (char.IsLetter(first))
                Look(token);
            else
                Nest(first);
            _beforePrevious = _previous;
            _previous = token;
        }

        foreach (var name in _possible)
        {
            if (!_declared.Contains(name))
                _certain.Add(name);
        }

        foreach (var name in _certain)
            _namespaces.Add(names.Types[name]);
        return _namespaces;
    }

    private readonly void Look(ReadOnlySpan<char> name)
    {
        var isMember = _previous is "." && _beforePrevious is not ".";
        if (_previous is "[" && _attributes.TryGetValue(name, out var attribute))
            _namespaces.Add(attribute);
        if (!(isMember ? _extensions : _types).TryGetValue(name, out var @namespace))
            return;
        var next = text.AsSpan(_position).TrimStart();
        if (isMember)
        {
            if (next is ['(' or '<', ..])
                _namespaces.Add(@namespace);
        }
        else if (IsDeclared(next))
            _declared.Add(name.ToString());
        else if (_previous is "new" or "<" || next is ['<', ..] || IsBeforeName(next))
            _certain.Add(name.ToString());
        else
            _possible.Add(name.ToString());
    }

    /// <summary>The name is one of a member, or a call of it; a type stands before another token than these.</summary>
    private readonly bool IsDeclared(ReadOnlySpan<char> next) => next switch
    {
        ['=', '=', ..] => false,
        ['=' or ':', ..] => true,
        ['(', ..] => _previous is not ("new" or ":"),
        ['{' or ';', ..] => IsEndOfType(_previous),
        [',' or ')', ..] => IsEndOfType(_previous) || (_open.TryPeek(out var open) && open == '(' && _beforePrevious is not ("typeof" or "nameof")),
        _ => false,
    };

    private readonly bool IsEndOfType(ReadOnlySpan<char> token) =>
        token is ">" or "?" or "]" || (token.Length > 0 && IsWord(token[0]) && !_noTypes.Contains(token));

    /// <summary>A bracket that opens or closes; an angle opens where it follows a name directly.</summary>
    private readonly void Nest(char token)
    {
        if (token == '(' || (token == '<' && IsWord(text[_position - 2])))
            _open.Push(token);
        else if (_open.TryPeek(out var open) && token == (open == '(' ? ')' : '>'))
            _open.Pop();
    }

    private readonly bool IsBeforeName(ReadOnlySpan<char> next)
    {
        next = next.StartsWith("?") ? next[1..].TrimStart() : next;
        var length = WordLength(next);
        return length > 0 && !_noTypes.Contains(next[..length]);
    }

    /// <summary>What documentation refers to.</summary>
    private readonly void FindReferences(ReadOnlySpan<char> comment)
    {
        const string opening = "cref=\"";
        for (var start = comment.IndexOf(opening); start >= 0; start = comment.IndexOf(opening))
        {
            comment = comment[(start + opening.Length)..];
            var reference = comment[..Math.Max(0, comment.IndexOf('"'))];
            for (var index = 0; index < reference.Length; index++)
            {
                var length = WordLength(reference[index..]);
                if (length > 0 && (index == 0 || reference[index - 1] != '.') && _types.TryGetValue(reference.Slice(index, length), out _))
                    _certain.Add(reference.Slice(index, length).ToString());
                index += length;
            }
        }
    }

    private void SkipLine()
    {
        var length = text.AsSpan(_position).IndexOf('\n');
        _position = length < 0 ? text.Length : _position + length;
    }

    /// <summary>A text or a character, up to the quote that ends it.</summary>
    private void SkipLiteral(char quote)
    {
        if (text.AsSpan(_position).StartsWith("\"\"\""))
        {
            SkipRawLiteral();
            return;
        }

        var isVerbatim = _position > 0 && text[_position - 1] == '@';
        for (_position++; _position < text.Length && text[_position] != quote; _position++)
        {
            if (text[_position] == '\\' && !isVerbatim)
                _position++;
        }

        _position = Math.Min(_position + 1, text.Length);
    }

    /// <summary>A text between runs of quotes, in which nothing is escaped.</summary>
    private void SkipRawLiteral()
    {
        var rest = text.AsSpan(_position);
        var quotes = rest[..rest.IndexOfAnyExcept('"')];
        var length = rest[quotes.Length..].IndexOf(quotes);
        _position = length < 0 ? text.Length : _position + length + (2 * quotes.Length);
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsWord(text[length]))
            length++;
        return length;
    }

    /// <summary>What C# takes in the middle of a name: marks on letters, too.</summary>
    private static bool IsWord(char character) => char.IsAscii(character)
        ? character == '_' || char.IsAsciiLetterOrDigit(character)
        : char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format;
}
