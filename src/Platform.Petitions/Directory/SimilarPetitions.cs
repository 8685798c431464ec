using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Drafting;
using Platform.Petitions.Moderation;
using Platform.Petitions.Site;

namespace Platform.Petitions.Directory;

/// <summary>
/// Open petitions of the platform that ask for nearly the same, for the foot of a petition's page. Kept for a while, since that page is made again
/// with each signature. An organisation's own host shows nobody else's.
/// </summary>
public sealed class SimilarPetitions(IServiceScopeFactory scopes, IMemoryCache cache, PageCacheOptions kept, SiteSwitches switches)
{
    private const int MostShown = 3;
    private const double LeastLikeness = 0.2;

    /// <param name="language">Titles are shown in it where they exist.</param>
    public async Task<IReadOnlyList<ListedCampaign>> ToAsync(CampaignView view, string language, CancellationToken ct)
    {
        if (!view.Indexed || view.Address.Count(c => c == '/') < 2)
        {
            return [];
        }

        var key = (nameof(SimilarPetitions), view.Id, view.TextLanguage, view.TextVersion, language);
        if (cache.Get<IReadOnlyList<ListedCampaign>>(key) is { } known)
        {
            return known;
        }

        var found = await FindAsync(view, language, ct);
        return kept.Lists > TimeSpan.Zero ? cache.Set(key, found, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = kept.Lists, Size = 1 }) : found;
    }

    private async Task<IReadOnlyList<ListedCampaign>> FindAsync(CampaignView view, string language, CancellationToken ct)
    {
        // All organisations are asked, the page is one organisation's: the question has a scope of its own.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().AllowAcross();
        var near = await AlikeCampaigns.TitledLike(scope.ServiceProvider.GetRequiredService<PetitionsDb>(), view.Title).ToListAsync(ct);
        near.Remove(view.Id);
        var petitions = await scope.ServiceProvider.GetRequiredService<CampaignLists>().ReadAsync(near, language, switches.DeadlineClock(view.Now), ct);
        return
        [
            .. petitions.Where(p => p.Open).Select(p => (Petition: p, Likeness: Similarity.Between(view.Title, p.Title)))
                .Where(p => p.Likeness >= LeastLikeness).OrderByDescending(p => p.Likeness).Take(MostShown).Select(p => p.Petition),
        ];
    }
}
