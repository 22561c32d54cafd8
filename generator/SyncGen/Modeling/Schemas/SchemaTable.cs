using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Every schema met so far; shapes them by worklist, each once.</summary>
/// <param name="spend">Counts what a schema becomes in code; false when that is too much.</param>
internal sealed class SchemaTable(SchemaShaper shaper, Func<int, SourceSpan, bool> spend)
{
    /// <summary>A type with its codec, as a multiple of a property.</summary>
    private const int PartsOfType = 8;

    private readonly Queue<SchemaSource> _reached = new();
    private readonly Dictionary<SchemaId, int> _positions = [];
    private readonly List<Schema> _schemas = [];
    private readonly Dictionary<string, SchemaId> _made = new(StringComparer.Ordinal);

    /// <summary>A schema that the contract declares or an operation uses.</summary>
    public SchemaId Reach(Location place) => Reach(SchemaSource.Of(place));

    public SchemaId Reach(SchemaSource source)
    {
        _reached.Enqueue(source);
        return source.Id;
    }

    /// <summary>The contract has events.</summary>
    public void AddEvents() => shaper.HasEvents = true;

    /// <summary>A schema made of parts that are no schema, a form say.</summary>
    public SchemaId Add(Schema schema)
    {
        if (_positions.TryAdd(schema.Id, _schemas.Count))
            _schemas.Add(schema);
        return schema.Id;
    }

    /// <summary>Shapes all that was reached and what that reaches in turn.</summary>
    public void Complete()
    {
        var open = new Stack<SchemaSource>();
        while (_reached.TryDequeue(out var root))
        {
            open.Push(root);
            while (open.TryPop(out var source))
            {
                if (_positions.ContainsKey(source.Id))
                    continue;
                var scope = new SchemaScope(source, _made);
                var schema = shaper.Shape(source, scope);
                Add(schema);
                if (!spend(PartsOf(schema.Shape), schema.Span))
                    return;
                for (var index = scope.Inline.Count - 1; index >= 0; index--)
                    open.Push(scope.Inline[index]);
                foreach (var target in scope.Reached.Where(target => !_positions.ContainsKey(target.Id)))
                    _reached.Enqueue(target);
            }
        }
    }

    private static int PartsOf(Shape shape) => shape switch
    {
        Shape.Object record => PartsOfType + record.Properties.Length,
        Shape.Union union => PartsOfType + union.Cases.Length,
        Shape.Enum list => PartsOfType + list.Values.Length,
        _ => shape.Listed.Length,
    };

    public ImmutableArray<Schema> ToImmutable() => [.. _schemas];
}
