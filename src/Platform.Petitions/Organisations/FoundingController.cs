using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Accounts;

namespace Platform.Petitions.Organisations;

[OrganiserPage]
public sealed class FoundingController(FoundOrganisation found, Attempts attempts, Catalogue catalogue, Localiser text, CurrentUser me) : Controller
{
    [HttpGet("/desk/new")]
    public IActionResult Found(bool start) => View(new OrganisationForm { Language = text.Language.Code, Start = start });

    [HttpPost("/desk/new")]
    public async Task<IActionResult> Found(OrganisationForm form, CancellationToken ct)
    {
        var name = CleanText.SingleLine(form.Name);
        var slug = string.IsNullOrWhiteSpace(form.Slug) ? null : form.Slug.Trim().ToLowerInvariant();
        if (slug is not null && !Slug.IsValid(slug))
        {
            ModelState.AddModelError(nameof(form.Slug), "account.slug-invalid");
        }

        if (catalogue.Find(form.Language) is null)
        {
            ModelState.AddModelError(nameof(form.Language), "error.choose");
        }

        if (ModelState.IsValid && !attempts.Take("found", me.RequiredId.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }

        if (name.Length == 0)
        {
            ModelState.AddModelError(nameof(form.Name), "error.required");
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        if (await found.RunAsync(name, slug, form.Language!, ct) is not { } organisation)
        {
            ModelState.AddModelError(nameof(form.Slug), "account.slug-taken");
            return View(form);
        }

        return LocalRedirect(form.Start ? $"/{organisation.Slug}/desk/campaigns/new" : $"/{organisation.Slug}/desk?done=founded");
    }
}
