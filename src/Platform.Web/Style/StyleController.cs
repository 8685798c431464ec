using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;

namespace Platform.Web.Style;

/// <summary>
/// Every component in every state, for those who build pages; exists in development only.
/// <c>/style?lang=fa&amp;theme=dark</c>, <c>/style/campaign</c>, <c>/style/desk</c>, <c>/style/queue</c>, <c>/style/form</c>.
/// </summary>
[PublicPage]
public sealed class StyleController(IWebHostEnvironment environment, Localiser localiser, Catalogue catalogue) : Controller
{
    private static readonly string[] Sheets = ["components", "campaign", "desk", "queue"];

    [HttpGet("/style/{sheet=components}")]
    public IActionResult Index(string sheet, string? lang, string? theme)
    {
        if (!environment.IsDevelopment() || !Sheets.Contains(sheet))
        {
            return NotFound();
        }

        localiser.Language = catalogue.Find(lang) ?? localiser.Language;
        ViewData["Title"] = "Style: " + sheet;
        ViewData["Theme"] = theme;
        ViewData["NoIndex"] = true;
        var language = sheet == "campaign" && localiser.Language.RightToLeft ? "-rtl" : "";
        return View($"/Style/{sheet}{language}.cshtml");
    }

    [HttpGet("/style/form")]
    public IActionResult Form(string? lang, string? theme)
    {
        ModelState.Clear();
        return Sheet(new StyleForm(), lang, theme);
    }

    [HttpPost("/style/form")]
    public IActionResult Form(StyleForm form, string? lang, string? theme) => Sheet(form, lang, theme);

    private IActionResult Sheet(StyleForm form, string? lang, string? theme)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        localiser.Language = catalogue.Find(lang) ?? localiser.Language;
        ViewData["Title"] = "Style: form";
        ViewData["Theme"] = theme;
        ViewData["NoIndex"] = true;
        return View("/Style/form.cshtml", form);
    }
}
