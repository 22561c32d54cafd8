using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>How many values the files of a run may still have.</summary>
internal sealed class NodeBudget
{
    private int _left = DocumentLimits.Nodes;

    /// <summary>A file may have so many values.</summary>
    /// <returns>False when it may not, which is reported.</returns>
    public bool Allows(int count, SourceSpan span, DiagnosticBag diagnostics)
    {
        if (count <= _left)
            return true;
        diagnostics.Report(DocumentRules.TooManyValues, span, DocumentLimits.Nodes);
        return false;
    }

    /// <summary>A file was read that has so many values.</summary>
    public void Take(int count) => _left -= count;
}
