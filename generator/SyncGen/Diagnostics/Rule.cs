namespace SyncGen.Diagnostics;

/// <summary>One kind of diagnostic: a code that is never reused, its severity, and a message with <c>{0}</c> places.</summary>
/// <param name="Code">For example <c>SG2001</c>; the first digit is the stage.</param>
/// <param name="Severity">The default; warnings and notes can be tuned by the user, errors cannot, but for those with a <see cref="SafeReading"/>, which can be tolerated.</param>
/// <param name="Title">A few words, the heading in DIAGNOSTICS.md.</param>
/// <param name="Message">What is wrong and how to mend it, with composite format places.</param>
internal sealed record Rule(string Code, Severity Severity, string Title, string Message)
{
    /// <summary>What the contract is taken to say when the user tolerates the error; null where no reading is safe.</summary>
    public string? SafeReading { get; init; }
}
