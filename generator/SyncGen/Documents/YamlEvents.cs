using SyncGen.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SyncGen.Documents;

/// <summary>YamlDotNet's events with our spans; what YamlDotNet throws ends here and becomes a diagnostic.</summary>
internal sealed class YamlEvents
{
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly ImmutableDictionary<int, int> _indented;
    private readonly YamlTabs _tabs;
    private readonly DiagnosticBag _diagnostics;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Stack<OpenCollection> _open = new();
    private int _blockColumn;

    /// <param name="indented">The lines of the text that have more leading spaces than those of the file, and how many.</param>
    public YamlEvents(SourceFile file, string text, ImmutableDictionary<int, int> indented, DiagnosticBag diagnostics)
    {
        _file = file;
        _text = text;
        _indented = indented;
        _tabs = new YamlTabs(text);
        _diagnostics = diagnostics;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>After a failure that need not be one: the text to read instead.</summary>
    public YamlRepair? Repair { get; private set; }

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
            CheckTabs();
            TrackOpen();
            return true;
        }
        catch (YamlException exception)
        {
            Repair = YamlRepair.Find(FailureOf(exception));
            if (Repair is null)
                Report(PlaceOf(exception), exception.Message);
            else if (Repair.Irregularity is { } irregularity)
                _diagnostics.Report(irregularity.Rule, new SourceSpan(_file, irregularity.Line, irregularity.Column));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet lets some states of its scanner escape as these.
            Report(SpanOf(_scanner.CurrentPosition, _scanner.CurrentPosition), "it cannot be read from here on.");
        }

        return false;
    }

    private YamlFailure FailureOf(YamlException exception) => new(
        _text,
        (int)exception.Start.Line,
        (int)exception.Start.Column,
        (int)Math.Max(exception.Start.Line, _scanner.CurrentPosition.Line),
        _open.TryPeek(out var innermost) && innermost is { IsFlow: true, IsMapping: true });

    private void CheckTabs()
    {
        if (_tabs.Find(Current, _blockColumn) is { } tab)
            _diagnostics.Report(DocumentRules.TabAsIndentation, new SourceSpan(_file, tab.Line, tab.Column));
    }

    private void TrackOpen()
    {
        switch (Current)
        {
            case MappingStart mapping:
                Open(mapping.Style == MappingStyle.Flow, isMapping: true);
                break;
            case SequenceStart sequence:
                Open(sequence.Style == SequenceStyle.Flow, isMapping: false);
                break;
            case MappingEnd or SequenceEnd:
                _blockColumn = _open.Pop().OuterBlockColumn;
                break;
        }
    }

    private void Open(bool isFlow, bool isMapping)
    {
        _open.Push(new OpenCollection(Span, isFlow, isMapping, _blockColumn));
        if (!isFlow)
            _blockColumn = (int)Current.Start.Column;
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
        var line = (int)Math.Max(1, start.Line);
        return new SourceSpan(_file, line, (int)Math.Max(1, start.Column - _indented.GetValueOrDefault(line)), (int)length);
    }

    /// <param name="OuterBlockColumn">The column of the block collection around it, 0 for none.</param>
    private readonly record struct OpenCollection(SourceSpan Span, bool IsFlow, bool IsMapping, int OuterBlockColumn);
}
