using SyncGen.Linking;
using SyncGen.Modeling;

namespace SyncGen.Tests;

/// <summary>What operations mean in each dialect: one operation a row, and the line that tells how it was read.</summary>
public sealed class OperationModelTests
{
    [Theory]
    [InlineData("{in: query, name: a, type: string}", "query a Form")]
    [InlineData("{in: query, name: a, type: array, items: {type: string}}", "query a Form")]
    [InlineData("{in: query, name: a, type: array, items: {type: string}, collectionFormat: multi}", "query a Form*")]
    [InlineData("{in: query, name: a, type: array, items: {type: string}, collectionFormat: ssv}", "query a SpaceDelimited")]
    [InlineData("{in: query, name: a, type: array, items: {type: string}, collectionFormat: tsv}", "query a TabDelimited")]
    [InlineData("{in: query, name: a, type: array, items: {type: string}, collectionFormat: pipes}", "query a PipeDelimited")]
    [InlineData("{in: header, name: a, type: array, items: {type: string}}", "header a Simple")]
    [InlineData("{in: header, name: Content-Type, type: string}", "")]
    [InlineData("{in: header, name: Authorization, type: string, required: true}", "header Authorization! Simple")]
    public void Swagger_parameter_is_laid_out(string parameter, string expected) =>
        Assert.Equal(expected, ParameterOf(Swagger($"parameters: [{parameter}]")));

    [Theory]
    [InlineData("{in: query, name: a, schema: {type: string}}", "query a Form*")]
    [InlineData("{in: query, name: a, explode: false, schema: {type: string}}", "query a Form")]
    [InlineData("{in: query, name: a, style: deepObject, schema: {type: object}}", "query a DeepObject*")]
    [InlineData("{in: query, name: a, style: pipeDelimited, schema: {type: array}}", "query a PipeDelimited")]
    [InlineData("{in: header, name: a, schema: {type: string}}", "header a Simple")]
    [InlineData("{in: cookie, name: a, required: true, schema: {type: string}}", "cookie a! Form*")]
    [InlineData("{in: query, name: a, content: {application/json: {schema: {type: object}}}}", "query a application/json*")]
    [InlineData("{in: query, name: a, type: integer}", "query a Form*")]
    [InlineData("{in: header, name: Authorization, schema: {type: string}}", "")]
    public void OpenApi_parameter_is_laid_out(string parameter, string expected) =>
        Assert.Equal(expected, ParameterOf(OpenApi($"parameters: [{parameter}]")));

    [Theory]
    [InlineData("parameters: [{in: body, name: pet, required: true, schema: {type: string}}]", "body!: application/json #/paths/~1pets/post/parameters/0/schema")]
    [InlineData("{parameters: [{in: body, name: pet, schema: {type: string}}], consumes: [text/plain, TEXT/XML]}", "body: text/plain #/paths/~1pets/post/parameters/0/schema, text/xml #/paths/~1pets/post/parameters/0/schema")]
    [InlineData("parameters: [{in: formData, name: a, type: string}]", "body: application/x-www-form-urlencoded #/paths/~1pets/post/parameters")]
    [InlineData("parameters: [{in: formData, name: a, type: file, required: true}]", "body!: multipart/form-data #/paths/~1pets/post/parameters")]
    [InlineData("{parameters: [{in: formData, name: a, type: string}], consumes: [application/json, multipart/form-data]}", "body: multipart/form-data #/paths/~1pets/post/parameters")]
    public void Swagger_body_is_read(string members, string expected) =>
        Assert.Equal(expected, Told(Swagger(members)));

    [Theory]
    [InlineData("responses: {200: {description: Done., schema: {type: string}}}", "-> 200: application/json #/paths/~1pets/post/responses/200/schema")]
    [InlineData("{responses: {200: {description: Done., schema: {type: string}}}, produces: [text/plain]}", "-> 200: text/plain #/paths/~1pets/post/responses/200/schema")]
    [InlineData("responses: {200: {description: Done., schema: {type: file}}}", "-> 200: */* #/paths/~1pets/post/responses/200/schema")]
    [InlineData("responses: {4XX: {description: Wrong.}, default: {description: Other.}}", "-> 4XX: nothing -> default: nothing")]
    [InlineData("responses: {200: {description: Done., headers: {X-Total: {type: integer}}}}", "-> 200: nothing [X-Total: #/paths/~1pets/post/responses/200/headers/X-Total]")]
    public void Swagger_response_is_read(string members, string expected) =>
        Assert.Equal(expected, Told(Swagger(members)));

