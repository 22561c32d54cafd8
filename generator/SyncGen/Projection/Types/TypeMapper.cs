using System.Collections.Frozen;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Finds the C# type of every schema: its own where one is declared, else one that exists.</summary>
internal sealed class TypeMapper
{
    /// <summary>A list of lists deeper than this, or one that holds itself, is free-form JSON from there on.</summary>
    private const int MaximumDepth = 64;

    private static readonly CSharpType Element = Simple("JsonElement", "JsonAny", isValueType: true);
    private static readonly CSharpType Raw = Simple("RawJson", "JsonRaw", isValueType: true);

    private readonly ApiModel _api;
    private readonly TypeNames _names;
    private readonly CheckNames _checks;
    private readonly UserTypes _users;
    private readonly CodeStyle _style;
    private readonly ImmutableHashSet<SchemaId> _special;
    private readonly string _specialCodec;
    private readonly Dictionary<SchemaId, CSharpType> _types = [];

    private TypeMapper(ApiModel api, TypeNames names, CheckNames checks, UserTypes users, CodeStyle style, ImmutableHashSet<SchemaId> special, string specialCodec)
    {
        _api = api;
        _names = names;
        _checks = checks;
        _users = users;
        _style = style;
        _special = special;
        _specialCodec = specialCodec;
    }

    public static TypeTable Map(ApiModel api, TypeNames names, CheckNames checks, UserTypes users, OneWaySchemas oneWay, CodeStyle style)
    {
        var nullable = api.Schemas.Where(schema => IsNullable(api, schema, users)).Select(schema => schema.Id).ToFrozenSet();
        return new TypeTable(TypesOf([], ""), nullable)
        {
            Requests = oneWay.Requests.IsEmpty ? null! : new TypeTable(TypesOf(oneWay.Requests, OneWaySchemas.RequestCodec), nullable),
            Responses = oneWay.Responses.IsEmpty ? null! : new TypeTable(TypesOf(oneWay.Responses, OneWaySchemas.ResponseCodec), nullable),
        };

        FrozenDictionary<SchemaId, CSharpType> TypesOf(ImmutableHashSet<SchemaId> special, string codec)
        {
            var mapper = new TypeMapper(api, names, checks, users, style, special, codec);
            foreach (var schema in api.Schemas)
                mapper.TypeOf(schema.Id, MaximumDepth);
            return mapper._types.ToFrozenDictionary();
        }
    }

    private static CSharpType Simple(string text, string codec, bool isValueType) =>
        new(text, codec, isValueType);

    /// <summary>The type of free-form JSON.</summary>
    public static CSharpType FreeFormOf(CodeStyle style) => (style.FreeForm == FreeFormJson.Raw, style.Lenient.HasFlag(Leniency.Duplicates)) switch
    {
        (true, false) => Raw,
        (true, true) => Raw with { Codec = "JsonLastRaw" },
        (false, false) => Element,
        (false, true) => Element with { Codec = "JsonLastAny" },
    };

    /// <summary>The codec of a map.</summary>
    /// <param name="value">The type of a value.</param>
    /// <param name="codec">The codec of a value.</param>
    /// <param name="names">The type that tells whose values have the type; null when all have.</param>
    public static string MapCodecOf(CodeStyle style, string value, string codec, string? names)
    {
        var map = $"{(style.Lenient.HasFlag(Leniency.Duplicates) ? "JsonLastMap" : "JsonMap")}<{value}, {codec}>";
        return names is null ? map : $"JsonPatternMap<{value}, {map}, {names}>";
    }

    private CSharpType FreeForm => FreeFormOf(_style);

    private CSharpType TypeOf(SchemaId id, int depth)
    {
        if (_types.TryGetValue(id, out var known))
            return known;
        if (depth == 0)
            return FreeForm;
        var type = Checked(_api[id], Create(_api[id], depth - 1));
        _types.TryAdd(id, type);
        return type;
    }

    /// <summary>A codec of the schema's own asks its check itself.</summary>
    private CSharpType Checked(Schema schema, CSharpType type) =>
        schema.Shape is not (Shape.Object or Shape.Union) && _checks.Own.TryGetValue(schema.Id, out var check) ? type with { Codec = $"JsonChecked<{type.Text}, {type.Codec}, {check}>" } : type;

