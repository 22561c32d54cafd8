using System.Collections.Concurrent;

namespace SyncGen.Properties;

/// <summary>Counts what the tests did, so that a run that tested nothing fails.</summary>
internal sealed class Tally
{
    private int _contracts;
    private int _schemas;
    private int _valid;
    private int _invalid;
    private int _refused;
    private int _accepted;
    private int _duplicates;
    private int _forgiven;

    private readonly ConcurrentDictionary<string, bool> _features = [];

    public void AddContract(RandomContract contract)
    {
        Interlocked.Increment(ref _contracts);
        Interlocked.Add(ref _schemas, contract.Schemas.Length);
        foreach (var feature in Features.Of(contract))
            _features[feature] = true;
    }

    public void AddValue(bool isValid) => Interlocked.Increment(ref isValid ? ref _valid : ref _invalid);

    public void AddRefused() => Interlocked.Increment(ref _refused);

    public void AddAccepted() => Interlocked.Increment(ref _accepted);

    public void AddForgiven() => Interlocked.Increment(ref _forgiven);

    public void AddDuplicate() => Interlocked.Increment(ref _duplicates);

    /// <summary>Every kind of thing was there to be tested.</summary>
    public bool IsComplete => !Missing.Any() && _forgiven > 0 && _contracts > 0 && _schemas > _contracts && _valid > 0 && _invalid > 0 && _refused > 0 && _accepted > 0 && _duplicates > 0;

    public override string ToString() =>
        $"{_contracts} contracts with {_schemas} schemas; {_valid} valid values, {_invalid} that break constraints; of changed documents {_accepted} valid ones, {_refused} with a wrong type, a missing member or a null; {_forgiven} that only --lenient forgives; {_duplicates} with a member twice; features that no contract has: {string.Join(", ", Missing)}";

    private IEnumerable<string> Missing => Features.All.Where(feature => !_features.ContainsKey(feature));
}
