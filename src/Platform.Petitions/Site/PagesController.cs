using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Site;

/// <summary>The fixed pages' words, for the platform and for each organisation.</summary>
[AdminPage(PlatformRole.Admin)]
[AcrossTenants]
public sealed class PagesController(PetitionsDb db, TenantContext tenant, Audit audit, Catalogue catalogue) : Controller
{
    [HttpGet("/admin/pages")]
    public async Task<IActionResult> Index(string? organisation, CancellationToken ct)
    {
        var owner = await OwnerAsync(organisation, ct);
        return owner.Found
            ? View("Pages", new PagesView(organisation, await db.SitePages.AsNoTracking().Where(p => p.TenantId == owner.Id).ToListAsync(ct), catalogue.Languages))
            : NotFound();
    }

    [HttpGet("/admin/pages/{key}/{language}")]
    public async Task<IActionResult> Edit(string key, string language, string? organisation, CancellationToken ct)
    {
        var owner = await OwnerAsync(organisation, ct);
        if (!owner.Found || catalogue.Find(language) is null || BuiltInPages.Find(key, language) is not { } builtIn)
        {
            return NotFound();
        }

        var row = await db.SitePages.AsNoTracking().SingleOrDefaultAsync(p => p.TenantId == owner.Id && p.Key == key && p.Language == language, ct);
        return View("Page", new PageForm
        {
            Key = key,
            Language = language,
            Organisation = organisation,
            Title = row is { Title.Length: > 0 } ? row.Title : builtIn.Title,
            Body = row is { Body.Length: > 0 } ? row.Body : builtIn.Body,
            Disabled = row?.Disabled ?? false,
            ForwardTo = row?.ForwardTo,
        });
    }

    [HttpPost("/admin/pages/{key}/{language}")]
    public async Task<IActionResult> Save(string key, string language, PageForm? form, CancellationToken ct)
    {
        var owner = await OwnerAsync(form?.Organisation, ct);
        if (form is null || !owner.Found || catalogue.Find(language) is null || !BuiltInPages.Keys.Contains(key))
        {
            return form is null ? BadRequest() : NotFound();
        }

        (form.Key, form.Language) = (key, language);
        if (!string.IsNullOrWhiteSpace(form.ForwardTo) && !Url.IsLocalUrl(form.ForwardTo) && !IsWebAddress(form.ForwardTo))
        {
            ModelState.AddModelError(nameof(form.ForwardTo), "error.invalid");
        }

        if (!ModelState.IsValid)
        {
            return View("Page", form);
        }

        await StoreAsync(form, owner.Id, ct);
        return Redirect($"/admin/pages{(form.Organisation is { Length: > 0 } slug ? $"?organisation={slug}" : "")}");
    }

    private async Task StoreAsync(PageForm form, Guid? owner, CancellationToken ct)
    {
        var rows = await db.SitePages.Where(p => p.TenantId == owner && p.Key == form.Key).ToListAsync(ct);
        if (rows.Find(r => r.Language == form.Language) is not { } row)
        {
            row = new SitePage { TenantId = owner, Key = form.Key, Language = form.Language };
            db.SitePages.Add(row);
            rows.Add(row);
        }

        (row.Title, row.Body) = (CleanText.SingleLine(form.Title), CleanText.MultiLine(form.Body));
        // Off or elsewhere is true in every language.
        foreach (var each in rows)
        {
            (each.Disabled, each.ForwardTo) = (form.Disabled, CleanText.SingleLine(form.ForwardTo) is { Length: > 0 } target ? target : null);
        }

        audit.Note("site.page", detail: $"{form.Key} {form.Language}{(form.Disabled ? " off" : "")}");
        await db.SaveChangesAsync(ct);
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    /// <summary>Null is the platform's own set.</summary>
    private async Task<(bool Found, Guid? Id)> OwnerAsync(string? slug, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(slug))
        {
            return (true, null);
        }

        if (await db.Organisations.Where(o => o.Slug == slug).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct) is not { } id)
        {
            return (false, null);
        }

        tenant.Set(id, slug);
        return (true, id);
    }
}

public sealed class PageForm
{
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Key { get; set; } = "";

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Language { get; set; } = "";

    public string? Organisation { get; set; }

    [Required, StringLength(200)]
    public string Title { get; set; } = "";

    [Required, StringLength(SafeMarkdown.MaxLength)]
    public string Body { get; set; } = "";

    public bool Disabled { get; set; }

    [StringLength(300)]
    public string? ForwardTo { get; set; }
}

public sealed record PagesView(string? Organisation, IReadOnlyList<SitePage> Rows, IReadOnlyList<Language> Languages);