    private CSharpType Create(Schema schema, int depth) => schema.Shape switch
    {
        _ when _users.Of(schema) is { } own => schema.Shape is Shape.Number or Shape.Boolean ? Quotable(own) : own,
        Shape.Any { IsObject: true } => FreeForm with { Codec = $"JsonObjectOnly<{FreeForm.Text}, {FreeForm.Codec}>" },
        Shape.Any => FreeForm,
        Shape.Boolean => Quotable(Simple("bool", "JsonBoolean", isValueType: true)),
        Shape.String text => TextTypes.Of(text, _style),
        Shape.Number number => Quotable(NumberOf(number, schema.Default)),
        Shape.Reference reference => TypeOf(reference.Target, depth),
        Shape.Array array => ListOf(array, depth),
        Shape.Map map => MapOf(map, depth),
        Shape.Enum { IsInteger: true } => Quotable(Declared(schema, isValueType: true)),
        Shape.Enum list when EnumProjector.IsOpenText(list, _style) => Simple(_names.Of[schema.Id], EnumProjector.TextCodecOf(_names.Of[schema.Id]), isValueType: true),
        Shape.Enum => Declared(schema, isValueType: true),
        _ => Declared(schema, isValueType: false),
    };

    private CSharpType Declared(Schema schema, bool isValueType)
    {
        var name = _names.Of[schema.Id];
        return Simple(name, name + (_special.Contains(schema.Id) ? _specialCodec : "Codec"), isValueType);
    }

    private CSharpType ListOf(Shape.Array array, int depth)
    {
        var items = TypeOf(array.Items, depth);
        var isNullable = IsNullable(_api, _api[array.Items], _users);
        var text = items.Annotated(isNullable);
        var codec = items.CodecOf(isNullable);
        // Runs of whole numbers are written at once.
        var list = codec is "JsonInt64" or "JsonInt32" or "JsonUInt64" ? "JsonIntegerList" : "JsonList";
        return new CSharpType($"IReadOnlyList<{text}>", $"{list}<{text}, {codec}>", false);
    }

    private CSharpType MapOf(Shape.Map map, int depth)
    {
        var type = TypeOf(map.Values, depth);
        var isNullable = IsNullable(_api, _api[map.Values], _users);
        var text = type.Annotated(isNullable);
        return new CSharpType(
            $"IReadOnlyDictionary<string, {text}>",
            MapCodecOf(_style, text, type.CodecOf(isNullable), _names.NameTypeOf(map.Names)),
            false);
    }

    private CSharpType Quotable(CSharpType type) =>
        _style.Lenient.HasFlag(Leniency.Quotes) ? type with { Codec = $"JsonQuotable<{type.Text}, {type.Codec}>" } : type;

    /// <summary>The usual type of such numbers; a wider one where the contract lists a number that the usual one does not hold exactly.</summary>
    private CSharpType NumberOf(Shape.Number number, JsonValue? defaultValue)
    {
        var usual = UsualTypeOf(number);
        string[] texts = [.. number.Listed.Append(number.IsInteger ? null : defaultValue).OfType<JsonValue.Number>().Select(value => value.Text)];
        ReadOnlySpan<CSharpType> types = [usual, Simple("ulong", "JsonUInt64", isValueType: true), Simple("decimal", "JsonDecimal", isValueType: true)];
        foreach (var type in types)
        {
            if (Array.TrueForAll(texts, text => DefaultValue.IsExact(text, type.Text)))
                return type;
        }

        return usual;
    }

    private CSharpType UsualTypeOf(Shape.Number number) => (number.IsInteger, number.Format) switch
    {
        (true, "int32" or "int16" or "int8" or "uint8" or "uint16") => Simple("int", "JsonInt32", isValueType: true),
        (true, "uint64") => Simple("ulong", "JsonUInt64", isValueType: true),
        (true, null) when NumberRanges.AreUnsigned(number) => Simple("ulong", "JsonUInt64", isValueType: true),
        (true, _) => Simple("long", "JsonInt64", isValueType: true),
        (false, "decimal") => Simple("decimal", "JsonDecimal", isValueType: true),
        (false, "float") => Simple("float", "JsonSingle", isValueType: true),
        (false, _) when _style.UsesDecimal => Simple("decimal", "JsonDecimal", isValueType: true),
        _ => Simple("double", "JsonDouble", isValueType: true),
    };

    /// <summary>Whether null is a value. Free-form JSON that need not be an object has null among its values and needs no mark.</summary>
    private static bool IsNullable(ApiModel api, Schema schema, UserTypes users)
    {
        var isNullable = schema.IsNullable;
        for (var hops = 0; schema.Shape is Shape.Reference reference && hops < 1000; hops++)
        {
            schema = api[reference.Target];
            isNullable |= schema.IsNullable;
        }

        return isNullable && (schema.Shape is not Shape.Any { IsObject: false } || users.Of(schema) is not null);
    }
}
