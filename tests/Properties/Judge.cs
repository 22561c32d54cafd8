using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace SyncGen.Properties;

/// <summary>NJsonSchema, which nobody here wrote, says whether JSON is valid for the contract's own schemas.</summary>
internal sealed class Judge
{
    private readonly JsonSchema _root;

    private Judge(JsonSchema root) => _root = root;

    public static Judge Of(RandomContract contract)
    {
        var translation = new SchemaTranslation(contract);
        var definitions = translation.Definitions;
        var root = new JsonObject
        {
            ["type"] = "object",
            ["definitions"] = definitions,
            ["properties"] = new JsonObject(contract.Schemas.Select((schema, index) => KeyValuePair.Create(RandomContract.MemberOf(index), (JsonNode?)translation.Member(schema.Name)))),
        };
        return new Judge(JsonSchema.FromJsonAsync(root.ToJsonString()).GetAwaiter().GetResult());
    }

    public Verdict Of(string json)
    {
        var errors = _root.Validate(json);
        return new Verdict(errors.Count == 0, errors.Any(IsGross), string.Join('\n', errors));
    }

    /// <summary>A wrong type, a missing member or a null that no constraint excuses. What a union says of its cases is left open, for unknown cases are kept.</summary>
    private static bool IsGross(ValidationError error) => error switch
    {
        MultiTypeValidationError types => types.Errors.Where(type => type.Key != JsonObjectType.Null).ToArray() is [var (_, errors)] && errors.Any(IsGross),
        ChildSchemaValidationError { Kind: ValidationErrorKind.NotAnyOf } union =>
            union.Errors.Where(@case => @case.Key.Type != JsonObjectType.Null && @case.Key.Title != SchemaTranslation.Quoted).ToArray() is [var (_, errors)] && errors.Any(IsGross),
        ChildSchemaValidationError { Kind: not ValidationErrorKind.NotOneOf } children => children.Errors.Values.Any(errors => errors.Any(IsGross)),
        _ => error.Kind is ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected
            or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected
            or ValidationErrorKind.NullExpected or ValidationErrorKind.PropertyRequired,
    };
}

/// <summary>What the judge says of a JSON text.</summary>
/// <param name="IsGross">A type is wrong, a member is missing, or a null stands where none may.</param>
/// <param name="Reasons">For people.</param>
internal sealed record Verdict(bool IsValid, bool IsGross, string Reasons);