    [Theory]
    [InlineData("", "security(key)")]
    [InlineData("security: []", "")]
    [InlineData("security: [{}, {key: []}]", "security() security(key)")]
    [InlineData("security: [{key: [], token: [read]}]", "security(key and token)")]
    [InlineData("security: null", "security(key)")]
    public void Security_of_an_operation_replaces_that_of_the_contract(string members, string expected) =>
        Assert.Equal(expected, Told(OpenApi(members)));

    [Theory]
    [InlineData("host: example.org\nschemes: [https, http]\nbasePath: /v1/", "https://example.org/v1 http://example.org/v1")]
    [InlineData("host: example.org", "https://example.org")]
    [InlineData("basePath: v1", "/v1")]
    [InlineData("basePath: /", "")]
    [InlineData("host: 'https://example.org'\nbasePath: /v1", "https://example.org/v1")]
    public void Swagger_host_becomes_servers(string members, string expected) =>
        Assert.Equal(expected, ServersOf($"swagger: '2.0'\ninfo: {{title: T, version: '1'}}\n{members}\npaths: {{}}\n"));

    [Theory]
    [InlineData("[{url: 'https://example.org/v1/'}]", "https://example.org/v1")]
    [InlineData("[{url: '{scheme}://example.org', variables: {scheme: {default: https}}}]", "https://example.org")]
    [InlineData("[{url: 'https://{region}.example.org', variables: {region: {enum: [eu, us]}}}]", "https://eu.example.org")]
    [InlineData("[{url: 'https://{region}.example.org'}]", "")]
    [InlineData("[{url: /v1}, {url: v2}, {url: 'api.example.org/v3'}]", "/v1 /v2 https://api.example.org/v3")]
    public void OpenApi_servers_are_read(string servers, string expected) =>
        Assert.Equal(expected, ServersOf($"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\nservers: {servers}\npaths: {{}}\n"));

    [Fact]
    public void Parameters_of_the_operation_replace_those_of_the_path()
    {
        var model = Read("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /pets/{id}:
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: limit, in: query, schema: { type: string } }
                get:
                  parameters: [{ name: limit, in: query, required: true, schema: { type: integer } }]
                  responses: { 204: { description: Done. } }
            """);
        Assert.Equal(
            "GET /pets/{id} path id! Simple #/paths/~1pets~1{id}/parameters/0/schema; query limit! Form* #/paths/~1pets~1{id}/get/parameters/0/schema; -> 204: nothing",
            ModelText.Of(model.Operations[0]));
    }

    private static string Swagger(string members) => $$"""
        swagger: '2.0'
        info: { title: T, version: '1' }
        paths: { /pets: { post: {{Mapping(members)}} } }
        """;

    private static string OpenApi(string members) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        security: [{ key: [] }]
        components: { securitySchemes: { key: { type: apiKey, in: query, name: key }, token: { type: oauth2, flows: {} } } }
        paths: { /pets: { post: {{Mapping(members)}} } }
        """;

    private static string Mapping(string members) => members.StartsWith('{') ? members : $"{{ {members} }}";

    private static string ParameterOf(string contract) => Told(contract).Split("security(")[0].Trim().Split(" #/")[0];

    private static string ServersOf(string contract) => string.Join(' ', Read(contract).Documents[0].Servers.Select(server => server.Url));

    /// <summary>What is told of the only operation, after its method and path.</summary>
    private static string Told(string contract) => ModelText.Of(Read(contract).Operations.Single())["POST /pets".Length..].Trim();

    private static ApiModel Read(string contract)
    {
        using var scratch = new ContractScratch();
        var documents = scratch.With("contract.yaml", contract).Load("contract.yaml");
        return ModelText.Build(Linker.Link(documents!, scratch.Diagnostics), scratch.Diagnostics);
    }
}
