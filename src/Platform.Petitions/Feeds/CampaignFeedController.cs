using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Directory;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Feeds;

/// <summary>What happens to one petition, for programs: published, updates, milestones, delivery, answer, outcome. Only of petitions that lists may show.</summary>
[PublicPage]
public sealed class CampaignFeedController(
    PetitionsDb db, CampaignLists lists, UpdateLists updates, FeedAnswers answers, FeedNames names, Links links, TenantContext tenant, Catalogue catalogue, Localiser texts) : Controller
{
    private const int Shown = 40;

    [HttpGet("/{org}/{slug}/feed"), HttpHead("/{org}/{slug}/feed")]
    public Task<IActionResult> Show(string slug, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        return answers.AnswerAsync(("feed", tenant.Id, slug), made => MakeAsync(slug, made), ct);
    }

    private async Task<AtomFeed?> MakeAsync(string slug, CancellationToken ct)
    {
        if (await lists.Listed.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } campaign)
        {
            return null;
        }

        texts.Language = catalogue.Find(campaign.Language) ?? catalogue.Default;
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        var happened = await db.Timeline.AsNoTracking().Where(e => e.CampaignId == campaign.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Shown).ToListAsync(ct);
        var page = links.Campaign(organisation.Slug, campaign.Slug, domain: organisation.Domain);
        var told = (await updates.NewestAsync(campaign.Id, before: null, Shown, ct)).ToDictionary(u => (long)u.Number);
        var entries = happened.Where(e => e.Kind != UpdateTimeline.Kind || told.ContainsKey(e.Number ?? 0)).Select(e =>
        {
            var entry = new AtomEntry(names.Of(campaign.CreatedAt, $"petition/{campaign.Id}/{e.Id}"), When.Entry(texts, e), texts.Language.Code, page, e.At, e.At, organisation.Name) { Summary = e.Note };
            return e.Kind != UpdateTimeline.Kind ? entry : Told(entry, told[e.Number!.Value]);
        }).ToList();
        var updated = entries.Select(e => e.UpdatedAt).DefaultIfEmpty(campaign.PublishedAt ?? campaign.CreatedAt).Max();
        return new AtomFeed(
            PetitionEntries.NameOf(names, campaign), campaign.Title, texts.Language.Code,
            links.Campaign(organisation.Slug, campaign.Slug, "/feed", organisation.Domain), page, updated, entries);
    }

    /// <summary>News in its own language, at its own address.</summary>
    private static AtomEntry Told(AtomEntry entry, UpdateText update) => entry with
    {
        Title = update.Title,
        Language = update.Language,
        Page = new Uri(FormattableString.Invariant($"{entry.Page.AbsoluteUri}/updates/{update.Number}")),
        UpdatedAt = update.CorrectedAt ?? entry.UpdatedAt,
        Summary = update.Summary,
    };
}
