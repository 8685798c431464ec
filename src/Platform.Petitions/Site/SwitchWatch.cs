using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Petitions.Live;

namespace Platform.Petitions.Site;

/// <summary>Reads the switches again every two seconds: every node follows within ten, kept pages included, and none needs telling.</summary>
public sealed class SwitchWatch(SiteSwitches switches, CampaignChanges changes, IServiceScopeFactory scopes, ILogger<SwitchWatch> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>The first look comes before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        switches.Changed += changes.HearAll;
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Beat, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var thrown = switches.Thrown;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var settings = await scope.ServiceProvider.GetRequiredService<PetitionsDb>().SiteSettings.AsNoTracking().SingleAsync(ct);
            switches.Follow(settings.Positions(), thrown);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            // They stay as they were last seen until the database answers again.
            log.LogWarning("The switches were not read: {Problem}", problem.Message);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }
}
