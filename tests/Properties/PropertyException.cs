namespace SyncGen.Properties;

/// <summary>Something that must hold for every contract does not hold for this one.</summary>
public sealed class PropertyException(string message) : Exception(message);
