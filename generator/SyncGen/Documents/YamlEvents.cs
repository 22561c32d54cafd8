using SyncGen.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SyncGen.Documents;

/// <summary>YamlDotNet's events with our spans; what YamlDotNet throws ends here and becomes a diagnostic.</summary>
internal sealed class YamlEvents
{
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Stack<(SourceSpan Span, bool IsFlow)> _open = new();

    public YamlEvents(SourceFile file, string text, DiagnosticBag diagnostics)
    {
        _file = file;
        _text = text;
        _diagnostics = diagnostics;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>After a failure that is not the contract's fault: the text to read instead. Nothing is reported then.</summary>
    public string? TextToRetry { get; private set; }

    public ParsingEvent Current => _parser.Current!;

    /// <summary>The place of the current event. A text over several lines has length 1: no excerpt can underline it.</summary>
    public SourceSpan Span => SpanOf(Current.Start, Current.End);

    /// <returns>False after a syntax error, which is reported.</returns>
    public bool MoveNext()
    {
        try
        {
            if (!_parser.MoveNext())
                return false;
            TrackOpen();
            return true;
        }
        catch (YamlException exception)
        {
            TextToRetry = YamlBlankLines.Empty(_text, exception.Start.Line);
            if (TextToRetry is null)
                Report(PlaceOf(exception), exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet lets some states of its scanner escape as these.
            Report(SpanOf(_scanner.CurrentPosition, _scanner.CurrentPosition), "it cannot be read from here on.");
        }

        return false;
    }

    private void TrackOpen()
    {
        switch (Current)
        {
            case MappingStart mapping:
                _open.Push((Span, mapping.Style == MappingStyle.Flow));
                break;
            case SequenceStart sequence:
                _open.Push((Span, sequence.Style == SequenceStyle.Flow));
                break;
            case MappingEnd or SequenceEnd:
                _open.Pop();
                break;
        }
    }

    /// <summary>A bracket that is never closed is noticed at the end of the file; the place to mend is where the first one opens.</summary>
    private SourceSpan PlaceOf(YamlException exception)
    {
        var isAtEnd = exception.Start.Index >= _file.Text.TrimEnd().Length;
        if (isAtEnd && _open.Any(collection => collection.IsFlow))
            return _open.Last(collection => collection.IsFlow).Span;
        // Some errors carry no position: the scanner knows how far it came.
        return exception.Start.Index == 0 ? SpanOf(_scanner.CurrentPosition, _scanner.CurrentPosition) : SpanOf(exception.Start, exception.End);
    }

    private void Report(SourceSpan span, string reason) =>
        _diagnostics.Report(DocumentRules.InvalidYaml, span, reason.Replace(",  ", ", ", StringComparison.Ordinal));

    private SourceSpan SpanOf(Mark start, Mark end)
    {
        var length = start.Line == end.Line ? Math.Max(1, end.Column - start.Column) : 1;
        return new SourceSpan(_file, (int)Math.Max(1, start.Line), (int)Math.Max(1, start.Column), (int)length);
    }
}
