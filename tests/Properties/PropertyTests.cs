using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace SyncGen.Properties;

/// <summary>
/// What must hold for every contract, shown on random ones: they generate, the output compiles without a warning, what its types write is valid
/// by NJsonSchema and comes back equal, <c>Validate</c> agrees with it, and what it refuses for a type, a missing member or a null is refused.
/// On failure CsCheck prints the seed and the smallest contract it found; SYNCGEN_PROPERTY_SEED runs it again, SYNCGEN_PROPERTY_CONTRACTS
/// sets how many contracts are tried.
/// </summary>
public sealed class PropertyTests(ITestOutputHelper output)
{
    private const int ValuesOfSchema = 8;
    private const int ChangesOfValue = 3;

    private readonly Tally _tally = new();

    [Fact]
    public void Generated_code_agrees_with_the_contract()
    {
        var contracts = int.TryParse(Environment.GetEnvironmentVariable("SYNCGEN_PROPERTY_CONTRACTS"), out var wanted) ? wanted : 20;
        var failing = new ConcurrentBag<RandomContract>();
        try
        {
            RandomContracts.Any.Sample(contract => Check(contract, failing), iter: contracts, seed: Environment.GetEnvironmentVariable("SYNCGEN_PROPERTY_SEED"), print: _ => "");
        }
        catch (CsCheckException exception)
        {
            output.WriteLine(exception.Message);
            var (contract, failure) = Shrinking.Of(failing.MinBy(contract => contract.Text.Length)!, Check);
            Assert.Fail($"{exception.Message}\n{failure}\n{contract}");
        }
        finally
        {
            output.WriteLine(_tally.ToString());
        }

        Assert.True(_tally.IsComplete, _tally.ToString());
    }

    private void Check(RandomContract contract, ConcurrentBag<RandomContract> failing)
    {
        try
        {
            Check(contract);
        }
        catch
        {
            failing.Add(contract);
            throw;
        }
    }

    private void Check(RandomContract contract)
    {
        using var api = GeneratedApi.Make(contract);
        var judge = Judge.Of(contract);
        var values = new RandomValues(contract.Seed);
        var random = new Random(contract.Seed);
        for (var schema = 0; schema < contract.Schemas.Length; schema++)
        {
            for (var count = 0; count < ValuesOfSchema; count++)
            {
                var value = values.Root(api.Root, schema);
                var json = CheckValue(api, judge, value);
                CheckDuplicate(api, value, schema, json);
                for (var change = 0; change < ChangesOfValue; change++)
                    CheckDocument(api, judge, Mutation.Of(json, random));
            }
        }

        _tally.AddContract(contract.Schemas.Length);
    }

    /// <summary>A value comes back equal, and <c>Validate</c> and the judge agree on it.</summary>
    private string CheckValue(GeneratedApi api, Judge judge, object value)
    {
        var json = api.Write(value);
        var back = api.Read(json);
        Demand(SameValue.Are(value, back), $"A value does not come back equal: {json}");
        Demand(api.Write(back) == json, $"A value is written otherwise the second time: {json} and {api.Write(back)}");
        var verdict = judge.Of(json);
        var violations = api.Validate(value);
        Demand(verdict.IsValid == (violations.Length == 0), $"Of {json}\nValidate says: {string.Join("; ", violations)}\nand NJsonSchema: {verdict.Reasons}");
        _tally.AddValue(verdict.IsValid);
        return json;
    }

    /// <summary>A document is read when the judge accepts it, and refused when the judge refuses it for a type, a missing member or a null.</summary>
    private void CheckDocument(GeneratedApi api, Judge judge, string json)
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
            Demand(!verdict.IsValid, $"{json} is refused, although NJsonSchema accepts it: {exception.Message}");
            Demand(exception.Path is { Length: > 1 }, $"{json} is refused without a path: {exception.Message}");
        }

        if (verdict.IsGross)
            _tally.AddRefused();
        else if (verdict.IsValid)
            _tally.AddAccepted();
    }

    /// <summary>An object or a map that has a member twice is refused.</summary>
    private void CheckDuplicate(GeneratedApi api, object value, int schema, string json)
    {
        var content = RandomValues.PropertiesOf(api.Root)[schema].GetValue(value);
        var isRecord = content is not null && content.GetType() is { IsClass: true, IsNestedPublic: false } type && type.Namespace == api.Root.Namespace;
        if ((content is not IDictionary && !isRecord) || JsonNode.Parse(json)![RandomContract.MemberOf(schema)] is not JsonObject { Count: > 0 } members)
            return;
        var (name, member) = members.First();
        var start = json.IndexOf('{', 1) + 1;
        var twice = json.Insert(start, $"{JsonSerializer.Serialize(name)}:{member?.ToJsonString() ?? "null"},");
        Assert.Throws<JsonException>(() => api.Read(twice));
        _tally.AddDuplicate();
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new PropertyException(otherwise);
    }
}
