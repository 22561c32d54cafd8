using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.Features;

/// <summary>Lets a host have these controllers and no others of the test program.</summary>
internal sealed class OnlyControllers(params Type[] types) : IApplicationFeatureProvider<ControllerFeature>
{
    public static void Add(IServiceCollection services, params Type[] types) => services.AddControllers().ConfigureApplicationPartManager(parts =>
    {
        parts.ApplicationParts.Clear();
        parts.FeatureProviders.Add(new OnlyControllers(types));
    });

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        foreach (var type in types)
            feature.Controllers.Add(type.GetTypeInfo());
    }
}
