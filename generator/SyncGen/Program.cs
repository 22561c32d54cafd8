using SyncGen.Cli;

using var interruption = Interruption.OfProcess();
var terminal = Terminal.OfProcess() with { Interruption = interruption };
try
{
    return CommandLine.Run(args, terminal);
}
catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
{
    return interruption.ExitCode;
}
catch (Exception exception)
{
    // No stage throws for a bad contract, so this is a fault of the program.
    terminal.Error.WriteLine($"SyncGen failed, and that is not your fault. Please report this text together with the contract.\n{exception}");
    return ExitCode.Bug;
}
finally
{
    terminal.Output.Flush();
}
