using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SyncGen.Properties;

/// <summary>Makes random values of generated types, as a caller could write them; constraints are kept or broken by chance.</summary>
/// <param name="seed">What they follow from.</param>
/// <param name="lenient">What reading forgives.</param>
internal sealed class RandomValues(int seed, Leniency lenient)
{
    private const int DeepEnough = 4;

    private static readonly string[] Texts = ["", "a", "ab", "abc", "abcde", "ü", "1", "x y", "\"\\/\u2028", "A-1"];
    private static readonly long[] Integers = [-4, -1, 0, 1, 2, 3, 5, 6, 99, 100, 101];
    private static readonly double[] Numbers = [-3, -2.5, 0, 0.1, 0.3, 0.5, 1, 2.5, 999.9, 1000, 1e-7, 123456789.25];
    // Free-form JSON may have to be an object, which its type does not say.
    private static readonly string[] Json = ["{}", """{"a":[1,{"b":null}]}""", """{"c":"x","d":-0.5}""", """{"e":[],"f":{},"g":true}"""];

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The root with one member set.</summary>
    public object Root(Type root, int member)
    {
        var value = Activator.CreateInstance(root)!;
        var property = PropertiesOf(root)[member];
        property.SetValue(value, Of(_nullability.Create(property), 0));
        return value;
    }

    /// <summary>The declared members in the contract's order.</summary>
    public static PropertyInfo[] PropertiesOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).OrderBy(DepthOf).ThenBy(property => property.MetadataToken)];

    private static int DepthOf(PropertyInfo property)
    {
        var depth = 0;
        for (var type = property.DeclaringType; type is not null; type = type.BaseType)
            depth++;
        return depth;
    }

    private object? Of(NullabilityInfo info, int depth)
    {
        var isNullable = info.ReadState == NullabilityState.Nullable;
        if (isNullable && (depth > DeepEnough || _random.Next(4) == 0))
            return null;
        return Present(info, depth);
    }

    private object Present(NullabilityInfo info, int depth)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (type.IsArray)
            return Bytes();
        return type.IsGenericType ? Generic(type, info, depth) : Of(type, depth);
    }

    private object Generic(Type type, NullabilityInfo info, int depth)
    {
        var arguments = info.GenericTypeArguments;
        switch (type.Name)
        {
            case "Optional`1":
                return _random.Next(3) == 0 || depth > DeepEnough ? Activator.CreateInstance(type)! : Activator.CreateInstance(type, Of(arguments[0], depth))!;
            case "IReadOnlyList`1":
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments[0].Type))!;
                for (var count = Count(depth); count > 0; count--)
                    list.Add(Of(arguments[0], depth + 1));
                return list;
            case "IReadOnlyDictionary`2":
                var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), arguments[1].Type))!;
                for (var count = Count(depth); count > 0; count--)
                    map[$"{(_random.Next(4) == 0 ? 'O' : 'o')}ther {count}"] = Of(arguments[1], depth + 1);
                return map;
            default:
                throw new UnreachableException(type.ToString());
        }
    }

    private object Of(Type type, int depth) => type switch
    {
        _ when type == typeof(string) => Pick(Texts),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(long) => Pick(Integers),
        _ when type == typeof(int) => (int)Pick(Integers),
        _ when type == typeof(double) => Pick(Numbers),
        _ when type == typeof(float) => (float)Pick(Numbers),
        _ when type == typeof(decimal) => (decimal)Pick(Numbers),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(_random.NextInt64(DateTime.MaxValue.Ticks / 2), TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(_random.Next(-600, 600))),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_random.Next(1_000_000)),
        _ when type == typeof(Guid) => new Guid(Bytes(16)),
        _ when type == typeof(Uri) => new Uri(Pick(["https://example.com/a%20b?c=d#e", "urn:x:y", "http://[::1]:8080/ü"])),
        _ when type == typeof(JsonElement) => JsonElement.Parse(Pick(Json)),
        _ when type.Name == "RawJson" => type.GetMethod("Parse", [typeof(string)])!.Invoke(null, [Pick(Json)])!,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length))!,
        _ when type.IsValueType => OpenEnum(type),
        _ when type.IsAbstract => Case(type, depth),
        _ => Record(type, depth),
    };

    private object OpenEnum(Type type)
    {
        if (_random.Next(8) == 0)
            return Activator.CreateInstance(type, type.GetConstructor([typeof(string)]) is null ? 77L : "unlisted")!;
        var values = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type).ToArray();
        return values[_random.Next(values.Length)].GetValue(null)!;
    }

    /// <summary>A case that the contract lists; what it does not list has no schema.</summary>
    private object Case(Type union, int depth)
    {
        var cases = union.GetNestedTypes().Where(type => type.BaseType == union).SkipLast(1).ToArray();
        var chosen = cases[_random.Next(cases.Length)];
        var value = Of(_nullability.Create(chosen.GetProperty("Value")!), depth + 1)!;
        if (lenient.HasFlag(Leniency.Missing))
            Complete(value, depth + 1);
        return Activator.CreateInstance(chosen, value)!;
    }

    /// <summary>Sets the required members that are absent, also of objects in a list: nothing else may tell the case from others.</summary>
    private void Complete(object value, int depth)
    {
        foreach (var record in value is IList list ? list.Cast<object?>().OfType<object>() : [value])
            CompleteRecord(record, depth);
    }

    private void CompleteRecord(object record, int depth)
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute)) && property.GetValue(record) is null))
            property.SetValue(record, Present(_nullability.Create(property), depth));
    }

    private object Record(Type type, int depth)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in PropertiesOf(type))
        {
            var info = _nullability.Create(property);
            var isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
            // A member with one possible value has it already.
            var isConstant = !isRequired && info.ReadState == NullabilityState.NotNull && !info.Type.IsGenericType;
            if (!isConstant)
                property.SetValue(record, Of(info, depth + 1));
        }

        return record;
    }

    private int Count(int depth) => depth > DeepEnough ? 0 : _random.Next(3);

    private byte[] Bytes() => Bytes(_random.Next(5));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    public override string ToString() => seed.ToString(CultureInfo.InvariantCulture);
}
