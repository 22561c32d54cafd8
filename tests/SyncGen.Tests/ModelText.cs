using System.Collections.Immutable;
using System.Text;
using SyncGen.Diagnostics;
using SyncGen.Linking;
using SyncGen.Modeling;

namespace SyncGen.Tests;

/// <summary>A model as text, one line a schema and one an operation, so that a test can say in words what it expects.</summary>
internal static class ModelText
{
    /// <summary>The model of all that a contract says.</summary>
    public static ApiModel Build(Contract contract, DiagnosticBag diagnostics) =>
        ApiModelBuilder.Build(contract, [], OutputBudget.Of(contract, mebibytes: null), diagnostics);

    public static string Of(ApiModel model)
    {
        var text = new StringBuilder();
        foreach (var document in model.Documents)
            text.Append($"document {document.File} '{document.Title}' {string.Join(' ', document.Servers.Select(server => server.Url))}\n");
        foreach (var scheme in model.SecuritySchemes)
            text.Append($"scheme {scheme.Name}: {Of(scheme)}\n");
        foreach (var operation in model.Operations)
            text.Append(Of(operation)).Append('\n');
        foreach (var webhook in model.Webhooks)
            text.Append("webhook ").Append(Of(webhook)).Append('\n');
        foreach (var schema in model.Schemas)
            text.Append($"{Of(schema.Id)}: {Of(schema)}\n");
        return text.ToString();
    }

    public static string Of(Operation operation)
    {
        var text = new StringBuilder($"{operation.Method} {operation.Path}");
        foreach (var parameter in operation.Parameters)
            text.Append($" {Of(parameter)}");
        if (operation.Body is { } body)
            text.Append($" body{(body.IsRequired ? "!" : "")}: {Of(body.Content)}");
        foreach (var response in operation.Responses)
        {
            text.Append($" -> {response.Status}: {Of(response.Content)}");
            foreach (var header in response.Headers)
                text.Append($" [{header.Name}{(header.IsRequired ? "!" : "")}: {Of(header.Schema)}]");
        }
        foreach (var requirement in operation.Security)
            text.Append($" security({string.Join(" and ", requirement.Schemes.Select(scheme => scheme.Scheme))})");
        foreach (var callback in operation.Callbacks)
            text.Append($" callback {callback.Name} {callback.Expression} {callback.Operations.Length}");
        return text.ToString();
    }

    public static string Of(Schema schema) =>
        Of(schema.Shape)
        + (schema.IsNullable ? " or null" : "")
        + (schema.IsReadOnly ? " readonly" : "")
        + (schema.IsWriteOnly ? " writeonly" : "")
        + (schema.IsDeprecated ? " deprecated" : "")
        + (schema.Default is { } value ? $" = {Of(value)}" : "");

    private static string Of(Shape shape) => shape switch
    {
        Shape.Any any => any.IsObject ? "any object" : "any",
        Shape.Reference reference => $"-> {Of(reference.Target)}",
        Shape.Boolean => "boolean",
        Shape.String text => $"string{Format(text.Format)}{Format(text.ContentEncoding)}{Range(text.MinLength, text.MaxLength)}{(text.Pattern is null ? "" : $" /{text.Pattern}/")}",
        Shape.Number number => $"{(number.IsInteger ? "integer" : "number")}{Format(number.Format)}{Bound(number.IsMinimumExclusive ? ">" : ">=", number.Minimum)}"
            + $"{Bound(number.IsMaximumExclusive ? "<" : "<=", number.Maximum)}{Bound("*", number.MultipleOf)}",
        Shape.Enum list => $"{(list.IsOpen ? "open " : "")}enum({string.Join(", ", list.Values.Select(Of))})",
        Shape.Array array => $"list of {Of(array.Items)}{Range(array.MinItems, array.MaxItems)}{(array.HasUniqueItems ? " unique" : "")}",
        Shape.Map map => $"map of {Of(map.Values)}{(map.Names.Typed is { } typed ? $" for /{typed}/" : "")}{string.Concat(map.Names.Demanded.Select(pattern => $" /{pattern}/"))}{Range(map.MinProperties, map.MaxProperties)}",
        Shape.Object declared => Of(declared),
        Shape.Union union => $"one of {string.Join(" | ", union.Cases.Select(Of))}{(union.Discriminator is { } discriminator ? $" by {Of(discriminator)}" : "")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(Shape.Object declared) =>
        (declared.Base is { } parent ? $"{Of(parent)} + " : "")
        + $"{{{string.Join("; ", declared.Properties.Select(property => $"{property.Name}{(property.IsRequired ? "!" : "")}: {Of(property.Schema)}"))}}}"
        + (declared.Additional is { } additional ? $" and {Of(additional)}" : "")
        + (declared.IsClosed ? " closed" : "")
        + Range(declared.MinProperties, declared.MaxProperties);

    private static string Of(Discriminator discriminator) =>
        $"{discriminator.PropertyName}({string.Join(", ", discriminator.Values.Select(value => $"{value.Value}: {Of(value.Case)}"))})";

    private static string Of(EnumValue value) => Of(value.Value) + (value.Name is null ? "" : $" {value.Name}");

    private static string Of(JsonValue value) => value switch
    {
        JsonValue.String text => text.Value,
        JsonValue.Number number => number.Text,
        JsonValue.Boolean boolean => boolean.Value ? "true" : "false",
        JsonValue.Null => "null",
        JsonValue.Array array => $"[{string.Join(", ", array.Items.Select(Of))}]",
        JsonValue.Object members => $"{{{string.Join(", ", members.Members.Select(member => $"{member.Key}: {Of(member.Value)}"))}}}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(Parameter parameter) =>
        $"{parameter.Location.ToString().ToLowerInvariant()} {parameter.Name}{(parameter.IsRequired ? "!" : "")}"
        + $" {(parameter.ContentType ?? parameter.Style.ToString())}{(parameter.IsExploded ? "*" : "")} {Of(parameter.Schema)};";

    private static string Of(ImmutableArray<MediaType> content) =>
        content.IsEmpty ? "nothing" : string.Join(", ", content.Select(media => $"{media.Name} {(media.Schema is { } schema ? Of(schema) : "bytes")}"));

    private static string Of(SecurityScheme scheme) => scheme switch
    {
        SecurityScheme.ApiKey key => $"key {key.ParameterName} in {key.Location.ToString().ToLowerInvariant()}",
        SecurityScheme.Http http => $"http {http.Scheme}",
        SecurityScheme.Token token => token.IsOpenIdConnect ? "openid token" : "oauth2 token",
        _ => "mutual tls",
    };

    private static string Of(SchemaId id) => $"{(id.File.StartsWith("contract.", StringComparison.Ordinal) ? "" : id.File)}#{id.Pointer}";

    private static string Format(string? format) => format is null ? "" : $" {format}";

    private static string Bound(string sign, string? bound) => bound is null ? "" : $" {sign} {bound}";

    private static string Range(int? minimum, int? maximum) => minimum is null && maximum is null ? "" : $" {minimum}..{maximum}";
}
