using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads callbacks: requests that the server makes.</summary>
internal sealed class CallbackReader(ContractReader reader)
{
    // A callback's operation may name callbacks again, in a circle of references.
    private const int MaximumDepth = 3;

    private int _depth;

    /// <summary>Reads the operations of a path item; set once the readers know each other.</summary>
    public required Func<EntryDocument, Location, Member, ImmutableArray<Operation>> ReadPathItem { get; init; }

    public ImmutableArray<Callback> Read(EntryDocument entry, Location operation)
    {
        var callbacks = ImmutableArray.CreateBuilder<Callback>(0);
        if (_depth == MaximumDepth)
            return [];
        _depth++;
        foreach (var (member, location) in reader.Objects(operation, "callbacks"))
        {
            var place = reader.Follow(location);
            foreach (var (expression, pathItem) in place.Members().Where(path => !ContractReader.IsExtension(path.Member.Name)))
                callbacks.Add(new Callback(member.Name, expression.Name, ReadPathItem(entry, pathItem, expression)));
        }
        _depth--;
        return callbacks.DrainToImmutable();
    }
}
