using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Database;
using Platform.Petitions.Site;

namespace Platform.Petitions.Directory;

/// <summary>
/// Search and facets over what lists may show. All words must be in title, demand, text or organisation, in one of its languages and by that
/// language's rules; where none has them all, words that look mistyped are taken for the nearest that petitions use.
/// </summary>
public sealed class CampaignSearch(PetitionsDb db, CampaignLists lists, Spelling spelling, DatabaseClock clock, SiteSwitches switches, TenantContext tenant)
{
    public async Task<SearchResult> RunAsync(SearchQuery query, string language, CancellationToken ct)
    {
        var now = switches.DeadlineClock(await clock.NowAsync(ct));
        var rows = await RowsAsync(query, query.Words, now, ct);
        if (query.Words is null || rows.Exists(r => r.Kind == "language") || await spelling.CorrectAsync(query.Words, ct) is not { } corrected)
        {
            return await ResultAsync(query, rows, language, now, ct);
        }

        var meant = await RowsAsync(query, corrected, now, ct);
        return meant.Exists(r => r.Kind == "language")
            ? await ResultAsync(query, meant, language, now, ct) with { Corrected = corrected }
            : await ResultAsync(query, rows, language, now, ct);
    }

    /// <summary>The organisation's and campaign's slugs behind a reference number, when the public may see that page.</summary>
    public async Task<string?> FindByReferenceAsync(int reference, CancellationToken ct)
    {
        var id = await lists.Source.Where(c => c.Reference == reference)
            .Where(c => c.Status == CampaignStatus.Rejected ? !c.Hidden : c.Status == CampaignStatus.Published || c.Status == CampaignStatus.Closed || c.Status == CampaignStatus.Archived)
            .Select(c => c.Id).SingleOrDefaultAsync(ct);
        return id == Guid.Empty ? null : await lists.AddressAsync(id, ct);
    }

    private async Task<SearchResult> ResultAsync(SearchQuery query, List<SearchRow> rows, string language, DateTimeOffset now, CancellationToken ct)
    {
        var page = rows.Where(r => r.Kind == "page").OrderBy(r => r.Number).ToList();
        var campaigns = await lists.ReadAsync([.. page.Select(r => r.Id!.Value)], language, now, ct);
        var amounts = page.ToDictionary(r => r.Id!.Value, r => r.Amount);
        return new SearchResult(query, [.. campaigns.Select(c => c with { Note = NoteOf(query, amounts[c.Id]) })], rows.Single(r => r.Kind == "total").Number)
        {
            FirstPlace = page.Count == 0 ? 0 : page[0].Number,
            States = Facets(rows, "state"),
            Topics = Facets(rows, "topic"),
            Countries = Facets(rows, "country"),
            Languages = Facets(rows, "language"),
        };
    }

