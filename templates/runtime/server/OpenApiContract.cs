namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net.Http;
using System.Text;
using Microsoft.OpenApi;

/// <summary>Completes OpenAPI documents that libraries make of a server by what the contract says. ASP.NET Core knows the routes, the contract the rest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class OpenApiContract
{
    /// <summary>Replaces the descriptions of the contract's operations, and adds the components that they refer to.</summary>
    /// <param name="document">The document to complete.</param>
    /// <param name="json">The contract as JSON.</param>
    public static void Apply(OpenApiDocument document, ReadOnlySpan<byte> json)
    {
        var contract = OpenApiDocument.Parse(Encoding.UTF8.GetString(json), "json").Document
            ?? throw new InvalidOperationException("The contract cannot be read as an OpenAPI document.");
        var operations = contract.Paths
            .SelectMany(path => path.Value.Operations ?? [], (path, operation) => new Described(path.Key, path.Value, operation.Key, operation.Value))
            .OrderByDescending(operation => operation.Path.Length)
            .ToLookup(operation => operation.Operation.OperationId ?? "", StringComparer.Ordinal);
        var isWhole = true;
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                if (Find(operations, path, method, operation.OperationId) is { } described)
                    Describe(operation, described.Operation, described.Place, contract);
                else
                    isWhole = false;
            }
        }

        Take(document.Components ??= new OpenApiComponents(), contract.Components ?? new OpenApiComponents(), isWhole);
    }

    /// <summary>An operation without an id is found by its path, which stands behind those of servers and groups.</summary>
    private static Described? Find(ILookup<string, Described> operations, string path, HttpMethod method, string? id) =>
        (id is null ? null : operations[id].FirstOrDefault(operation => operation.Method == method))
        ?? operations[""].FirstOrDefault(operation => operation.Method == method && path.EndsWith(operation.Path, StringComparison.Ordinal));

    private static void Describe(OpenApiOperation operation, OpenApiOperation described, IOpenApiPathItem place, OpenApiDocument contract)
    {
        operation.Summary = described.Summary ?? place.Summary ?? operation.Summary;
        operation.Description = described.Description ?? place.Description ?? operation.Description;
        operation.ExternalDocs = described.ExternalDocs ?? operation.ExternalDocs;
        operation.Deprecated |= described.Deprecated;
        operation.RequestBody = described.RequestBody;
        operation.Responses = described.Responses;
        operation.Callbacks = described.Callbacks;
        operation.Security = described.Security ?? contract.Security;
        operation.Extensions = described.Extensions;
        // The routes of groups have parameters of which the contract knows nothing.
        operation.Parameters = (described.Parameters ?? [])
            .Concat(place.Parameters ?? [])
            .Concat((operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Path))
            .DistinctBy(parameter => (parameter.In, parameter.Name))
            .ToList();
    }

    private static void Take(OpenApiComponents components, OpenApiComponents contract, bool isWhole)
    {
        // What the library made of the models stays for operations of others alone.
        components.Schemas = Union(isWhole ? null : components.Schemas, contract.Schemas);
        components.Responses = Union(components.Responses, contract.Responses);
        components.Parameters = Union(components.Parameters, contract.Parameters);
        components.Examples = Union(components.Examples, contract.Examples);
        components.RequestBodies = Union(components.RequestBodies, contract.RequestBodies);
        components.Headers = Union(components.Headers, contract.Headers);
        components.SecuritySchemes = Union(components.SecuritySchemes, contract.SecuritySchemes);
        components.Links = Union(components.Links, contract.Links);
        components.Callbacks = Union(components.Callbacks, contract.Callbacks);
    }

    private static IDictionary<string, T>? Union<T>(IDictionary<string, T>? components, IDictionary<string, T>? contract)
    {
        if (contract is null)
            return components;
        var union = new Dictionary<string, T>(components ?? new Dictionary<string, T>(), StringComparer.Ordinal);
        foreach (var (name, component) in contract)
            union[name] = component;
        return union;
    }

    private sealed record Described(string Path, IOpenApiPathItem Place, HttpMethod Method, OpenApiOperation Operation);
}
