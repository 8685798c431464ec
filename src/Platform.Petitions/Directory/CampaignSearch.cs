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

    /// <summary>
    /// The words first become one question for the index, so that the second can be planned for what it asks. Facets are added up from the few kinds of
    /// petitions there are, and only what the order needs is sorted.
    /// </summary>
    private async Task<List<SearchRow>> RowsAsync(SearchQuery query, string? words, DateTimeOffset now, CancellationToken ct)
    {
        var asked = words is null ? null : await db.Database.SqlQuery<string>($"""select coalesce(petitions.query_for({words})::text, '') as "Value" """).SingleAsync(ct);
        DateTimeOffset? since = query.Window is { } window ? now - window : null;
        var start = query.Start ?? ListStart.At((query.Page - 1L) * query.Size);
        var back = start.Before ? query.Size + 1 : 0;
        return await db.Database.SqlQuery<SearchRow>(
            $"""
            with matches as materialized (
                select t.campaign_id as id, max(case when {query.Sort} <> 'best' then 0 when t.title @@ cast({asked} as tsquery) then 3 when t.head @@ cast({asked} as tsquery) then 2 else 1 end) as rank
                from petitions.listed_texts t where t.words @@ cast({asked} as tsquery)
                group by t.campaign_id
            ),
            amounts as materialized (
                select a.tenant_id, a.campaign_id as id, a.confirmed as amount from petitions.campaign_areas a
                where a.country = cast({query.Near?.Country} as text) and cast({query.Near?.Region} as text) is null and a.confirmed >= {AreaShare.Smallest}
                union all
                select r.tenant_id, r.campaign_id, r.confirmed from petitions.campaign_regions r
                where r.country = cast({query.Near?.Country} as text) and r.region = cast({query.Near?.Region} as text) and r.confirmed >= {AreaShare.Smallest}
                union all
                select n.tenant_id, n.campaign_id, n.confirmed - coalesce(before.confirmed, 0)
                from petitions.campaign_counts n
                join petitions.listed_campaigns l on l.organisation_id = n.tenant_id and l.campaign_id = n.campaign_id
                left join lateral (
                    select s.confirmed from petitions.count_samples s
                    where s.tenant_id = n.tenant_id and s.campaign_id = n.campaign_id and s.at <= cast({since} as timestamptz) order by s.at desc limit 1) before on true
                where n.changed_at > cast({since} as timestamptz) and l.taking and {now} < l.closes_at
                    and (before.confirmed is not null or l.published_at > cast({since} as timestamptz)) and n.confirmed > coalesce(before.confirmed, 0)
            ),
            hits as not materialized (
                select l.campaign_id as id, l.organisation_id, l.topic, l.country, l.languages, l.published_at, l.closes_at, l.taking and {now} < l.closes_at as open, m.rank, a.amount
                from petitions.listed_campaigns l
                left join matches m on m.id = l.campaign_id
                left join amounts a on a.tenant_id = l.organisation_id and a.id = l.campaign_id
                where (cast({words} as text) is null or m.id is not null)
                    and ((cast({since} as timestamptz) is null and cast({query.Near?.Country} as text) is null) or a.id is not null)
                    and (cast({tenant.Id} as uuid) is null or l.organisation_id = {tenant.Id})
                    and l.organisation_id not in (select o.id from petitions.organisations o where o.suspended_at is not null)
            ),
            kinds as materialized (
                select k.*,
                    cast({query.State} as text) is null or k.open = ({query.State} = 'open') as s,
                    cast({query.Topic} as text) is null or coalesce(k.topic = {query.Topic}, false) as t,
                    cast({query.Country} as text) is null or coalesce(k.country = {query.Country}, false) as c,
                    cast({query.Language} as text) is null or {query.Language} = any(k.languages) as l
                from (select open, topic, country, languages, count(*) as number from hits group by open, topic, country, languages) k
            ),
            places as materialized (
                select p.id, p.amount, row_number() over (
                    order by
                        case when {query.Sort} = 'best' then p.rank end desc nulls last,
                        case when {query.Sort} in ('best', 'closing') then p.open end desc nulls last,
                        case when {query.Sort} in ('best', 'signed') then coalesce(n.confirmed, 0) else p.amount end desc nulls last,
                        case when {query.Sort} = 'closing' and p.open then p.closes_at end nulls last,
                        case when {query.Sort} = 'closing' then p.closes_at else p.published_at end desc nulls last,
                        p.published_at desc nulls last, p.id desc) as place
                from hits p
                left join petitions.campaign_counts n on n.tenant_id = p.organisation_id and n.campaign_id = p.id
                where (cast({query.State} as text) is null or p.open = ({query.State} = 'open')) and (cast({query.Topic} as text) is null or p.topic = {query.Topic})
                    and (cast({query.Country} as text) is null or p.country = {query.Country}) and (cast({query.Language} as text) is null or {query.Language} = any(p.languages))
            ),
            edge as (select coalesce((select place from places where id = {start.Anchor}), {start.Offset}) - {back} as place)
            (select 'page' as "Kind", null as "Value", p.id as "Id", p.place as "Number", p.amount as "Amount"
                from places p, edge where p.place > edge.place and p.place <= edge.place + {query.Size})
            union all select 'total', null, null, cast(coalesce(sum(number), 0) as bigint), null from kinds where s and t and c and l
            union all (select 'state', case when open then 'open' else 'closed' end, null, cast(sum(number) as bigint), null from kinds where t and c and l group by open)
            union all (select 'topic', topic, null, cast(sum(number) as bigint), null from kinds where s and c and l and topic is not null group by topic)
            union all (select 'country', country, null, cast(sum(number) as bigint), null from kinds where s and t and l and country is not null group by country)
            union all (select 'language', spoken.code, null, cast(sum(number) as bigint), null from kinds cross join unnest(languages) as spoken(code) where s and t and c group by spoken.code)
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
