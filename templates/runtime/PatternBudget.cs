namespace SyncGen.Runtime.Json;

using System;
using System.Diagnostics;
using System.Text.RegularExpressions;

/// <summary>The time that comparisons with patterns may take together, for one document or one request.</summary>
internal sealed class PatternBudget
{
    /// <summary>One comparison ends after 100 ms, which the pattern itself sees to; it may begin as long as this is not used up.</summary>
    private static readonly TimeSpan Total = TimeSpan.FromMilliseconds(250);

    [ThreadStatic]
    private static PatternBudget? _ofDocument;

    private TimeSpan _spent;

    /// <summary>The budget of the document that this thread reads.</summary>
    public static PatternBudget OfDocument => _ofDocument ??= new PatternBudget();

    /// <summary>What this thread reads next is another document.</summary>
    public static void BeginDocument() => _ofDocument = null;

    /// <summary>Whether a pattern finds a match; null when that takes too long, or when what was compared before has.</summary>
    public bool? IsMatch(string text, Regex pattern)
    {
        // Without backtracking the time grows with the text alone, whatever the text is.
        if ((pattern.Options & RegexOptions.NonBacktracking) != 0)
            return pattern.IsMatch(text);
        if (_spent >= Total)
            return null;
        var start = Stopwatch.GetTimestamp();
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
        finally
        {
            _spent += Stopwatch.GetElapsedTime(start);
        }
    }
}
