namespace SyncGen.ForeignServers;

/// <summary>Something that a judge asks for and that does not work.</summary>
internal sealed record Miss(string Name, string Reason);
