using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace SyncGen.Properties;

/// <summary>
/// What must hold for every contract, shown on random ones: they generate, the output compiles without a warning, what its types write is valid
/// by NJsonSchema and comes back equal, <c>Validate</c> agrees with it, and what it refuses for a type, a missing member or a null is refused.
/// The contracts are the same on every run; SYNCGEN_PROPERTY_CONTRACTS tries as many new ones, SYNCGEN_PROPERTY_SEED those of an earlier run. On failure the smallest contract found is printed.
/// </summary>
public sealed class PropertyTests(ITestOutputHelper output)
{
    private const int ValuesOfSchema = 8;
    private const int ChangesOfValue = 3;

    /// <summary>A gate must say the same of the same sources.</summary>
    private const ulong GateSeed = 2026;

    private const int FirstContracts = 12;
    private const int ContractsToChooseFrom = 300;

    private readonly Tally _tally = new();

    [Fact]
    public void Generated_code_agrees_with_the_contract()
    {
        var failures = new ConcurrentBag<(RandomContract Contract, string Failure)>();
        Parallel.ForEach(Contracts(), contract =>
        {
            if (Shrinking.FailureOf(contract, Check) is { } failure)
                failures.Add((contract, failure));
        });
        output.WriteLine(_tally.ToString());
        if (!failures.IsEmpty)
        {
            var (contract, failure) = Shrinking.Of(failures.MinBy(failing => failing.Contract.Text.Length).Contract, Check);
            var all = string.Join('\n', failures.Select(failing => $"{failing.Failure}\n{failing.Contract}"));
            Assert.Fail($"{failures.Count} contracts fail. The smallest found:\n{failure}\n{contract}\nAll of them:\n{all}");
        }

        Assert.True(_tally.IsComplete, _tally.ToString());
    }

    private IEnumerable<RandomContract> Contracts()
    {
        if (NumberIn("SYNCGEN_PROPERTY_CONTRACTS") is not { } wanted)
            return Chosen([.. From(GateSeed).Take(ContractsToChooseFrom)]);
        var seed = NumberIn("SYNCGEN_PROPERTY_SEED") ?? (ulong)Random.Shared.Next();
        output.WriteLine($"The contracts follow from SYNCGEN_PROPERTY_SEED={seed}.");
        return From(seed).Take((int)wanted);
    }

    private static ulong? NumberIn(string variable) => ulong.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;

    private static IEnumerable<RandomContract> From(ulong seed) =>
        Enumerable.Range(1, int.MaxValue).Select(stream => RandomContracts.Any.Generate(new PCG((uint)stream, seed), null, out _));

    /// <summary>The first contracts, and of the others those that use what none before them does.</summary>
    private static RandomContract[] Chosen(RandomContract[] contracts)
    {
        var used = new HashSet<string>();
        return [.. contracts.Where((contract, index) => Features.Of(contract).Where(used.Add).ToArray() is not [] || index < FirstContracts)];
    }

    private void Check(RandomContract contract)
    {
        var api = GeneratedApi.Make(contract);
        var judge = Judge.Of(contract);
        var strictJudge = Judge.Of(contract with { Style = CodeStyle.Default });
        var values = new RandomValues(contract.Seed, contract.Style.Lenient);
        var random = new Random(contract.Seed);
        for (var schema = 0; schema < contract.Schemas.Length; schema++)
        {
            for (var count = 0; count < ValuesOfSchema; count++)
            {
                var value = values.Root(api.Root, schema);
                var json = CheckValue(api, judge, strictJudge, value);
                CheckDuplicate(api, value, schema, json, contract.Style.Lenient.HasFlag(Leniency.Duplicates));
                for (var change = 0; change < ChangesOfValue; change++)
                {
                    var changed = Mutation.Of(json, random);
                    var isValid = CheckDocument(api, judge, strictJudge, changed);
                    if (isValid && strictJudge.Of(changed).IsGross)
                        _tally.AddForgiven();
                }
            }
        }

        _tally.AddContract(contract);
    }

