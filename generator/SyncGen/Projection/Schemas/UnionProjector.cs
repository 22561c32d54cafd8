using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns a union into its type and its codec.</summary>
internal static class UnionProjector
{
    private const string Unknown = "UnknownCase";

    public static ModelUnion Model(
        Schema schema,
        Shape.Union union,
        ApiModel api,
        TypeNames names,
        TypeTable types,
        CSharpType freeForm,
        string @namespace)
    {
        var name = names.Of[schema.Id];
        return new ModelUnion(
            Files.NameOf("Models", name),
            Usings.Of([.. UsingsOf(union, types, freeForm), "System", "System.Diagnostics", "System.Text.Json.Serialization", $"{@namespace}.Json"]),
            SchemaDocs.OfType(schema, name),
            name,
            name + "Codec",
            schema.IsDeprecated,
            Unknown,
            freeForm.Text,
            "unknown",
            CasesOf(union, api, types, name));
    }

    /// <param name="lenient">What reading forgives.</param>
    /// <param name="suffix">Of the codec's name.</param>
    public static UnionCodec Codec(
        Schema schema,
        Shape.Union union,
        ApiModel api,
        TypeNames names,
        TypeTable types,
        CSharpType freeForm,
        Leniency lenient,
        string suffix)
    {
        var name = names.Of[schema.Id];
        var cases = CasesOf(union, api, types, name);
        var results = cases.Select(item => $"new {name}.{item.Name}({item.Codec}.Read(ref reader))").ToImmutableArray();
        var unknown = $"new {name}.{Unknown}({freeForm.Codec}.Read(ref reader))";
        var plan = union.Discriminator is null ? UnionPlan.Of(union, api, types, results, unknown, lenient) : UnionPlan.Empty;
        var choices = union.Discriminator?.Values
            .Where(value => union.Cases.Contains(value.Case))
            .DistinctBy(value => value.Value)
            .Select(value => new UnionChoice(Literal.Utf8(value.Value), Literal.Utf8Length(value.Value), results[union.Cases.IndexOf(value.Case)]));
        return new UnionCodec(
            Files.NameOf("Json", name + suffix),
            Usings.Of([.. UsingsOf(union, types, freeForm), "System", "System.Text.Json"]),
            name,
            name + suffix,
            OneWaySchemas.LimitOf(suffix),
            Unknown,
            freeForm.Codec,
            unknown,
            union.Discriminator is { } discriminator ? Literal.Utf8(discriminator.PropertyName) : null,
            lenient.HasFlag(Leniency.Duplicates) ? "FindLast" : "Find",
            [.. choices ?? []],
            plan.Arms,
            plan.Lookups,
            plan.ObjectArms,
            cases);
    }

    private static IEnumerable<string> UsingsOf(Shape.Union union, TypeTable types, CSharpType freeForm) =>
        union.Cases.SelectMany(id => types[id].Usings).Concat(freeForm.Usings);

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
            cases.Add(new UnionCase(caseName, type.Text, type.Codec, parameter, parameter.TrimStart('@'), MarkdownText.Encode(type.Text), isConvertible));
        }

        return cases.DrainToImmutable();
    }
}
