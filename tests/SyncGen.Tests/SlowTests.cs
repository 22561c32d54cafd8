namespace SyncGen.Tests;

/// <summary>Tests that build with the SDK: one after the other, for they share its build output.</summary>
[CollectionDefinition(nameof(SlowTests))]
public sealed class SlowTests;
