namespace SyncGen.Runtime.Json;

using System;

/// <summary>Some of the items or properties of one value.</summary>
internal sealed class JsonMarks
{
    private const int BitsOfWord = 64;

    private ulong[] _bits = new ulong[1];
    private int _start;
    private int _words;

    /// <summary>Makes an empty set of nodes from one to another, of which the latter is none.</summary>
    public void Begin(int start, int end)
    {
        _start = start;
        _words = ((end - start) / BitsOfWord) + 1;
        if (_bits.Length < _words)
            _bits = new ulong[Math.Max(_words, _bits.Length * 2)];
        _bits.AsSpan(0, _words).Clear();
    }

    public void Add(int node) => _bits[(node - _start) / BitsOfWord] |= 1UL << ((node - _start) % BitsOfWord);

    public bool Contains(int node) => (_bits[(node - _start) / BitsOfWord] & (1UL << ((node - _start) % BitsOfWord))) != 0;

    /// <summary>Adds what another set of the same value has.</summary>
    public void Add(JsonMarks other)
    {
        for (var word = 0; word < _words; word++)
            _bits[word] |= other._bits[word];
    }
}
