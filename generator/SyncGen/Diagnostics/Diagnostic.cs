using System.Globalization;

namespace SyncGen.Diagnostics;

/// <summary>One report: a rule that applied at a place.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Severity">The severity after the user's settings.</param>
/// <param name="Span">Where, or null when no single place is at fault (a missing contract file, say).</param>
/// <param name="Arguments">The values for the message's places, already text.</param>
internal sealed record Diagnostic(Rule Rule, Severity Severity, SourceSpan? Span, ImmutableArray<string> Arguments)
{
    public string Message => IsTolerated ? $"{Text} It is tolerated: {Rule.SafeReading}." : Text;

    private bool IsTolerated => Rule.Severity == Severity.Error && Severity != Severity.Error;

    private string Text => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Arguments]);
}
