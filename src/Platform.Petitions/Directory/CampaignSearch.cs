using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Site;

namespace Platform.Petitions.Directory;

/// <summary>Search and facets over public campaigns. All words must be in title, demand, text or organisation, in one of its languages.</summary>
public sealed class CampaignSearch(PetitionsDb db, CampaignLists lists, DatabaseClock clock, SiteSwitches switches)
{
    public async Task<SearchResult> RunAsync(SearchQuery query, string language, CancellationToken ct)
    {
        var now = switches.DeadlineClock(await clock.NowAsync(ct));
        var rows = await RowsAsync(query, now, ct);
        var found = Sort(rows.Where(r => Fits(r, query, null)), query.Sort).ToList();
        var page = found.Skip((query.Page - 1) * SearchQuery.PageSize).Take(SearchQuery.PageSize).Select(r => r.Id).ToList();
        return new SearchResult(query, await lists.ReadAsync(page, language, now, ct), found.Count)
        {
            States = Facets(rows.Where(r => Fits(r, query, nameof(query.State))).Select(r => r.Open ? "open" : "closed")),
            Topics = Facets(rows.Where(r => Fits(r, query, nameof(query.Topic)) && r.Topic is not null).Select(r => r.Topic!)),
            Countries = Facets(rows.Where(r => Fits(r, query, nameof(query.Country)) && r.Country is not null).Select(r => r.Country!)),
            Languages = Facets(rows.Where(r => Fits(r, query, nameof(query.Language))).SelectMany(r => r.Languages)),
        };
    }

    /// <summary>The organisation's and campaign's slugs behind a reference number, when the public may see that page.</summary>
    public async Task<string?> FindByReferenceAsync(int reference, CancellationToken ct)
    {
        var id = await lists.Source.Where(c => c.Reference == reference)
            .Where(c => c.Status == CampaignStatus.Rejected ? !c.Hidden : c.Status == CampaignStatus.Published || c.Status == CampaignStatus.Closed || c.Status == CampaignStatus.Archived)
            .Select(c => c.Id).SingleOrDefaultAsync(ct);
        return id == Guid.Empty ? null : await lists.AddressAsync(id, ct);
    }

    private async Task<List<Row>> RowsAsync(SearchQuery query, DateTimeOffset now, CancellationToken ct)
    {
        var campaigns = lists.Listed;
        if (Folding.Words(query.Words) is { Length: > 0 } words)
        {
            var matching = Matching(words);
            campaigns = campaigns.Where(c => matching.Contains(c.Id));
        }

        return await campaigns
            .Select(c => new Row(
                c.Id, c.Status == CampaignStatus.Published && now < c.ClosesAt, c.Topic, c.Country,
                c.Texts.Where(t => t.ApprovedAt != null).Select(t => t.Language).Distinct().ToArray(),
                c.PublishedAt, c.ClosesAt, db.Counts.Where(n => n.CampaignId == c.Id).Select(n => n.Confirmed).FirstOrDefault()))
            .ToListAsync(ct);
    }

    /// <summary>Folds as <see cref="Folding"/> does. Only the newest approved wording of each language is searched.</summary>
    private IQueryable<Guid> Matching(string[] words) => db.Database.SqlQuery<Guid>(
        $"""
        select d.campaign_id as "Value" from (
            select distinct on (t.tenant_id, t.campaign_id, t.language) t.campaign_id,
                translate(regexp_replace(normalize(lower(o.name || ' ' || t.title || ' ' || t.demand || ' ' || t.body), NFD), '[\u0300-\u036f\u064b-\u0655\u0670]', '', 'g'), 'يىكةۀ', 'ییکهه') as words
            from petitions.campaign_texts t join petitions.organisations o on o.id = t.tenant_id
            where t.approved_at is not null
            order by t.tenant_id, t.campaign_id, t.language, t.version desc
        ) d where not exists (select from unnest({words}) as w(word) where strpos(d.words, w.word) = 0)
        """);

    private static bool Fits(Row row, SearchQuery query, string? except) =>
        (query.State is null || except == nameof(query.State) || (query.State == "open") == row.Open)
        && (query.Topic is null || except == nameof(query.Topic) || query.Topic == row.Topic)
        && (query.Country is null || except == nameof(query.Country) || query.Country == row.Country)
        && (query.Language is null || except == nameof(query.Language) || row.Languages.Contains(query.Language));

    private static IOrderedEnumerable<Row> Sort(IEnumerable<Row> rows, string? sort) => (sort switch
    {
        "signed" => rows.OrderByDescending(r => r.Confirmed).ThenByDescending(r => r.PublishedAt),
        "closing" => rows.OrderByDescending(r => r.Open).ThenBy(r => r.Open ? r.ClosesAt : null).ThenByDescending(r => r.ClosesAt),
        _ => rows.OrderByDescending(r => r.PublishedAt),
    }).ThenByDescending(r => r.Id);

    private static List<Facet> Facets(IEnumerable<string> values) =>
        [.. values.GroupBy(v => v).Select(g => new Facet(g.Key, g.LongCount())).OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal)];

    private sealed record Row(
        Guid Id, bool Open, string? Topic, string? Country, string[] Languages, DateTimeOffset? PublishedAt, DateTimeOffset? ClosesAt, long Confirmed);
}
