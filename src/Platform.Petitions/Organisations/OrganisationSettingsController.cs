using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Organisations;

[OrganiserPage(MemberRole.Owner)]
public sealed class OrganisationSettingsController(PetitionsDb db, TenantContext tenant, Catalogue catalogue, Audit audit) : Controller
{
    private const string Path = "/{org}/desk/settings";

    [HttpGet(Path)]
    public async Task<IActionResult> Settings(CancellationToken ct)
    {
        var organisation = await OrganisationAsync(ct);
        return View(new SettingsForm
        {
            Name = organisation.Name, Language = organisation.Language, About = organisation.About, Place = organisation.Place, Website = organisation.Website,
            EmbedHosts = string.Join('\n', organisation.EmbedHosts), MinimumCoSponsors = organisation.MinimumCoSponsors, MaximumCoSponsors = organisation.MaximumCoSponsors,
        });
    }

    [HttpPost(Path)]
    public async Task<IActionResult> Settings(SettingsForm form, CancellationToken ct)
    {
        var website = string.IsNullOrWhiteSpace(form.Website) ? null : form.Website.Trim();
        if (website is not null && !(Uri.TryCreate(website, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            ModelState.AddModelError(nameof(form.Website), "account.website-invalid");
        }

        if (catalogue.Find(form.Language) is null)
        {
            ModelState.AddModelError(nameof(form.Language), "error.choose");
        }

        if (form.MaximumCoSponsors < form.MinimumCoSponsors)
        {
            ModelState.AddModelError(nameof(form.MaximumCoSponsors), "account.co-sponsors-order");
        }

        var name = CleanText.SingleLine(form.Name);
        if (name.Length == 0)
        {
            ModelState.AddModelError(nameof(form.Name), "error.required");
        }

        var lines = (form.EmbedHosts ?? "").Split(['\n', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hosts = Array.ConvertAll(lines, EmbedHost.Parse);
        if (Array.IndexOf(hosts, null) is var wrong and >= 0)
        {
            ModelState.AddModelError(nameof(form.EmbedHosts), $"account.embed-host-invalid?host={Uri.EscapeDataString(lines[wrong])}");
        }

        if (lines.Length > EmbedHost.Most)
        {
            ModelState.AddModelError(nameof(form.EmbedHosts), $"account.embed-hosts-many?max={EmbedHost.Most}");
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var organisation = await OrganisationAsync(ct);
        organisation.Describe(name, form.Language!, CleanText.MultiLine(form.About), CleanText.SingleLine(form.Place) is { Length: > 0 } place ? place : null, website);
        organisation.EmbedOn([.. hosts.OfType<string>().Distinct(StringComparer.Ordinal)]);
        organisation.AskForCoSponsors(form.MinimumCoSponsors, form.MaximumCoSponsors);
        audit.Note("organisation.settings");
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/{tenant.Slug}/desk/settings?done=saved");
    }

    private Task<Organisation> OrganisationAsync(CancellationToken ct) => db.Organisations.SingleAsync(o => o.Id == tenant.Id, ct);
}
