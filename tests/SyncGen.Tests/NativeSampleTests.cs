namespace SyncGen.Tests;

/// <summary>A program that uses a generated client and its models is published as native AOT, everything generated included, and works.</summary>
[Collection(nameof(SlowTests))]
public sealed class NativeSampleTests
{
    /// <summary>What the sample prints, native or not, on whatever runtime.</summary>
    internal const string Output =
        """
        booked at /v1/entries/1: 12.50 EUR to Café Ünal (lunch)
        listed: 12.50 EUR to Café Ünal (lunch)
        listed: 2.25 CHF back for 7f4f9d8e-0f0c-4a53-9c3e-0d5a2b1c6e11
        changed: 12.50 EUR to Café Ünal (lunch)
        changed: 2.25 CHF back for 7f4f9d8e-0f0c-4a53-9c3e-0d5a2b1c6e11
        refused with 404: No such account
        invalid: $.amount: The number must be a multiple of 0.01.
        invalid: $.currency: The text must match the pattern ^[A-Z]{3}\z.
        invalid: $.payee: The text must have at least 1 character.
        unreadable: $.entries[0].amount
        written: {"entries":[{"kind":"payment","amount":12.50,"booked":"2026-03-01T09:30:00\u002B01:00","labels":{"purpose":"lunch"},"details":{"seats":2},"payee":"Caf\u00E9 \u00DCnal"},{"kind":"refund","amount":2.25,"currency":"CHF","of":"7f4f9d8e-0f0c-4a53-9c3e-0d5a2b1c6e11"}]}
        fetched: 2 entries
        reported: {"author":"Ada","last":{"kind":"refund","amount":2.25,"currency":"CHF","of":"7f4f9d8e-0f0c-4a53-9c3e-0d5a2b1c6e11"}}
        read back: 2.25 CHF back for 7f4f9d8e-0f0c-4a53-9c3e-0d5a2b1c6e11

        """;

    [Fact]
    public async Task The_native_sample_calls_its_server_and_reads_and_writes_models()
    {
        var run = await NativeAot.PublishAndRun("tests/AotSample");

        Assert.Equal("", run.Error);
        Assert.Equal(Output, run.Output);
        Assert.Equal(0, run.ExitCode);
    }
}