    /// <summary>A value comes back equal, and <c>Validate</c> and the judge agree on it.</summary>
    private string CheckValue(GeneratedApi api, Judge judge, Judge strictJudge, object value)
    {
        var json = api.Write(value);
        var verdict = judge.Of(json);
        if (Read(api, json, verdict, strictJudge) is not { } back)
            return json;
        Demand(SameValue.Are(value, back), $"A value does not come back equal: {json}");
        Demand(api.Write(back) == json, $"A value is written otherwise the second time: {json} and {api.Write(back)}");
        var violations = api.Validate(value);
        Demand(verdict.IsValid == (violations.Length == 0), $"Of {json}\nValidate says: {string.Join("; ", violations)}\nand NJsonSchema: {verdict.Reasons}");
        _tally.AddValue(verdict.IsValid);
        return json;
    }

    /// <summary>The value of a document; null where reading refuses it, as it may what the judge refuses.</summary>
    private object? Read(GeneratedApi api, string json, Verdict verdict, Judge strictJudge)
    {
        try
        {
            return api.Read(json);
        }
        catch (JsonException exception)
        {
            Demand(!verdict.IsValid || IsSeveral(strictJudge, json, exception), $"{json} is refused, although NJsonSchema accepts it: {exception.Message}");
            _tally.AddValue(isValid: false);
            return null;
        }
    }

    /// <summary>Two cases of a oneOf match without anything forgiven, which the judge of a lenient contract, who knows anyOf alone, does not see.</summary>
    private static bool IsSeveral(Judge strictJudge, string json, JsonException exception) =>
        exception.Message.Contains("(oneOf)", StringComparison.Ordinal) && !strictJudge.Of(json).IsValid;

    /// <summary>A document is read when the judge accepts it, and refused when the judge refuses it for a type, a missing member or a null.</summary>
    private bool CheckDocument(GeneratedApi api, Judge judge, Judge strictJudge, string json)
    {
        var verdict = judge.Of(json);
        try
        {
            var value = api.Read(json);
            Demand(!verdict.IsGross, $"{json} is read, although NJsonSchema says: {verdict.Reasons}");
            var again = api.Write(value);
            Demand(api.Write(api.Read(again)) == again, $"{json} is written as {again}, and that otherwise.");
        }
        catch (JsonException exception)
        {
            Demand(!verdict.IsValid || IsSeveral(strictJudge, json, exception), $"{json} is refused, although NJsonSchema accepts it: {exception.Message}");
            Demand(exception.Path is { Length: > 1 }, $"{json} is refused without a path: {exception.Message}");
        }

        if (verdict.IsGross)
            _tally.AddRefused();
        else if (verdict.IsValid)
            _tally.AddAccepted();
        return verdict.IsValid;
    }

    /// <summary>An object or a map that has a member twice is refused, or read as the last one says where that is forgiven.</summary>
    private void CheckDuplicate(GeneratedApi api, object value, int schema, string json, bool isForgiven)
    {
        var content = RandomValues.PropertiesOf(api.Root)[schema].GetValue(value);
        var isRecord = content is not null && content.GetType() is { IsClass: true, IsNestedPublic: false } type && type.Namespace == api.Root.Namespace;
        // What a check refuses is refused with a name twice as well.
        if ((isForgiven && !CanRead(api, json)) || (content is not IDictionary && !isRecord) || JsonNode.Parse(json)![RandomContract.MemberOf(schema)] is not JsonObject { Count: > 0 } members)
            return;
        var (name, member) = members.First();
        var start = json.IndexOf('{', 1) + 1;
        var twice = json.Insert(start, $"{JsonSerializer.Serialize(name)}:{member?.ToJsonString() ?? "null"},");
        if (isForgiven)
            Demand(SameValue.Are(value, api.Read(twice)), $"{twice} is read otherwise than {json}");
        else
            Assert.Throws<JsonException>(() => api.Read(twice));
        _tally.AddDuplicate();
    }

    private static bool CanRead(GeneratedApi api, string json)
    {
        try
        {
            api.Read(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new PropertyException(otherwise);
    }
}
