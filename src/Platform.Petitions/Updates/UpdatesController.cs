using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Updates;

/// <summary>All updates of a campaign, and each at an address that can be passed on.</summary>
[PublicPage]
public sealed class UpdatesController(CampaignViews campaigns, UpdateLists updates, PageCache cache, PageRenderer renderer, TenantContext tenant, Catalogue catalogue) : Controller
{
    private const int PageSize = 20;

    /// <param name="before">Number of the last one of the page before.</param>
    [HttpGet("/{org}/{slug}/updates"), HttpHead("/{org}/{slug}/updates")]
    public async Task<IActionResult> List(string slug, string? lang, int? before, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        var asked = catalogue.Find(lang);
        var page = await cache.GetAsync(("updates", tenant.Id, tenant.Root, slug, asked?.Code, before), made => MakeListAsync(slug, asked, before, made), ct);
        return page is null ? NotFound() : new CachedPageResult(page);
    }

    [HttpGet("/{org}/{slug}/updates/{number:int}"), HttpHead("/{org}/{slug}/updates/{number:int}")]
    public async Task<IActionResult> Show(string slug, int number, string? lang, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        var asked = catalogue.Find(lang);
        var page = await cache.GetAsync(("update", tenant.Id, tenant.Root, slug, asked?.Code, number), made => MakeAsync(slug, asked, number, made), ct);
        return page is null ? NotFound() : new CachedPageResult(page);
    }

    private async Task<CachedPage?> MakeListAsync(string slug, Language? asked, int? before, CancellationToken ct)
    {
        if (await campaigns.FindAsync(slug, asked?.Code, ct) is not { Rule.Words: true } campaign)
        {
            return null;
        }

        var found = await updates.NewestAsync(campaign.Id, before, PageSize + 1, ct);
        if (found.Count == 0 && before is not null)
        {
            return null;
        }

        var view = new UpdateListView(campaign, [.. found.Take(PageSize)], before, found.Count > PageSize);
        return await renderer.RenderAsync(this, "/Updates/Updates.cshtml", view, asked ?? catalogue.Find(campaign.TextLanguage) ?? catalogue.Default, about: campaign.Id);
    }

    private async Task<CachedPage?> MakeAsync(string slug, Language? asked, int number, CancellationToken ct)
    {
        if (await campaigns.FindAsync(slug, asked?.Code, ct) is not { Rule.Words: true } campaign || await updates.FindAsync(campaign.Id, number, ct) is not { } update)
        {
            return null;
        }

        var language = asked ?? catalogue.Find(update.Language) ?? catalogue.Default;
        if (!update.IsPublic)
        {
            return await renderer.RenderAsync(this, "/Updates/Gone.cshtml", new UpdateGone(campaign, update), language, StatusCodes.Status410Gone, campaign.Id);
        }

        var view = new UpdateView(campaign, UpdateText.Of(update, number, campaign.Now))
        {
            Newer = await updates.OldestAsync(campaign.Id, number, 1, ct) is [var newer, ..] ? newer : null,
            Older = await updates.NewestAsync(campaign.Id, number, 1, ct) is [var older, ..] ? older : null,
        };
        return await renderer.RenderAsync(this, "/Updates/Update.cshtml", view, language, about: campaign.Id);
    }
}

/// <param name="Before">Null on the first page.</param>
public sealed record UpdateListView(CampaignView Campaign, IReadOnlyList<UpdateText> Updates, int? Before, bool More);

/// <summary>One update with its neighbours.</summary>
public sealed record UpdateView(CampaignView Campaign, UpdateText Update)
{
    public UpdateText? Newer { get; init; }

    public UpdateText? Older { get; init; }
}

/// <summary>One that stood here.</summary>
public sealed record UpdateGone(CampaignView Campaign, CampaignUpdate Update);
