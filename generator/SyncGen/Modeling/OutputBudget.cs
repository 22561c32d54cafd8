using SyncGen.Diagnostics;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>
/// How much code a contract may make. References and allOf multiply: each schema that extends another repeats its properties, so that a few
/// kilobytes can ask for gigabytes. Real contracts make 3 to 10 times their own size, small ones more.
/// </summary>
internal sealed class OutputBudget
{
    private const int FloorMebibytes = 32;

    private const int Growth = 20;

    /// <summary>The least that a property, a case, a listed value or a parameter becomes.</summary>
    private const int PartBytes = 256;

    private const long Mebibyte = 1024 * 1024;

    private long _spent;

    private OutputBudget(long bytes) => Bytes = bytes;

    /// <summary>The most bytes of code.</summary>
    public long Bytes { get; }

    /// <summary>The same for messages.</summary>
    public long Mebibytes => Bytes / Mebibyte;

    /// <param name="mebibytes">What the user allows; null to take the size of the contract.</param>
    public static OutputBudget Of(Contract contract, int? mebibytes) => new(mebibytes is { } chosen
        ? chosen * Mebibyte
        : (FloorMebibytes * Mebibyte) + (Growth * contract.Documents.Values.Sum(document => (long)document.File.Text.Length)));

    /// <summary>Counts what a place of the contract becomes.</summary>
    /// <returns>False when the budget is used up, which is reported once.</returns>
    public bool Spend(int parts, SourceSpan span, DiagnosticBag diagnostics)
    {
        if (_spent > Bytes)
            return false;
        _spent += (long)parts * PartBytes;
        if (_spent <= Bytes)
            return true;
        diagnostics.Report(ModelingRules.TooMuchCode, span, Mebibytes);
        return false;
    }
}
