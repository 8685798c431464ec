using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Directory;
using Platform.Petitions.Pictures;

namespace Platform.Web.Style;

/// <summary>
/// Every component in every state, for those who build pages; exists in development only.
/// <c>/style?lang=fa&amp;theme=dark</c>, and <c>/style/</c> campaign, desk, queue, form, more, paper, brand.
/// </summary>
[PublicPage]
[ResponseCache(NoStore = true)]
[AcrossTenants]
public sealed class StyleController(IWebHostEnvironment environment, Localiser localiser, CampaignLists lists, TimeProvider clock) : Controller
{
    // Among so many petitions one will have a picture.
    private const int Looked = 20;

    // Where none has: the room that is kept for one.
    private static readonly PictureView NoPicture = new(Guid.Empty, 1200, 675, "A picture that is not there") { Colour = "6b7f99" };

    [HttpGet("/style")]
    public async Task<IActionResult> Components(CancellationToken ct) =>
        View("/Style/components.cshtml", (await lists.MostSignedAsync(Looked, localiser.Language.Code, clock.GetUtcNow(), ct)).FirstOrDefault(listed => listed.Picture is not null)?.Picture ?? NoPicture);

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
