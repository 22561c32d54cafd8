namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

/// <summary>Completes the descriptions of the API that OpenAPI documents are made from.</summary>
public static class ContractDescriptions
{
    /// <summary>
    /// Lets descriptions of the API show the media types that the contract gives: of bodies in several representations, of text and files, of the
    /// default response. Without it controllers show what formatters of ASP.NET Core have; endpoints register it themselves.
    /// </summary>
    /// <param name="services">The service collection to add to.</param>
    /// <returns>The service collection, so that calls can be chained.</returns>
    public static IServiceCollection AddContractDescriptions(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IApiDescriptionProvider, Provider>());
        return services;
    }

    private sealed class Provider : IApiDescriptionProvider
    {
        /// <summary>After the framework's own, whose results it completes.</summary>
        public int Order => 0;

        public void OnProvidersExecuting(ApiDescriptionProviderContext context)
        {
            foreach (var description in context.Results)
            {
                var metadata = description.ActionDescriptor.EndpointMetadata;
                if (BodyTypesIn(metadata) is { } types)
                    SetBody(description, types);
                // Documents take the name of the route for the operation's id before that of the endpoint.
                if (metadata.OfType<ContractOperationId>().FirstOrDefault() is { } operation)
                    (description.ActionDescriptor.AttributeRouteInfo ??= new AttributeRouteInfo { Template = description.RelativePath }).Name = operation.Id;
                if (metadata.OfType<ProducesDefaultAttribute>().FirstOrDefault() is { } response)
                    SetDefault(description, response.MediaTypes);
            }
        }

        public void OnProvidersExecuted(ApiDescriptionProviderContext context)
        {
        }

        /// <summary>Of a controller the media types that an action consumes, whether there are formatters for them or not.</summary>
        private static IEnumerable<string>? BodyTypesIn(IList<object> metadata) =>
            metadata.OfType<BodyTypesAttribute>().FirstOrDefault()?.MediaTypes
            ?? (metadata.OfType<IContractMetadata>().Any() ? metadata.OfType<ConsumesAttribute>().FirstOrDefault()?.ContentTypes : null);

        private static void SetBody(ApiDescription description, IEnumerable<string> types)
        {
            description.SupportedRequestFormats.Clear();
            foreach (var type in types)
                description.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = type });
        }

        private static void SetDefault(ApiDescription description, IEnumerable<string> types)
        {
            foreach (var response in description.SupportedResponseTypes.Where(response => response.IsDefaultResponse))
                response.ApiResponseFormats = [.. types.Select(type => new ApiResponseFormat { MediaType = type })];
        }
    }
}

/// <summary>Marks actions whose attributes say what the contract says.</summary>
internal interface IContractMetadata;
