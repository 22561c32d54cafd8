using System.Text;
using SyncGen.Cli;

namespace SyncGen.Tests.Hostile;

/// <summary>
/// A folder whose contract is in one of two states, and what is generated from each. The states share some files with the same text,
/// some with another, and each has files of its own.
/// </summary>
internal sealed class TwoStates : IDisposable
{
    public const string Output = "generated";

    private const int Size = 60;

    private readonly ScratchFolder _folder = new();
    private readonly string[] _contracts = [Contract("A", "one"), Contract("B", "two")];
    private readonly SortedDictionary<string, string>[] _states;

    public TwoStates()
    {
        _states = [.. _contracts.Select(StateOf)];
    }

    public string Root => _folder.Root;

    /// <summary>What generates the code of the contract, whatever its state.</summary>
    public static string[] Generate { get; } = Arguments("contract.yaml");

    public ScratchFolder Folder => _folder;

    public SortedDictionary<string, string> this[int state] => _states[state];

    public static string[] Arguments(string contract, params string[] more) =>
        ["generate", contract, "-o", Output, "-n", "P", "--name", "Api", "--emit", "models", .. more];

    public void Choose(int state) => _folder.Write("contract.yaml", _contracts[state]);

    /// <summary>Every file of the output, and every folder as a file without text.</summary>
    public SortedDictionary<string, string> Read()
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(_folder.At(Output)))
            return entries;
        foreach (var path in Directory.EnumerateFileSystemEntries(_folder.At(Output), "*", SearchOption.AllDirectories))
            entries.Add(Path.GetRelativePath(_folder.At(Output), path).Replace('\\', '/'), File.Exists(path) ? File.ReadAllText(path) : "");
        return entries;
    }

    /// <summary>Brings the output to a state, whatever it was; 2 is no output at all.</summary>
    public void Reset(int state)
    {
        if (Directory.Exists(_folder.At(Output)))
            Directory.Delete(_folder.At(Output), recursive: true);
        if (state == 2)
            return;
        Choose(state);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(Root, Generate).ExitCode);
    }

    /// <summary>The state that a folder was in and the one it was to come to: each file is the one or the other.</summary>
    public void AssertWhole(int before, int after)
    {
        var old = before == 2 ? [] : _states[before];
        foreach (var (path, text) in Read().Where(file => file.Key.EndsWith(".g.cs", StringComparison.Ordinal)))
            Assert.True(text == old.GetValueOrDefault(path) || text == _states[after].GetValueOrDefault(path), path);
    }

    public void Dispose() => _folder.Dispose();

    private SortedDictionary<string, string> StateOf(string contract)
    {
        _folder.Write("contract.yaml", contract);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(Root, Generate).ExitCode);
        var state = Read();
        Directory.Delete(_folder.At(Output), recursive: true);
        return state;
    }

    private static string Contract(string prefix, string property)
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n");
        for (var index = 0; index < Size; index++)
        {
            text.Append($"    {prefix}{index}: {{ type: object, properties: {{ own: {{ type: string }} }} }}\n");
            text.Append($"    Shared{index}: {{ type: object, properties: {{ {property}: {{ type: string }} }} }}\n");
            text.Append($"    Same{index}: {{ type: object, properties: {{ same: {{ type: string }} }} }}\n");
        }

        return text.ToString();
    }
}
