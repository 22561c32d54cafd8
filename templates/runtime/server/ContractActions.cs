namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;

/// <summary>Makes attributes of the methods that an author overrides those of the actions that call them, as MVC does with attributes of an action.</summary>
internal static class ContractActions
{
    /// <summary>Completes the actions of a controller that derives from a generated one.</summary>
    public static void Complete(ControllerModel controller)
    {
        var names = NamesIn(controller.Application!);
        foreach (var action in controller.Actions.ToArray())
        {
            if (action.Attributes.OfType<ContractOperationAttribute>().FirstOrDefault() is not { } operation)
                continue;
            foreach (var attribute in AttributesOf(controller.ControllerType, action.ActionMethod.DeclaringType!, operation.Method))
                Take(attribute, action, operation);
            if (operation.Id is { } id && names.Add(id))
                Name(action, id);
            if (Reader(action) is { } reader)
                controller.Actions.Add(reader);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "MVC finds controllers and their methods by reflection and is not for trimmed programs.")]
    private static IEnumerable<object> AttributesOf(Type controller, Type declaring, string name)
    {
        const BindingFlags instance = BindingFlags.Instance | BindingFlags.Public;
        var declared = declaring.GetMethod(name, instance | BindingFlags.DeclaredOnly)!;
        var method = controller.GetMethods(instance).First(method => method.GetBaseDefinition() == declared);
        return method.GetCustomAttributes(inherit: true).Where(attribute => attribute is not NonActionAttribute);
    }

    private static void Take(object attribute, ActionModel action, ContractOperationAttribute operation)
    {
        if (attribute is IRouteTemplateProvider or IActionHttpMethodProvider)
            throw new InvalidOperationException($"The contract says by which method and path {action.Controller.ControllerName}.{operation.Method} is called: remove its {attribute.GetType().Name}.");
        if (attribute is IFilterMetadata filter)
            action.Filters.Add(filter);
        if (attribute is IApiDescriptionGroupNameProvider { GroupName: { } group })
            action.ApiExplorer.GroupName = group;
        if (attribute is IApiDescriptionVisibilityProvider visibility)
            action.ApiExplorer.IsVisible = !visibility.IgnoreApi;
        if (attribute is IRouteValueProvider value)
            action.RouteValues[value.RouteKey] = value.RouteValue;
        foreach (var selector in action.Selectors)
        {
            selector.EndpointMetadata.Add(attribute);
            if (attribute is IActionConstraintMetadata constraint)
                selector.ActionConstraints.Add(constraint);
        }

        if (attribute is IActionModelConvention convention)
            convention.Apply(action);
    }

    /// <summary>
    /// What takes the requests to an action whose route has literals beside parameters, which routing does not read; null for other actions. The action itself stays what
    /// descriptions show and links lead to.
    /// </summary>
    private static ActionModel? Reader(ActionModel action)
    {
        var reader = new ActionModel(action) { Controller = action.Controller };
        if (reader.Selectors.Count(SharedSegment.ReadIn) == 0)
            return null;
        reader.ApiExplorer.IsVisible = false;
        foreach (var selector in reader.Selectors)
        {
            selector.AttributeRouteModel!.SuppressLinkGeneration = true;
            foreach (var name in selector.EndpointMetadata.OfType<IEndpointNameMetadata>().ToArray())
                selector.EndpointMetadata.Remove(name);
        }

        foreach (var selector in action.Selectors)
            selector.ActionConstraints.Add(new NoRequest());
        return reader;
    }

    /// <summary>The names that endpoints have already, of this API or others: in one host each name stands once.</summary>
    private static HashSet<string> NamesIn(ApplicationModel application) => application.Controllers
        .SelectMany(controller => controller.Actions)
        .SelectMany(action => action.Selectors)
        .SelectMany(selector => selector.EndpointMetadata.OfType<IEndpointNameMetadata>())
        .Select(name => name.EndpointName)
        .ToHashSet(StringComparer.Ordinal);

    private static void Name(ActionModel action, string id)
    {
        foreach (var selector in action.Selectors)
            selector.EndpointMetadata.Add(new EndpointNameMetadata(id));
    }
}
