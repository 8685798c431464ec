using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.CoSponsors;

/// <summary>Once a minute: organisers hear of new co-sponsors and campaigns with enough of them go to review, also when the confirming process died right before it could say so.</summary>
[AcrossTenants]
public sealed class GatheringJob(PetitionsDb db, IServiceScopeFactory scopes)
{
    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 2)]
    [DisableConcurrentExecution(30)]
    public async Task RunAsync(CancellationToken ct)
    {
        var gathering = await db.AcrossTenants<Campaign>().Where(c => c.Status == CampaignStatus.Gathering).Select(c => new { c.TenantId, c.Id }).ToListAsync(ct);
        foreach (var campaign in gathering)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(campaign.TenantId, "");
            await scope.ServiceProvider.GetRequiredService<CoSponsoring>().JoinedAsync(campaign.Id, ct);
        }
    }
}
