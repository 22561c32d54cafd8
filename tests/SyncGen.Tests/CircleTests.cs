using System.Collections.Immutable;
using SyncGen.Diagnostics;
using SyncGen.Linking;
using SyncGen.Modeling;
using SyncGen.Projection;

namespace SyncGen.Tests;

/// <summary>No reader calls itself on the same token, whatever references, unions, allOf and discriminators lead to each other: random contracts.</summary>
public sealed class CircleTests
{
    private const int Contracts = 1500;

    [Fact]
    public void No_codec_reads_itself_on_the_same_token()
    {
        for (var seed = 0; seed < Contracts; seed++)
        {
            var contract = RandomContract(new Random(seed));
            // The names of unions' codecs are the judge here, not the schemas that the generator itself looks at.
            var unions = Declarations(contract).OfType<UnionCodec>().ToDictionary(codec => codec.Codec, codec => codec.Cases.Select(@case => @case.Codec).ToArray());
            foreach (var codec in unions.Keys)
                Assert.False(Reaches(unions, codec), $"{codec} of seed {seed}:\n{contract}");
        }
    }

    [Fact]
    public void Unions_that_lead_to_each_other_take_what_any_of_them_lists()
    {
        for (var seed = 0; seed < Contracts; seed++)
        {
            var random = new Random(seed);
            var graph = Enumerable.Range(0, random.Next(1, 6)).Select(_ => RandomAlternatives(random)).ToArray();
            foreach (var alternatives in graph)
            {
                alternatives.RemoveAll(alternative => int.TryParse(alternative, out var target) && target >= graph.Length);
                if (alternatives.Count == 0)
                    alternatives.Add("string");
            }

            var contract = ContractOf(graph.Select(alternatives => $"{{{random.Choose("oneOf", "anyOf")}: [{string.Join(", ", alternatives.Select(AlternativeOf))}]}}"));
            var model = Model(contract);
            // A circle that lists nothing is free-form, and so is what leads into it.
            if (Enumerable.Range(0, graph.Length).Any(index => KindsOf(graph, index).Contains("any")))
                continue;
            for (var index = 0; index < graph.Length; index++)
                Assert.True(KindsOf(graph, index).SetEquals(KindsOf(model, index)), $"S{index} of seed {seed}: {string.Join(' ', KindsOf(model, index))}\n{contract}");
        }

        string AlternativeOf(string alternative) => !int.TryParse(alternative, out var target) ? $"{{type: {alternative}}}"
            : (target + alternative.Length) % 2 == 0 ? Reference(target)
            : $"{{allOf: [{Reference(target)}], description: The same again.}}";
    }

    /// <summary>The kinds that a schema of the graph can have, by the definition of oneOf alone; any where nothing says.</summary>
    private static HashSet<string> KindsOf(List<string>[] graph, int start)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<int> { start };
        var open = new Stack<int>([start]);
        while (open.TryPop(out var index))
        {
            foreach (var alternative in graph[index])
            {
                if (!int.TryParse(alternative, out var target))
                    kinds.Add(alternative);
                else if (seen.Add(target))
                    open.Push(target);
            }
        }

        return kinds.Count == 0 ? ["any"] : kinds;
    }

    private static HashSet<string> KindsOf(ApiModel model, int index)
    {
        var schema = model.Resolve(model.Schemas.Single(schema => schema.Name == $"S{index}").Id);
        return
        [
            .. (schema.Shape is Shape.Union union ? UnionLeaf.Of(model, union).Select(leaf => leaf.Schema.Shape) : [schema.Shape]).Select(shape => shape switch
            {
                Shape.String => "string",
                Shape.Number { IsInteger: true } => "integer",
                Shape.Boolean => "boolean",
                Shape.Any { IsObject: false } => "any",
                _ => shape.GetType().Name,
            }),
        ];
    }

    private static List<string> RandomAlternatives(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(3) == 0 ? random.Choose("string", "integer", "boolean") : random.Next(6).ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static string RandomContract(Random random)
    {
        var count = random.Next(2, 7);
        return ContractOf(Enumerable.Range(0, count).Select(_ => RandomSchema(random, count, 0)));
    }

    private static string RandomSchema(Random random, int count, int depth)
    {
        var reference = Reference(random.Next(count));
        if (depth > 2)
            return reference;
        return random.Next(12) switch
        {
            0 => reference,
            1 => $"{{allOf: [{reference}]}}",
            2 => $"{{allOf: [{reference}], {random.Choose("description: Words.", "type: object", "required: [kind]", "nullable: true")}}}",
            3 => $"{{allOf: [{reference}, {{type: object, properties: {{p{random.Next(3)}: {{type: string}}}}}}]}}",
            4 => $"{{allOf: [{{allOf: [{reference}]}}]}}",
            5 or 6 => $"{{{random.Choose("oneOf", "anyOf")}: [{RandomSchema(random, count, depth + 1)}, {RandomSchema(random, count, depth + 1)}]{Discriminator()}}}",
            7 => $"{{{random.Choose("oneOf", "anyOf")}: [{RandomSchema(random, count, depth + 1)}]{Discriminator()}}}",
            8 => $"{{type: array, items: {RandomSchema(random, count, depth + 1)}}}",
            9 => $"{{type: object, properties: {{kind: {{type: string}}, again: {reference}}}{Discriminator()}}}",
            10 => $"{{type: object, discriminator: {{propertyName: kind}}, oneOf: [{reference}, {Reference(random.Next(count))}]}}",
            _ => random.Choose("{type: string}", "{type: integer}", "{type: object, additionalProperties: {type: string}}"),
        };

        string Discriminator() => random.Next(2) == 0 ? "" : ", discriminator: {propertyName: kind}";
    }

    private static string Reference(int index) => $"{{$ref: '#/components/schemas/S{index}'}}";

    private static string ContractOf(IEnumerable<string> schemas) =>
        "openapi: 3.0.3\ninfo: {title: Example, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + string.Concat(schemas.Select((schema, index) => $"    S{index}: {schema}\n"));

    /// <summary>Whether a codec leads back to itself by cases.</summary>
    private static bool Reaches(Dictionary<string, string[]> unions, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(unions[start]);
        while (open.TryPop(out var codec))
        {
            if (codec == start)
                return true;
            if (seen.Add(codec) && unions.TryGetValue(codec, out var cases))
            {
                foreach (var @case in cases)
                    open.Push(@case);
            }
        }

        return false;
    }

    private static ApiModel Model(string contract)
    {
        using var scratch = new ContractScratch();
        var documents = scratch.With("contract.yaml", contract).Load("contract.yaml");
        return ModelText.Build(Linker.Link(documents!, scratch.Diagnostics), scratch.Diagnostics);
    }

    /// <summary>What becomes of a contract; nothing where it is refused, for a circle of allOf say.</summary>
    private static ImmutableArray<Declaration> Declarations(string contract)
    {
        using var scratch = new ContractScratch();
        var diagnostics = new DiagnosticBag();
        var documents = scratch.With("contract.yaml", contract).Load("contract.yaml");
        var linked = Linker.Link(documents!, diagnostics);
        if (diagnostics.HasErrors)
            return [];
        var model = ModelText.Build(linked, diagnostics);
        return diagnostics.HasErrors ? [] : CSharpProjector.Project(model, "Example", LentTypes.None, null, null, EmitKinds.Models, CodeStyle.Default, null, diagnostics).Declarations;
    }
}

file static class RandomExtensions
{
    public static string Choose(this Random random, params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
