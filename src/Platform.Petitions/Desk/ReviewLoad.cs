using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Desk;

/// <summary>Whether so many campaigns wait for review that people should be told it takes longer.</summary>
public sealed class ReviewLoad(IServiceScopeFactory scopes)
{
    public const int Long = 25;

    public async Task<bool> IsLongAsync(CancellationToken ct)
    {
        // The queue is the whole platform's, the mail is one organisation's: the question has a scope of its own.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().AllowAcross();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        return await db.AcrossTenants<Campaign>().CountAsync(c => c.Status == CampaignStatus.Submitted, ct) > Long;
    }
}
