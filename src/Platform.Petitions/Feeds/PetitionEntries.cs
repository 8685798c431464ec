using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Directory;
using Platform.Petitions.Indexing;

namespace Platform.Petitions.Feeds;

/// <summary>Petitions of a list as entries. Whatever the list, only what lists may show is read.</summary>
public sealed class PetitionEntries(PetitionsDb db, CampaignLists lists, Links links, FeedNames names, Localiser texts)
{
    private const int SummaryLength = 400;

    /// <returns>In the order of the ids, in the reader's language where there is such a wording.</returns>
    public async Task<IReadOnlyList<AtomEntry>> ReadAsync(List<Guid> ids, CancellationToken ct)
    {
        var rows = await lists.Listed.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new
        {
            Campaign = c,
            Organisation = db.Organisations.Where(o => o.Id == c.TenantId).Select(o => new { o.Slug, o.Name, o.Domain }).First(),
            Texts = c.Texts.Where(t => t.ApprovedAt != null).Select(t => new { t.Language, t.Version, t.Title, t.Demand, t.ApprovedAt }).ToList(),
        }).ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => ids.IndexOf(r.Campaign.Id)).Select(r =>
            {
                var (campaign, main) = (r.Campaign, r.Campaign.Language);
                var words = r.Texts.OrderByDescending(t => t.Language == texts.Language.Code).ThenByDescending(t => t.Language == main).ThenByDescending(t => t.Version).First();
                var page = LanguageLinks.In(links.Campaign(r.Organisation.Slug, campaign.Slug, domain: r.Organisation.Domain), words.Language, main);
                var published = campaign.PublishedAt ?? campaign.CreatedAt;
                var updated = new[] { published, campaign.ClosedAt, r.Texts.Max(t => t.ApprovedAt) }.Max() ?? published;
                return new AtomEntry(NameOf(names, campaign), words.Title, words.Language, page, published, updated, r.Organisation.Name)
                {
                    Summary = CleanText.Shorten(CleanText.SingleLine(words.Demand), SummaryLength),
                    Topic = Topics.IsKnown(campaign.Topic) ? (campaign.Topic!, texts["topic." + campaign.Topic]) : null,
                };
            }),
        ];
    }

    public static string NameOf(FeedNames names, Campaign campaign) => names.Of(campaign.CreatedAt, $"petition/{campaign.Id}");
}
