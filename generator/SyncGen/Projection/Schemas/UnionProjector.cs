using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns unions into their types and codecs.</summary>
internal sealed class UnionProjector(
    ApiModel api,
    TypeNames names,
    TypeTable types,
    RecordShapes records,
    CodeStyle style)
{
    private const string Unknown = "UnknownCase";

    private readonly CSharpType _freeForm = TypeMapper.FreeFormOf(style);
    private readonly UnionCaseWriter _writer = new(api, records);

    public ModelUnion Model(Schema schema, Shape.Union union)
    {
        var name = names.Of[schema.Id];
        return new ModelUnion(
            Files.NameOf("Models", name),
            SchemaDocs.OfType(schema, name),
            name,
            name + "Codec",
            schema.IsDeprecated,
            Unknown,
            _freeForm.Text,
            "unknown",
            CasesOf(union, types, name));
    }

    /// <param name="schema">The schema of the union.</param>
    /// <param name="union">Its shape.</param>
    /// <param name="codecs">Says which codecs the cases have.</param>
    /// <param name="suffix">Of the codec's name.</param>
    public UnionCodec Codec(Schema schema, Shape.Union union, TypeTable codecs, string suffix)
    {
        var name = names.Of[schema.Id];
        var lenient = style.Lenient;
        var cases = CasesOf(union, codecs, name)
            .Select((item, index) => item with { Writes = _writer.Of(union, union.Cases[index], item), Pattern = item.Kind is null ? item.Pattern : $"(var content) {{ {item.Kind.Name}: var kind }}" })
            .ToImmutableArray();
        var results = cases.Select(item => $"new {name}.{item.Name}({item.Codec}.Read(ref reader))").ToImmutableArray();
        var unknown = union.Discriminator?.Default is { } other
            ? results[union.Cases.IndexOf(other)]
            : $"new {name}.{Unknown}({_freeForm.Codec}.Read(ref reader))";
        var plan = union.Discriminator is null ? UnionPlan.Of(union, api, codecs, results, unknown, lenient) : UnionPlan.Told(unknown);
        var told = UnionDiscriminator.Of(union.Discriminator, lenient);
        var choices = union.Discriminator?.Values
            .Where(value => union.Cases.Contains(value.Case))
            .DistinctBy(value => value.Value)
            .Select(value => (value.Value, Index: union.Cases.IndexOf(value.Case)))
            .Select(choice => new UnionArm(
                told.PatternOf(choice.Value),
                cases[choice.Index].Kind is { } kind ? $"{results[choice.Index]} {{ {kind.Name} = {UnionCaseWriter.LiteralOf(choice.Value, union.Discriminator.Kind)} }}" : results[choice.Index]));
        return new UnionCodec(
            Files.NameOf("Json", name + suffix),
            name,
            name + suffix,
            OneWaySchemas.LimitOf(suffix),
            Unknown,
            _freeForm.Codec,
            plan.Other,
            union.Discriminator is { } discriminator ? Literal.Utf8(discriminator.PropertyName) : null,
            lenient.HasFlag(Leniency.Duplicates) ? "FindLast" : "Find",
            told.OtherToken,
            told.Read,
            told.Subject,
            [.. choices ?? []],
            plan.Arms,
            plan.Lookups,
            plan.ObjectArms,
            cases);
    }

    private ImmutableArray<UnionCase> CasesOf(Shape.Union union, TypeTable codecs, string name) =>
        [.. CasesOf(union, api, codecs, name).Select((item, index) => item with { Kind = _writer.KindOf(union, union.Cases[index]) })];

    /// <summary>The cases, index by index.</summary>
    public static ImmutableArray<UnionCase> CasesOf(Shape.Union union, ApiModel api, TypeTable types, string name)
    {
        // Inside the union a nested record hides a type of its name.
        var caseNames = new NameTable(StringComparer.Ordinal);
        caseNames.TryAdd(name, name);
        caseNames.TryAdd(Unknown, Unknown);
        foreach (var id in union.Cases)
            caseNames.TryAdd(types[id].Text, types[id].Text);
        var parameters = new NameTable(StringComparer.Ordinal);
        parameters.TryAdd("unknown", "unknown");
        var cases = ImmutableArray.CreateBuilder<UnionCase>();
        foreach (var id in union.Cases)
        {
            var type = types[id];
            var own = UnionCaseNames.Of(api, union, id);
            var caseName = caseNames.Add(own, id.ToString(), own + "Case", $"{own}{Identifier.PascalCase(type.Text, "Case")}Case");
            var parameter = Identifier.LocalIn(parameters, parameters.Contains(Identifier.Local(own).TrimStart('@')) ? caseName : own);
            // C# allows no conversion from an interface, and two from one type would mean different cases.
            var isConvertible = !type.Text.StartsWith("IReadOnly", StringComparison.Ordinal)
                && type.Text != name
                && union.Cases.Count(other => types[other].Text == type.Text) == 1;
            cases.Add(new UnionCase(caseName, type.Text, type.Codec, parameter, parameter.TrimStart('@'), MarkdownText.Encode(type.Text), isConvertible, Kind: null));
        }

        return cases.DrainToImmutable();
    }
}
