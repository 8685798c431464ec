using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Site;

namespace Platform.Petitions.Campaigns;

/// <summary>
/// Closes campaigns whose time has come by the database's clock. Two workers at once: the row's version lets one of them win. While
/// signing is paused nobody's time comes.
/// </summary>
[AcrossTenants]
public sealed class ClosingJob(PetitionsDb db, DatabaseClock clock, IServiceScopeFactory scopes, SiteSwitches switches)
{
    [Queue(JobQueues.Urgent)]
    [AutomaticRetry(Attempts = 3)]
    public async Task RunAsync(CancellationToken ct)
    {
        var now = await clock.NowAsync(ct);
        var deadline = switches.DeadlineClock(now);
        var due = await db.AcrossTenants<Campaign>()
            .Where(c => c.Status == CampaignStatus.Published && c.ClosesAt <= deadline).OrderBy(c => c.ClosesAt).Select(c => new { c.TenantId, c.Id }).Take(500).ToListAsync(ct);
        foreach (var one in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(one.TenantId, "");
            await scope.ServiceProvider.GetRequiredService<CloseByTime>().RunAsync(one.Id, now, ct);
        }
    }
}

/// <summary>Closes one campaign by the clock; somebody quicker is no error.</summary>
public sealed class CloseByTime(PetitionsDb db, CampaignMoves moves)
{
    public async Task RunAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == id, ct);
        try
        {
            await moves.RunAsync(campaign, CampaignMove.Close, c => c.Close(MoveActor.Clock, ClosingReason.Time, null, now), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker, or the organiser at the same second: it is closed either way, and once.
        }
    }
}