    /// <summary>The words first become one question for the index, so that the second can be planned for what it asks.</summary>
    private async Task<List<SearchRow>> RowsAsync(SearchQuery query, string? words, DateTimeOffset now, CancellationToken ct)
    {
        var asked = words is null ? "" : await db.Database.SqlQuery<string>($"""select coalesce(petitions.query_for({words})::text, '') as "Value" """).SingleAsync(ct);
        DateTimeOffset? since = query.Window is { } window ? now - window : null;
        var start = query.Start ?? ListStart.At((query.Page - 1L) * query.Size);
        var back = start.Before ? query.Size + 1 : 0;
        return await db.Database.SqlQuery<SearchRow>(
            $"""
            with matches as materialized (
                select t.campaign_id, max(case when t.title @@ cast({asked} as tsquery) then 3 when t.head @@ cast({asked} as tsquery) then 2 else 1 end) as rank, min(t.languages) as languages
                from petitions.listed_texts t where {words is not null} and t.words @@ cast({asked} as tsquery)
                group by t.campaign_id
                union all
                select t.campaign_id, 0, t.languages from petitions.listed_texts t where {words is null} and t.main
            ),
            hits as materialized (
                select c.id, c.topic, c.country, m.languages, c.published_at, c.closes_at, m.rank, coalesce(n.confirmed, 0) as confirmed, x.open, x.amount,
                    cast({query.State} as text) is null or x.open = ({query.State} = 'open') as s,
                    cast({query.Topic} as text) is null or coalesce(c.topic = {query.Topic}, false) as t,
                    cast({query.Country} as text) is null or coalesce(c.country = {query.Country}, false) as k,
                    cast({query.Language} as text) is null or {query.Language} = any(m.languages) as l
                from matches m
                join petitions.campaigns c on c.id = m.campaign_id
                left join petitions.campaign_counts n on n.tenant_id = c.tenant_id and n.campaign_id = c.id
                left join petitions.campaign_areas a on a.tenant_id = c.tenant_id and a.campaign_id = c.id and a.country = cast({query.Near?.Country} as text)
                left join petitions.campaign_regions r on r.tenant_id = c.tenant_id and r.campaign_id = c.id and r.country = cast({query.Near?.Country} as text) and r.region = cast({query.Near?.Region} as text)
                left join lateral (
                    select s.confirmed from petitions.count_samples s
                    where s.tenant_id = c.tenant_id and s.campaign_id = c.id and s.at <= cast({since} as timestamptz) order by s.at desc limit 1) before on true
                cross join lateral (
                    select c.status = 5 and {now} < c.closes_at as open, case
                        when cast({since} as timestamptz) is not null and (before.confirmed is not null or c.published_at > {since}) then n.confirmed - coalesce(before.confirmed, 0)
                        when cast({query.Near?.Region} as text) is not null then r.confirmed
                        when cast({query.Near?.Country} as text) is not null then a.confirmed end as amount) x
                where (cast({tenant.Id} as uuid) is null or c.tenant_id = {tenant.Id})
                    and c.tenant_id not in (select o.id from petitions.organisations o where o.suspended_at is not null)
                    and (cast({since} as timestamptz) is null or (n.changed_at > {since} and x.open and x.amount > 0))
                    and (cast({query.Near?.Country} as text) is null or x.amount >= {AreaShare.Smallest})
            ),
            places as materialized (
                select p.id, p.amount, row_number() over (
                    order by
                        case when {query.Sort} = 'best' then p.rank end desc nulls last,
                        case when {query.Sort} in ('best', 'closing') then p.open end desc nulls last,
                        case when {query.Sort} in ('best', 'signed') then p.confirmed else p.amount end desc nulls last,
                        case when {query.Sort} = 'closing' and p.open then p.closes_at end nulls last,
                        case when {query.Sort} = 'closing' then p.closes_at else p.published_at end desc nulls last,
                        p.published_at desc nulls last, p.id desc) as place
                from hits p where p.s and p.t and p.k and p.l
            ),
            edge as (select coalesce((select place from places where id = {start.Anchor}), {start.Offset}) - {back} as place)
            (select 'page' as "Kind", null as "Value", p.id as "Id", p.place as "Number", p.amount as "Amount"
                from places p, edge where p.place > edge.place and p.place <= edge.place + {query.Size})
            union all select 'total', null, null, count(*), null from places
            union all (select 'state', case when open then 'open' else 'closed' end, null, count(*), null from hits where t and k and l group by open)
            union all (select 'topic', topic, null, count(*), null from hits where s and k and l and topic is not null group by topic)
            union all (select 'country', country, null, count(*), null from hits where s and t and l and country is not null group by country)
            union all (select 'language', spoken.code, null, count(*), null from hits cross join unnest(languages) as spoken(code) where s and t and k group by spoken.code)
            """).ToListAsync(ct);
    }

    private static ListedNote? NoteOf(SearchQuery query, long? amount) => (query.Sort, amount) switch
    {
        (SearchQuery.RisingInADay, { } count) => new ListedNote("home.grown", count),
        (SearchQuery.RisingInAnHour, { } count) => new ListedNote("directory.grown-hour", count),
        (_, { } count) when query.Near is { } near => new ListedNote(near.Region is null ? "directory.from-near" : "directory.from-region", count, near.Country, near.Region),
        _ => null,
    };

    private static List<Facet> Facets(List<SearchRow> rows, string kind) =>
        [.. rows.Where(r => r.Kind == kind).Select(r => new Facet(r.Value!, r.Number)).OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal)];

    /// <param name="Kind">A petition of the page, the number of all, or a facet's value with its number.</param>
    /// <param name="Amount">What a petition is sorted by, when that is neither date nor count.</param>
    private sealed record SearchRow(string Kind, string? Value, Guid? Id, long Number, long? Amount);
}
