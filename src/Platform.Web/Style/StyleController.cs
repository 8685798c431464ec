using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Platform.Core.Access;
using Platform.Core.Text;

namespace Platform.Web.Style;

/// <summary>
/// Every component in every state, for those who build pages; exists in development only.
/// <c>/style?lang=fa&amp;theme=dark</c>, and <c>/style/</c> campaign, desk, queue, form, more, paper, brand.
/// </summary>
[PublicPage]
[ResponseCache(NoStore = true)]
public sealed class StyleController(IWebHostEnvironment environment, Localiser localiser) : Controller
{
    [HttpGet("/style")]
    public IActionResult Components() => View("/Style/components.cshtml");

    [HttpGet("/style/campaign")]
    public IActionResult Campaign() => View(localiser.Language.RightToLeft ? "/Style/campaign-rtl.cshtml" : "/Style/campaign.cshtml");

    [HttpGet("/style/desk")]
    public IActionResult Desk() => View("/Style/desk.cshtml");

    [HttpGet("/style/queue")]
    public IActionResult Queue() => View("/Style/queue.cshtml");

    [HttpGet("/style/more")]
    public IActionResult More() => View("/Style/more.cshtml");

    [HttpGet("/style/paper")]
    public IActionResult Paper() => View("/Style/paper.cshtml");

    [HttpGet("/style/brand")]
    public IActionResult Brand() => View("/Style/brand.cshtml");

    [HttpGet("/style/form")]
    public IActionResult Form() => View("/Style/form.cshtml", new StyleForm());

    [HttpPost("/style/form")]
    public IActionResult Form(StyleForm form) => View("/Style/form.cshtml", form);

    [NonAction]
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (!environment.IsDevelopment())
        {
            context.Result = NotFound();
        }

        ViewData["Title"] = "Style";
        ViewData["Theme"] = Request.Query["theme"].FirstOrDefault();
    }
}
