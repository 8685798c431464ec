using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Petitions.Database;

namespace Platform.Petitions.Live;

/// <summary>Tells all nodes what changed here and hears what changed anywhere: one NOTIFY a second, one LISTEN per node.</summary>
public sealed class ChangeFeed(EngineDataSource source, CampaignChanges changes, ILogger<ChangeFeed> log) : BackgroundService
{
    private const string Channel = "campaign_changed";
    private const string Tell = $"select pg_notify('{Channel}', id::text) from unnest(@ids) id";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TellAsync(stoppingToken), HearAsync(stoppingToken));

    private async Task TellAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(CancellationToken.None) && !ct.IsCancellationRequested)
        {
            await TellMarkedAsync();
            changes.ForgetOld();
        }

        await TellMarkedAsync();
    }

    private async Task TellMarkedAsync()
    {
        var campaigns = changes.TakeMarked();
        if (campaigns.Length == 0)
        {
            return;
        }

        try
        {
            await using var command = source.Command(Tell);
            command.Parameters.AddWithValue("ids", campaigns);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem.IsDatabaseOutage())
        {
            log.LogWarning("{Campaigns} changes are told later: {Problem}", campaigns.Length, problem.Message);
            Array.ForEach(campaigns, changes.Mark);
        }
    }

    private async Task HearAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogWarning("Changes are not heard for a moment: {Problem}", problem.Message);
                await Task.Delay(Beat, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                changes.Listening = false;
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var ears = await source.OpenAsync(ct);
        ears.Notification += (_, notice) =>
        {
            if (Guid.TryParse(notice.Payload, out var campaign))
            {
                changes.Hear(campaign);
            }
        };
        await using var listen = new NpgsqlCommand($"listen {Channel}", ears);
        await listen.ExecuteNonQueryAsync(ct);
        changes.Listening = true;
        await using var alive = new NpgsqlCommand("select 1", ears);
        while (true)
        {
            // A connection that died without a word shows itself only when spoken to.
            if (!await ears.WaitAsync(Quiet, ct))
            {
                await alive.ExecuteScalarAsync(ct);
            }
        }
    }
}
