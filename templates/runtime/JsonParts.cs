namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>Notes the properties of an object while it is read, so that a check need not look for them again.</summary>
public readonly ref struct JsonParts
{
    private readonly Utf8JsonReader _start;

    /// <summary>Null where the object lies in pieces: then the check reads it itself.</summary>
    private readonly JsonTree? _tree;

    /// <summary>Begins with none.</summary>
    /// <param name="reader">The reader, on the object's first token.</param>
    public JsonParts(scoped in Utf8JsonReader reader)
    {
        _start = reader;
        // A reader over a span has no position in a sequence.
        _tree = reader.Position.GetObject() is null ? JsonTree.OfObject() : null;
    }

    /// <summary>Notes a property.</summary>
    /// <param name="reader">The reader, on the property's name.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(scoped in Utf8JsonReader reader) =>
        _tree?.Nodes.AddProperty((int)(reader.TokenStartIndex - _start.TokenStartIndex), reader.ValueSpan.Length + 2, reader.ValueIsEscaped);

    /// <summary>Refuses the object, unless a check allows it.</summary>
    /// <param name="check">The check.</param>
    /// <param name="reader">The reader, on the object's last token.</param>
    /// <exception cref="JsonException">The contract does not allow the object.</exception>
    public void Require(JsonCheck check, ref Utf8JsonReader reader)
    {
        if (_tree is null)
        {
            check.Require(_start, ref reader);
            return;
        }

        using (_tree)
        {
            _tree.Nodes.EndObject(JsonTextCheck.Between(_start, ref reader), _start.TokenStartIndex);
            check.Require(_tree, _start, ref reader);
        }
    }
}
