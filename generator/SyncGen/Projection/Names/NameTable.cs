namespace SyncGen.Projection;

/// <summary>The names taken in one scope (a namespace, a type, a parameter list).</summary>
/// <param name="comparer">How the scope tells names apart: types without regard to case, because each is a file.</param>
/// <param name="isReserved">Names that mean something else where the scope is; without it, none do.</param>
internal sealed class NameTable(StringComparer comparer, Func<string, bool>? isReserved = null)
{
    private readonly Dictionary<string, string> _owners = new(comparer);

    /// <summary>Takes a name; false when it is taken.</summary>
    /// <param name="owner">What the name is for, as a diagnostic says it.</param>
    public bool TryAdd(string name, string owner) => _owners.TryAdd(name, owner);

    public bool Contains(string name) => _owners.ContainsKey(name);

    /// <summary>For what the name is taken, or null.</summary>
    public string? OwnerOf(string name) => _owners.GetValueOrDefault(name);

    /// <summary>Takes the first candidate that is free and not reserved; the candidates end in one that is unique by construction.</summary>
    /// <param name="owner">What the name is for.</param>
    /// <param name="key">Text of the contract that no other owner has; its hash makes the last resort.</param>
    /// <param name="candidates">From the nicest to the longest.</param>
    public string Add(string owner, string key, params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (isReserved?.Invoke(candidate) is not true && TryAdd(candidate, owner))
                return candidate;
        }

        var last = candidates[0] + Identifier.Hash(key);
        while (!TryAdd(last, owner))
            last += "_";
        return last;
    }
}
