using Ledger;

namespace SyncGen.AotSample;

/// <summary>What the sample says of its books: a type of its own that holds one of the contract's.</summary>
internal sealed record Report(string Author, Entry Last);
