namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using Microsoft.OpenApi;

/// <summary>Completes OpenAPI documents that libraries make of a server by what the contract says. ASP.NET Core knows the routes, the contract the rest.</summary>
internal static class OpenApiContract
{
    /// <summary>Replaces the descriptions of the contract's operations, and adds the components that they refer to.</summary>
    /// <param name="document">The document to complete.</param>
    /// <param name="json">The contract as JSON.</param>
    public static void Apply(OpenApiDocument document, ReadOnlySpan<byte> json)
    {
        var contract = OpenApiDocument.Parse(Encoding.UTF8.GetString(json), "json").Document
            ?? throw new InvalidOperationException("The contract cannot be read as an OpenAPI document.");
        var isWhole = true;
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                if (Find(contract, path, method, operation.OperationId) is var (place, described))
                    Describe(operation, described, place, contract);
                else
                    isWhole = false;
            }
        }

        Take(document.Components ??= new OpenApiComponents(), contract.Components ?? new OpenApiComponents(), isWhole);
    }

    private static (IOpenApiPathItem Place, OpenApiOperation Operation)? Find(OpenApiDocument contract, string path, HttpMethod method, string? id)
    {
        var places = contract.Paths
            .Where(place => place.Value.Operations?.ContainsKey(method) is true)
            .Select(place => (place.Key, Place: place.Value, Operation: place.Value.Operations![method]))
            .ToArray();
        foreach (var (_, place, operation) in places)
        {
            if (id is not null && operation.OperationId == id)
                return (place, operation);
        }

        // An operation without an id is found by its path, which stands behind those of servers and groups.
        foreach (var (key, place, operation) in places.OrderByDescending(place => place.Key.Length))
        {
            if (operation.OperationId is null && path.EndsWith(key, StringComparison.Ordinal))
                return (place, operation);
        }

        return null;
    }

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
}
