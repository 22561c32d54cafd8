using SyncGen.Cli;

var terminal = Terminal.OfProcess();
try
{
    return CommandLine.Run(args, terminal);
}
finally
{
    terminal.Output.Flush();
}
