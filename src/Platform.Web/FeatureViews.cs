using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Platform.Web;

/// <summary>Views stand beside their controller: the folder is the last part of its namespace.</summary>
internal sealed class FeatureViews : IViewLocationExpander
{
    private const string Folder = "folder";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Folder] = context.ActionContext.ActionDescriptor is ControllerActionDescriptor { ControllerTypeInfo.Namespace: { } name }
            ? name[(name.LastIndexOf('.') + 1)..]
            : "";

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/{context.Values[Folder]}/{{0}}.cshtml", "/Shared/{0}.cshtml"];
}
