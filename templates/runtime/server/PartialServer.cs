namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

/// <summary>Serves a part of the contract: finds the operations that a server does not implement.</summary>
public static class PartialServer
{
    private static readonly Action<ILogger, int, string, Exception?> Unimplemented = LoggerMessage.Define<int, string>(
        LogLevel.Information,
        new EventId(2, nameof(Unimplemented)),
        "Operations of the contract that are not implemented and return 501 (Not Implemented): {Count}. {Operations}");

    /// <summary>
    /// Writes a line to the log when the host has started that counts and names the operations that are not implemented. Endpoints register it themselves.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The service collection, so that calls can be chained.</returns>
    public static IServiceCollection AddUnimplementedReport(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Report>());
        return services;
    }

    /// <summary>Says which type implements the operations, so that <see cref="WithImplementation"/> finds those that it leaves out.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static IServiceCollection AddImplementation<THandler, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods)] TImplementation>(this IServiceCollection services)
        where TImplementation : THandler =>
        services.AddUnimplementedReport().AddSingleton(new Implementation<THandler>(typeof(TImplementation)));

    /// <summary>Marks the endpoint if its operation is not implemented.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="method">The method of the handler.</param>
    /// <param name="services">Those of the host.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static IEndpointConventionBuilder WithImplementation<THandler>(this IEndpointConventionBuilder endpoint, string method, IServiceProvider services) =>
        services.GetService<Implementation<THandler>>()?.Has(method) is false ? endpoint.WithMetadata(new UnimplementedAttribute()) : endpoint;

    private sealed class Implementation<THandler>([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods)] Type type)
    {
        private readonly string[] _methods = [.. type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(method => method.Name)];

        public bool Has(string method)
        {
            // An explicit implementation is named after the interface, which may be written in several ways.
            var explicitName = $"{typeof(THandler).Name}.{method}";
            return Array.Exists(_methods, name => name == method || name.EndsWith(explicitName, StringComparison.Ordinal));
        }
    }

    private sealed class Report(EndpointDataSource endpoints, IHostApplicationLifetime lifetime, ILogger<UnimplementedAttribute> logger) : IHostedService
    {
        private const int MostNames = 10;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            // Routing has all endpoints once the server listens.
            lifetime.ApplicationStarted.Register(Write);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private void Write()
        {
            var names = endpoints.Endpoints
                .Where(endpoint => endpoint.Metadata.GetMetadata<UnimplementedAttribute>() is not null)
                .Select(endpoint => endpoint is RouteEndpoint route
                    ? $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {route.RoutePattern.RawText}"
                    : endpoint.DisplayName ?? "")
                .ToArray();
            if (names.Length == 0)
                return;
            var shown = string.Join(", ", names.Take(MostNames));
            Unimplemented(logger, names.Length, names.Length > MostNames ? shown + ", ..." : shown, null);
        }
    }
}
