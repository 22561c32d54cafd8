using System.Collections;
using System.Text.Json;

namespace SyncGen.Properties;

/// <summary>Whether two values of generated types say the same; records compare lists by reference, which says less.</summary>
internal static class SameValue
{
    public static bool Are(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string or bool or long or int or decimal or Guid or DateOnly or double or float, _) => left.Equals(right),
        (DateTimeOffset first, DateTimeOffset second) => first.EqualsExact(second),
        (Uri first, Uri second) => first.OriginalString == second.OriginalString,
        (JsonElement first, JsonElement second) => JsonElement.DeepEquals(first, second),
        (byte[] first, byte[] second) => first.AsSpan().SequenceEqual(second),
        (IDictionary first, IDictionary second) => first.Count == second.Count && first.Keys.Cast<object>().All(key => second.Contains(key) && Are(first[key], second[key])),
        (IEnumerable first, IEnumerable second) => AreInOrder(first.Cast<object?>().ToArray(), second.Cast<object?>().ToArray()),
        // Nothing tells the empty list of one case from that of another.
        _ when left.GetType() != right.GetType() => IsEmptyList(left) && IsEmptyList(right) && left.GetType().BaseType == right.GetType().BaseType,
        _ => left.GetType().IsEnum ? left.Equals(right) : HaveSameMembers(left, right),
    };

    private static bool IsEmptyList(object @case) => @case.GetType().GetProperty("Value")?.GetValue(@case) is IList { Count: 0 };

    private static bool AreInOrder(object?[] left, object?[] right) => left.Length == right.Length && left.Zip(right).All(pair => Are(pair.First, pair.Second));

    private static bool HaveSameMembers(object left, object right)
    {
        var type = left.GetType();
        return type.Name switch
        {
            "RawJson" => left.ToString() == right.ToString(),
            "Optional`1" => HasSameContent(type, left, right),
            _ when type.IsValueType => left.Equals(right),
            _ => type.GetProperties().Where(property => property.CanWrite).All(property => Are(property.GetValue(left), property.GetValue(right))),
        };
    }

    private static bool HasSameContent(Type type, object left, object right)
    {
        var isPresent = type.GetProperty("IsPresent")!;
        var value = type.GetMethod("GetValueOrDefault", [])!;
        return isPresent.GetValue(left)!.Equals(isPresent.GetValue(right)) && Are(value.Invoke(left, []), value.Invoke(right, []));
    }
}
