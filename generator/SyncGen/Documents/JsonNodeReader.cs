using System.Text;
using System.Text.Json;
using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>Reads strict JSON into nodes: no comments, no trailing commas, no duplicate names.</summary>
internal ref struct JsonNodeReader
{
    private readonly SourceFile _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly JsonNames _names;
    private readonly NodeBudget _budget;
    private Utf8JsonReader _reader;
    private Utf8Position _position;
    private int _nodeCount;

    private JsonNodeReader(SourceText source, NodeBudget budget, DiagnosticBag diagnostics)
    {
        _file = source.File;
        _diagnostics = diagnostics;
        _names = new JsonNames();
        _budget = budget;
        _reader = new Utf8JsonReader(source.Utf8.Span, new JsonReaderOptions { MaxDepth = DocumentLimits.Depth + 1 });
        _position = new Utf8Position(source.Utf8.Span);
    }

    /// <returns>Null when the text is no JSON, which is reported.</returns>
    public static Node? Read(SourceText source, NodeBudget budget, DiagnosticBag diagnostics)
    {
        if (source.Utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            diagnostics.Report(DocumentRules.EmptyFile, new SourceSpan(source.File, 1, 1), source.File.Path);
            return null;
        }

        var reader = new JsonNodeReader(source, budget, diagnostics);
        try
        {
            reader._reader.Read();
            var root = reader.ReadValue(depth: 1);
            if (root is not null)
                reader._reader.Read();
            budget.Take(reader._nodeCount);
            return root;
        }
        catch (JsonException exception)
        {
            var (line, column, reason) = JsonSyntaxError.Explain(source.Utf8.Span, exception);
            diagnostics.Report(DocumentRules.InvalidJson, new SourceSpan(source.File, line, column), reason);
            return null;
        }
    }

    private Node? ReadValue(int depth)
    {
        var span = Span();
        if (!_budget.Allows(++_nodeCount, span, _diagnostics))
            return null;
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMapping(depth, span),
            JsonTokenType.StartArray => ReadSequence(depth, span),
            _ => ReadScalarAt(span),
        };
    }

    private MappingNode? ReadMapping(int depth, SourceSpan span)
    {
        if (!CheckDepth(depth, span))
            return null;
        var members = new MemberList(_diagnostics);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var nameSpan = Span();
            var name = Text(nameSpan, isName: true);
            _reader.Read();
            if (ReadValue(depth + 1) is not { } value)
                return null;
            members.Add(new Member(name, nameSpan, value));
        }

        return new MappingNode(span, members.ToImmutable());
    }

    private SequenceNode? ReadSequence(int depth, SourceSpan span)
    {
        if (!CheckDepth(depth, span))
            return null;
        var items = ImmutableArray.CreateBuilder<Node>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return new SequenceNode(span, items.DrainToImmutable());
    }

    private readonly ScalarNode ReadScalarAt(SourceSpan span)
    {
        return _reader.TokenType switch
        {
            JsonTokenType.True => new ScalarNode(span, ScalarKind.Boolean, "true"),
            JsonTokenType.False => new ScalarNode(span, ScalarKind.Boolean, "false"),
            JsonTokenType.Null => new ScalarNode(span, ScalarKind.Null, "null"),
            JsonTokenType.Number => new ScalarNode(span, ScalarKind.Number, Encoding.UTF8.GetString(_reader.ValueSpan)),
            _ => new ScalarNode(span, ScalarKind.String, Text(span, isName: false)),
        };
    }

    private readonly string Text(SourceSpan span, bool isName)
    {
        if (_reader.ValueSpan.Length > DocumentLimits.TextLength)
        {
            _diagnostics.Report(DocumentRules.TextTooLong, span, DocumentLimits.TextLength);
            return "";
        }

        try
        {
            return isName && !_reader.ValueIsEscaped ? _names.Get(_reader.ValueSpan) : _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that an escape is half of a surrogate pair.
            _diagnostics.Report(DocumentRules.UnpairedSurrogate, span);
            return "";
        }
    }

    private readonly bool CheckDepth(int depth, SourceSpan span)
    {
        if (depth <= DocumentLimits.Depth)
            return true;
        _diagnostics.Report(DocumentRules.TooDeep, span, DocumentLimits.Depth);
        return false;
    }

    /// <summary>The place of the current token.</summary>
    private SourceSpan Span()
    {
        var start = (int)_reader.TokenStartIndex;
        var length = _position.CountCharacters(start, (int)_reader.BytesConsumed - start);
        _position.MoveTo(start);
        return new SourceSpan(_file, _position.Line, _position.Column, _reader.TokenType is JsonTokenType.PropertyName
            ? _position.CountCharacters(start, _reader.ValueSpan.Length + 2)
            : length);
    }
}
