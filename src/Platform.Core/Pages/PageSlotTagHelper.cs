using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Core.Modules;

namespace Platform.Core.Pages;

/// <summary>
/// A place that other modules may fill: <c>&lt;page-slot name="below-petition" campaign="@Model.Id" class="wrap" /&gt;</c>. Without such a module it is
/// nothing; what is written on it for the stylesheet stands on a box around what they show.
/// A part that fails is left out: the page is not there for it.
/// </summary>
[HtmlTargetElement("page-slot", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PageSlotTagHelper(PageSlots slots, IHtmlHelper html, ILogger<PageSlotTagHelper> log) : TagHelper
{
    /// <summary>One of <see cref="SlotNames"/>.</summary>
    public required string Name { get; set; }

    public Guid? Campaign { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Content.Clear();
        ((IViewContextAware)html).Contextualize(ViewContext);
        foreach (var part in slots.PartsOf(Name))
        {
            if (await RenderAsync(part) is { } shown)
            {
                output.Content.AppendHtml(shown);
            }
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = output.Attributes.Count > 0 && !output.Content.IsEmptyOrWhiteSpace ? "div" : null;
    }

    private async Task<IHtmlContent?> RenderAsync(Type part)
    {
        var http = ViewContext.HttpContext;
        try
        {
            return await ((IPagePart)http.RequestServices.GetRequiredService(part)).ShowAsync(new SlotPlace(Campaign), http.RequestAborted) is { } view
                ? await html.PartialAsync(view.View, view.Model, viewData: null)
                : null;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "{Part} was left out of {Slot}", part.Name, Name);
            return null;
        }
    }
}
