using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Drafting;

/// <summary>Public campaigns that ask for nearly what somebody is about to ask. Shown before a draft begins, so that support is not split.</summary>
public sealed class AlikeCampaigns(IServiceScopeFactory scopes, Links links)
{
    private const int MostCandidates = 60;
    private const int MostShown = 5;
    private const double LeastLikeness = 0.3;

    /// <returns>The most alike first; the platform's own order of organisations plays no part.</returns>
    public async Task<IReadOnlyList<AlikeCampaign>> ToAsync(string title, CancellationToken ct)
    {
        // All organisations are asked, the page is one organisation's: the question has a scope of its own.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().AllowAcross();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var near = await TitledLike(db, title).ToListAsync(ct);
        var candidates = await db.AcrossTenants<Campaign>().Listed()
            .Where(c => near.Contains(c.Id))
            .Join(db.Organisations, c => c.TenantId, o => o.Id, (c, o) => new
            {
                c.Id,
                c.Slug,
                c.Status,
                Organisation = o.Name,
                OrganisationSlug = o.Slug,
                Titles = c.Texts.Where(t => t.ApprovedAt != null).OrderByDescending(t => t.Version).Select(t => t.Title).ToList(),
            })
            .ToListAsync(ct);
        return
        [
            .. candidates
                .Select(c => (c, Best: c.Titles.MaxBy(t => Similarity.Between(title, t))!))
                .Select(m => (m.c, m.Best, Likeness: Similarity.Between(title, m.Best)))
                .Where(m => m.Likeness >= LeastLikeness)
                .OrderByDescending(m => m.Likeness).ThenBy(m => near.IndexOf(m.c.Id))
                .Take(MostShown)
                .Select(m => new AlikeCampaign(m.Best, m.c.Organisation, links.Campaign(m.c.OrganisationSlug, m.c.Slug), m.c.Status == CampaignStatus.Published)),
        ];
    }

    /// <summary>Listed campaigns whose titles share words that say something, those that share most first.</summary>
    internal static IQueryable<Guid> TitledLike(PetitionsDb db, string title) => db.Database.SqlQuery<Guid>(
        $"""
        select t.campaign_id as "Value" from petitions.listed_texts t, petitions.alike_query({title}) as asked(query)
        where t.title @@ asked.query
        group by t.campaign_id
        order by max(ts_rank(t.title, asked.query)) desc, t.campaign_id limit {MostCandidates}
        """);
}

public sealed record AlikeCampaign(string Title, string Organisation, Uri Address, bool Open);
