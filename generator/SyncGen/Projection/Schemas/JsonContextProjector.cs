namespace SyncGen.Projection;

/// <summary>Gathers the types of the API for System.Text.Json.</summary>
internal static class JsonContextProjector
{
    /// <summary>The context, or null when there is no type.</summary>
    public static JsonContext? Project(ImmutableArray<Declaration> models, IEnumerable<CSharpType> users, string apiName, NameTable table)
    {
        var formats = models.SelectMany(FormatsOf).ToImmutableArray();
        if (formats.IsEmpty)
            return null;
        formats = formats.AddRange(users.SelectMany(FormatsOf));
        var name = table.Add("the JSON context", "JSON context", $"{apiName}JsonContext", $"{apiName}ApiJsonContext");
        return new JsonContext(
            Files.NameOf("Json", name),
            name,
            formats);
    }

    private static IEnumerable<JsonContextFormat> FormatsOf(Declaration model) => model switch
    {
        ModelRecord record => [Format(record.Name, record.Codec)],
        ModelEnum @enum => FormatsOf(new CSharpType(@enum.Name, @enum.Codec, IsValueType: true)),
        ModelClosedEnum @enum => FormatsOf(new CSharpType(@enum.Name, @enum.Codec, IsValueType: true)),
        // ASP.NET Core asks for the type that a value has at run time.
        ModelUnion union =>
        [
            Format(union.Name, union.Codec),
            .. union.Cases.Select(item => item.Name).Append(union.Unknown).Select(item => CaseFormat(union, $"{union.Name}.{item}")),
        ],
        _ => [],
    };

    private static IEnumerable<JsonContextFormat> FormatsOf(CSharpType type)
    {
        yield return new JsonContextFormat(type.Text, $"JsonFormat<{type.Text}>.Of<{type.Codec}>()");
        if (type.IsValueType)
            yield return NullableFormat(type.Text, type.Codec);
    }

    private static JsonContextFormat Format(string type, string codec) => new(type, $"{codec}.Format");

    private static JsonContextFormat NullableFormat(string type, string codec) =>
        new($"{type}?", $"JsonFormat<{type}?>.Of<JsonNullableValue<{type}, {codec}>>()");

    private static JsonContextFormat CaseFormat(ModelUnion union, string type) =>
        new(type, $"JsonFormat<{type}>.Of<JsonUnionCase<{type}, {union.Name}, {union.Codec}>>()");
}
