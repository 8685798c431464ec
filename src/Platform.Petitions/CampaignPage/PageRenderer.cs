using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Pages;
using Platform.Core.Text;

namespace Platform.Petitions.CampaignPage;

/// <summary>Renders a view with its layout into a page that can be kept.</summary>
public sealed class PageRenderer(ICompositeViewEngine views, ITempDataDictionaryFactory temporary, IServiceProvider services, Localiser texts)
{
    /// <param name="view">Path of the view, for example <c>/CampaignPage/Campaign.cshtml</c>.</param>
    /// <param name="language">The page speaks it, whatever the reader's browser prefers.</param>
    /// <param name="policy">What browsers let it do, where that is not what they let all pages.</param>
    public async Task<CachedPage> RenderAsync(Controller controller, string view, object model, Language language, int status = 200, Guid? about = null, string? policy = null)
    {
        texts.Language = language;
        var found = views.GetView(null, view, isMainPage: true);
        found.EnsureSuccessful([]);
        await using var html = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary(controller.ViewData) { Model = model };
        await found.View!.RenderAsync(new ViewContext(controller.ControllerContext, found.View, data, controller.TempData, html, new HtmlHelperOptions()));
        var allowed = PageStyle.Allow(controller.HttpContext, policy ?? PagePolicy.Strict);
        return CachedPage.Html(status, language.Code, html.ToString(), about, allowed == PagePolicy.Strict ? null : allowed);
    }

    /// <summary>Renders a part of a page, without layout and outside of any request.</summary>
    public async Task<string> RenderPartAsync(string view, object model, Language language)
    {
        texts.Language = language;
        var found = views.GetView(null, view, isMainPage: false);
        found.EnsureSuccessful([]);
        var http = new DefaultHttpContext { RequestServices = services };
        await using var html = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        await found.View!.RenderAsync(new ViewContext(action, found.View, data, temporary.GetTempData(http), html, new HtmlHelperOptions()));
        return html.ToString();
    }
}
