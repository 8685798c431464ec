using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Platform.Core.Text;

namespace Platform.Petitions.CampaignPage;

/// <summary>Renders a view with its layout into a page that can be kept.</summary>
public sealed class PageRenderer(ICompositeViewEngine views, Localiser texts)
{
    /// <param name="view">Path of the view, for example <c>/CampaignPage/Campaign.cshtml</c>.</param>
    /// <param name="language">The page speaks it, whatever the reader's browser prefers.</param>
    public async Task<CachedPage> RenderAsync(Controller controller, string view, object model, Language language, int status = 200)
    {
        texts.Language = language;
        var found = views.GetView(null, view, isMainPage: true);
        found.EnsureSuccessful([]);
        await using var html = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary(controller.ViewData) { Model = model };
        await found.View!.RenderAsync(new ViewContext(controller.ControllerContext, found.View, data, controller.TempData, html, new HtmlHelperOptions()));
        return CachedPage.Html(status, language.Code, html.ToString());
    }
}
