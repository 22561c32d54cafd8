using System.Collections;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SyncGen.Rendering;

/// <summary>
/// Renders one file by templates that anyone may have written, and fails with the place where one asks for too much: they can loop and
/// make texts grow. The built-in templates stay far below.
/// </summary>
internal sealed class BoundedContext : TemplateContext
{
    private const int Steps = 2_000_000;
    private const int Characters = 16 * 1024 * 1024;
    private const int TextCharacters = 8 * 1024 * 1024;

    /// <summary>What values that operators make may take, counted as characters. A list or an object costs more than its text.</summary>
    private const long ValueCharacters = 32 * 1024 * 1024;
    private const int ValueOverhead = 256;

    private int _steps;
    private long _values;

    public BoundedContext(ScriptObject functions)
        : base(functions)
    {
        LoopLimit = Steps;
        LimitToString = TextCharacters;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OutputLimit = Characters;
        OnOutputLimit = ScriptLimitBehavior.Throw;
    }

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (++_steps > Steps)
            throw new ScriptRuntimeException(scriptNode?.Span ?? default, $"It takes more than {Steps} steps for one file.");
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptBinaryExpression or ScriptInterpolatedExpression or ScriptArrayInitializerExpression or ScriptObjectInitializerExpression)
        {
            _values += ValueOverhead + (value is string text ? text.Length : value is ICollection list ? list.Count : 0);
            if (_values > ValueCharacters)
                throw new ScriptRuntimeException(scriptNode.Span, "It makes texts, lists and objects of more than 32 million characters for one file.");
        }

        return value;
    }
}
