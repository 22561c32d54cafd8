namespace SyncGen.Projection;

/// <summary>A call that makes a check, with the arguments that have a line of their own where one line is too short.</summary>
/// <param name="Start">What stands before the arguments, the parenthesis or bracket included; the whole expression where there are none.</param>
/// <param name="End">What closes it.</param>
internal sealed record CheckExpression(string Start, ImmutableArray<CheckExpression> Arguments, string End)
{
    private const int LongestLine = 120;

    /// <summary>What is no longer stays on one line, however far it is indented.</summary>
    private const int ShortText = 100;
    private const string Indent = "    ";

    public CheckExpression(string text)
        : this(text, [], "")
    {
    }

    private string Text => Start + string.Join(", ", Arguments.Select(argument => argument.Text)) + End;

    /// <summary>The expression in lines, each with its indentation below the first one.</summary>
    public IEnumerable<string> Lines => LinesOf("", "");

    private IEnumerable<string> LinesOf(string indent, string after)
    {
        if (Arguments.IsEmpty || Text.Length <= ShortText || indent.Length + Text.Length <= LongestLine)
            return [indent + Text + after];
        return Arguments
            .SelectMany((argument, index) => argument.LinesOf(indent + Indent, index < Arguments.Length - 1 ? "," : End + after))
            .Prepend(indent + Start);
    }
}
