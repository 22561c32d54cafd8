using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Types of the user's own in place of those that schemas would become.</summary>
/// <param name="style">Says which they are.</param>
/// <param name="texts">How generated code writes each of their names.</param>
internal sealed class UserTypes(CodeStyle style, FrozenDictionary<string, string> texts)
{
    /// <summary>What the names that generated code writes stand for.</summary>
    public FrozenDictionary<string, string> Aliases { get; } =
        texts.Where(text => text.Key.EndsWith($".{text.Value}", StringComparison.Ordinal) && !KnownNames.Types.ContainsKey(text.Value)).ToFrozenDictionary(text => text.Value, text => text.Key);

    /// <summary>The types that schemas of the API have, each once.</summary>
    public IEnumerable<CSharpType> UsedIn(ApiModel api) => api.Schemas.Select(Of).OfType<CSharpType>().DistinctBy(type => type.Text).OrderBy(type => type.Text, StringComparer.Ordinal);

    public static UserTypes Of(CodeStyle style, TypeNames names)
    {
        var codecs = names.Declared.SelectMany(schema => new[] { "Codec", OneWaySchemas.RequestCodec, OneWaySchemas.ResponseCodec }.Select(suffix => names.Of[schema.Id] + suffix)).ToHashSet(StringComparer.Ordinal);
        var texts = style.Types.Values
            .SelectMany(type => new[] { type.Name, type.Codec })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToFrozenDictionary(name => name, name => TextOf(name, codecs, names.Table), StringComparer.Ordinal);
        return new UserTypes(style, texts);
    }

    /// <summary>The user's type for a schema that is named, in requests too.</summary>
    public static UserType? OfSchema(CodeStyle style, Schema schema) => style.Types.GetValueOrDefault($"schema:{schema.InputOf ?? schema.Id}");

    /// <summary>The type of a schema; null when it is none of the user's.</summary>
    public CSharpType? Of(Schema schema) => !style.Types.IsEmpty && CanBe(schema.Shape) && Find(schema) is { } type ? TypeOf(type) : null;

    /// <summary>Reports what the user's types leave unchecked, and those that stand for nothing or cannot stand for what they name.</summary>
    public void Report(ApiModel api, DiagnosticBag diagnostics)
    {
        if (style.Types.IsEmpty)
            return;
        var found = new HashSet<UserType>();
        foreach (var schema in api.Schemas)
        {
            if (!CanBe(schema.Shape))
            {
                if (OfSchema(schema) is { } impossible && found.Add(impossible))
                    diagnostics.Report(ProjectionRules.TypeInWrongPlace, impossible.Span, schema.Id, impossible.Name, "it only refers to another schema, which the entry can name");
            }
            else if (Find(schema) is { } type)
            {
                found.Add(type);
                if (LimitsOf(schema.Shape) is { Length: > 0 } limits)
                    diagnostics.Report(ProjectionRules.LimitsOfUserType, schema.Span, string.Join(", ", limits), type.Name);
            }

            if (schema.Shape is Shape.Object { Properties: var properties })
            {
                foreach (var property in properties.Where(property => !api.Cases.ValuesOf(schema.Id, property.Name).IsEmpty))
                {
                    if (Find(api.Resolve(property.Schema)) is { } type)
                        diagnostics.Report(ProjectionRules.TypeForDiscriminator, property.NameSpan, MarkdownText.Visible(property.Name), type.Name);
                }
            }

            if (schema.Shape is Shape.Array array && array.Contains.Any(contained => !LimitsOf(contained.Shape).IsEmpty) && Of(api.Resolve(array.Items)) is { } items)
                diagnostics.Report(ProjectionRules.LimitsOfUserType, schema.Span, "contains", items.Text);
        }

        foreach (var (key, type) in style.Types.OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            if (!found.Contains(type))
                diagnostics.Report(ProjectionRules.TypeForNothing, type.Span, key);
        }
    }

    /// <summary>All but references, once shapes of the user's own are settled.</summary>
    private static bool CanBe(Shape shape) => shape is Shape.String or Shape.Number or Shape.Boolean or Shape.Any;

    private CSharpType TypeOf(UserType type) => new(texts[type.Name], texts[type.Codec], !type.IsClass) { IsUsers = true };

    private UserType? Find(Schema schema) => OfSchema(schema) ?? (FormatOf(schema.Shape) is { } format ? style.Types.GetValueOrDefault($"format:{format}") : null);

    private UserType? OfSchema(Schema schema) => OfSchema(style, schema);

    private static string? FormatOf(Shape shape) => shape switch
    {
        Shape.String { ContentEncoding: null } text => text.Format,
        Shape.Number number => number.Format,
        _ => null,
    };

    /// <summary>The keywords that C# would have been checked by.</summary>
    private ImmutableArray<string> LimitsOf(Shape shape) =>
    [
        .. (shape switch
        {
            Shape.String text => new[]
            {
                text.MinLength is > 0 ? "minLength" : "",
                text.MaxLength is not null ? "maxLength" : "",
                text.Pattern is not null ? "pattern" : "",
                TextFormats.IsChecked(text.Format, style) ? "format" : "",
            },
            Shape.Number number =>
            [
                number.Minimum is not null ? number.IsMinimumExclusive ? "exclusiveMinimum" : "minimum" : "",
                number.Maximum is not null ? number.IsMaximumExclusive ? "exclusiveMaximum" : "maximum" : "",
                number.MultipleOf is not null ? "multipleOf" : "",
            ],
            Shape.Any free =>
            [
                free.MinProperties is > 0 ? "minProperties" : "",
                free.MaxProperties is not null ? "maxProperties" : "",
            ],
            _ => [],
        }).Where(keyword => keyword.Length > 0),
    ];

    /// <summary>The last part of a name where nothing else has it, which a using directive explains; else the whole name.</summary>
    private static string TextOf(string name, HashSet<string> codecs, NameTable table)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0)
            return name;
        var last = name[(dot + 1)..];
        if (KnownNames.Types.GetValueOrDefault(last) == name[..dot])
            return last;
        return !ReservedNames.IsType(last) && !codecs.Contains(last) && table.TryAdd(last, $"the type '{name}'") ? last : $"global::{name}";
    }
}
